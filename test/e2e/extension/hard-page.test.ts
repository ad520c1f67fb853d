/**
 * The hardest page there is: the 2026 portal with nothing granted, where neither province nor period stands on the page.
 * Production build, real Chromium; the acts are those of docs/acts.md.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldActs } from '../acts.ts';
import type { Browser } from './browser.ts';
import { casePage } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { sharedBrowser } from './shared-browser.ts';

const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
const API = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/';

let portals: PortalServer;
let browser: Browser;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(PORTAL, { body: '<!doctype html><title>Đánh giá chất lượng phục vụ</title><p>Đánh giá</p>' });
  portals.answers.set(`${API}dvc-progress-tree`, {
    type: 'application/json',
    body: casePage('national-2026', 'progress-ok.json'),
  });
});

afterAll(async () => {
  await browser?.close();
});

describe('the 2026 portal with nothing granted', () => {
  it('takes four acts the first time and two later', async () => {
    const page = await browser.open(PORTAL);
    const first = await browser.press(page);
    await first.getByLabel('Tỉnh, thành phố').waitFor();
    await heldActs(first, 'first capture of the 2026 portal, nothing granted', async () => {
      await first.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Phú Thọ' });
      await first.getByRole('button', { name: 'Năm 2026', exact: true }).click();
      await first.getByLabel('Đơn vị').selectOption({ label: 'UBND Phường Việt Trì' });
      await first.getByText('17,86/20 điểm').waitFor();
      await first.getByText(/^Cổng chưa trả lời đủ bảng của riêng xã/).waitFor();
      await first.getByRole('button', { name: 'Xác nhận' }).click();
      await first.getByText(/^Đã lưu \d+ số của UBND Phường Việt Trì/).waitFor();
    });
    await first.getByRole('button', { name: 'Đặt làm xã của tôi' }).click();
    await first.getByText(/^Đặt UBND Phường Việt Trì làm/).waitFor({ state: 'detached' });

    portals.answers.set(`${API}dvc-progress-tree`, {
      type: 'application/json',
      body: casePage('national-2026', 'progress-ok.json')
        .replace('"totalOnTime": 3717', '"totalOnTime": 3716')
        .replace('"totalOverdue": 142', '"totalOverdue": 143')
        .replace('"totalReceived": 8253', '"totalReceived": 8254')
        .replace('"totalOnTime": 7368', '"totalOnTime": 7369'),
    });
    const later = await browser.press(await browser.open(`${PORTAL}?lan=2`));
    await later.getByRole('button', { name: 'Năm 2026', exact: true }).waitFor();
    await heldActs(later, 'later capture of the 2026 portal, nothing granted', async () => {
      await later.getByRole('button', { name: 'Năm 2026', exact: true }).click();
      await later.getByText('7.369/8.254').first().waitFor();
      await later.getByText(/^Cổng chưa trả lời đủ bảng của riêng xã/).waitFor();
      await later.getByRole('button', { name: 'Xác nhận' }).click();
      await later.getByText(/^Đã lưu \d+ số của UBND Phường Việt Trì/).waitFor();
    });
  });
});

describe('a condition in a part of the page that is closed to its scripts', () => {
  it('is asked about like any other', async () => {
    const closed = `<x-bo-loc></x-bo-loc><script>document.querySelector('x-bo-loc').attachShadow({ mode: 'closed' }).innerHTML = '<label for="lv">Lĩnh vực</label><select id="lv"><option>Tất cả</option><option selected>Hộ tịch</option></select>';</script>`;
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html').replace('<body>', `<body>${closed}`) });
    const panel = await browser.press(await browser.open(FORM));
    await panel.getByText('Trang đang chọn “Lĩnh vực: Hộ tịch”. Số này là của cả xã?').waitFor();
  });
});

describe('a condition that no element of the page holds', () => {
  it.each([
    [
      'in the words that styles put before an element',
      '<style>.loc::before { content: "Lĩnh vực: Hộ tịch"; }</style><p class="loc"></p>',
      /^Trang ghi “Lĩnh vực: Hộ tịch”/,
    ],
    [
      'in a value that styles take from an attribute',
      '<style>.loc::after { content: attr(data-gia-tri); }</style><p class="loc" data-gia-tri="Hộ tịch">Lĩnh vực: </p>',
      /Hộ tịch.*Số này là của cả xã\?$/,
    ],
    [
      'on a surface above the table that a script draws on',
      '<canvas width="400" height="30"></canvas>',
      /^Cạnh bảng có 1 hình vẽ mà cách đọc này không thấy chữ trong đó/,
    ],
    [
      'in a picture that lies over the table',
      '<canvas width="300" height="200" style="position:absolute;top:150px;left:40px"></canvas>',
      /^Trên bảng có 1 hình vẽ mà cách đọc này không thấy chữ trong đó/,
    ],
  ])('is asked about: %s', async (name, html, question) => {
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html').replace('<table>', `${html}<table>`) });
    const panel = await browser.press(await browser.open(`${FORM}?lan=${encodeURIComponent(name)}`));
    await panel.getByText(question).first().waitFor();
  });

  it('leaves signs of icons and small pictures alone', async () => {
    const html =
      '<style>.i::before { content: "\\f107"; } .m::after { content: "expand_more"; }</style><i class="i"></i><i class="m"></i><canvas width="40" height="40"></canvas>';
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html').replace('<table>', `${html}<table>`) });
    const panel = await browser.press(await browser.open(FORM));
    await panel.getByText('99,9 %').first().waitFor();
    expect(await panel.getByText(/Số này (?:vẫn )?là của cả xã/).count()).toBe(0);
  });
});
