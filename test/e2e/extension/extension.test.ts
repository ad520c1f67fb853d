/**
 * The extension in real Chromium, production build, from the press of the button to the file for Excel. One browser;
 * the tests follow each other.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import { heldActs } from '../acts.ts';
import { type Browser, builtExtension } from './browser.ts';
import { casePage, hostilePage, laterForm } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const INDEX = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';
const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
const API = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/';
const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
const TAN_DAN = 'https://dichvucong.thanhhoa.gov.vn/thong-ke';
const HOSTILE = 'https://xau.gov.vn/bao-cao';

let portals: PortalServer;
let browser: Browser;
/** Folder of the production build. */
let built: string;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(INDEX, { body: casePage('national-2022-page', 'ok.html') });
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
  // Its heading without the period, which the other pages have.
  portals.answers.set(TAN_DAN, { body: casePage('tan-dan', 'ok.html').replace(' (THÁNG 9) NĂM 2025', '') });
  portals.answers.set(HOSTILE, { body: hostilePage() });
  portals.answers.set('https://khac.gov.vn/khung', { body: '<p>khung của trang khác</p>' });
  portals.answers.set(PORTAL, {
    body: '<!doctype html><title>Đánh giá chất lượng phục vụ</title><main>Đang xem năm 2026</main>',
  });
  const json = (body: string) => ({ status: 201, type: 'application/json', body });
  portals.answers.set(`${API}dvc-progress-tree`, json(casePage('national-2026', 'progress-ok.json')));
  portals.answers.set(`${API}transparency`, json(casePage('national-2026', 'transparency-flagged.json')));
  built = await builtExtension();
});

afterAll(async () => {
  await browser?.close();
});

/** A press, waited for until the panel shows this very capture. */
async function press(url: string): Promise<{ readonly page: Page; readonly panel: Page }> {
  const page = await browser.open(url);
  const panel = await browser.press(page);
  const offered = panel.getByRole('button', { name: 'Bỏ bản chụp' });
  await offered.waitFor().catch(async () => {
    throw new Error(`No capture to decide on; the panel says: ${await panel.innerText('main')}`);
  });
  return { page, panel };
}

interface Stored {
  readonly id: string;
  readonly state: string;
  readonly at: string;
  readonly picture: string | null;
  readonly parts: readonly { readonly hash: string; readonly url: string }[];
  readonly corrections: readonly object[];
  readonly unread: readonly string[];
}

/** What the database holds, read from the panel. */
async function stored(): Promise<readonly Stored[]> {
  return (await browser.panel()).evaluate(async () => {
    // Opening would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'thi-dua-so')) return [];
    return new Promise<Stored[]>((done, fail) => {
      const opening = indexedDB.open('thi-dua-so');
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const all = opening.result.transaction('captures').objectStore('captures').getAll();
        all.onsuccess = () => {
          opening.result.close();
          done(all.result);
        };
      };
    });
  });
}

/** The text or bytes behind a hash. */
async function blobText(hash: string): Promise<string> {
  return (await browser.panel()).evaluate(
    (key) =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('thi-dua-so');
        opening.onsuccess = () => {
          const got = opening.result.transaction('blobs').objectStore('blobs').get(key);
          got.onsuccess = () => {
            opening.result.close();
            done(new TextDecoder().decode(got.result.bytes));
          };
        };
      }),
    hash,
  );
}

/** Width and height in a PNG's header. */
async function pictureSize(hash: string): Promise<readonly [number, number]> {
  return (await browser.panel()).evaluate(
    (key) =>
      new Promise<readonly [number, number]>((done) => {
        const opening = indexedDB.open('thi-dua-so');
        opening.onsuccess = () => {
          const got = opening.result.transaction('blobs').objectStore('blobs').get(key);
          got.onsuccess = () => {
            opening.result.close();
            const view = new DataView(got.result.bytes.buffer);
            done([view.getUint32(16), view.getUint32(20)]);
          };
        };
      }),
    hash,
  );
}

describe('the package', () => {
  const packed = (file: string) => gzipSync(readFileSync(join(built, file))).length;

  it('shows no file of ours to any page', () => {
    const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('content_scripts');
  });

  it('injects little', () => {
    expect(packed('capture/recorder.iife.js')).toBeLessThan(12_000);
    // It looks for the rows of drawn tables, for what labels a value and for the lines beside a table.
    expect(packed('capture/page-copy.iife.js')).toBeLessThan(17_500);
    expect(packed('capture/point.iife.js')).toBeLessThan(2_000);
  });
});

describe('the extension in Chromium', () => {
  it('refuses a page of the browser itself, in Vietnamese', async () => {
    const page = await browser.open('chrome://version/');
    const panel = await browser.press(page);
    await panel.getByText('Trình duyệt không cho tiện ích nào đọc trang này').waitFor();
    expect(await stored()).toEqual([]);
    await portray(panel, 'refused', PANEL);
  });

  it('captures form 06a on one press, and keeps what was confirmed', async () => {
    const { panel } = await press(FORM);
    await panel.getByText('UBND xã Ta Ma').waitFor();
    await panel.getByText('quý III năm 2025').waitFor();
    const figure = panel.getByText('10.410/10.420');
    await figure.waitFor();
    // The figures are what is read first: nothing of the panel outweighs them.
    const row = panel.getByRole('row').filter({ has: figure });
    const weights = await row
      .locator('th, td')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).fontWeight));
    expect(weights.slice(0, 2)).toEqual(['400', '600']);
    await portray(panel, 'capture', PANEL);
    const [raw] = await stored();
    expect(raw).toMatchObject({
      state: 'raw',
      at: expect.stringMatching(/\+07:00$/),
      picture: expect.stringMatching(/^sha256:/),
    });
    // Cropped to the table: what stands above it, as the officer's name does in a portal's header, is not in it.
    const [width, height] = await pictureSize(raw?.picture ?? '');
    expect(width).toBeGreaterThan(600);
    expect(height).toBeLessThan(400);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText('Đã lưu 3 số của UBND xã Ta Ma.').waitFor();
    expect((await stored()).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('says that the same figures are there already, and keeps one record of them', async () => {
    const { panel } = await press(FORM);
    await panel.getByText(/^Trang chưa có số mới: mọi số như bản chụp lúc/).waitFor();
    await portray(panel, 'duplicate', PANEL);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText('Số liệu này đã có từ lần trước').waitFor();
    expect((await stored()).map(({ state }) => state).sort()).toEqual(['confirmed', 'discarded']);
  });

  it('shows the change since the last capture of the same source, unit and period', async () => {
    portals.answers.set(FORM, { body: laterForm() });
    const { panel } = await press(FORM);
    await panel
      .getByRole('row', { name: /Số hồ sơ tiếp nhận/ })
      .getByText('tăng 10')
      .waitFor();
    await panel
      .getByRole('row', { name: /đúng hạn/ })
      .getByText('không đổi')
      .waitFor();
    await heldActs(panel, 'later capture', async () => {
      await panel.getByRole('button', { name: 'Xác nhận' }).click();
      await panel.getByText('Đã lưu 3 số').waitFor();
    });
  });

  it('asks for the unit and the period that a page does not name, and corrects with a reason while the read figure stays', async () => {
    const { panel } = await press(TAN_DAN);
    await panel.getByLabel('Đơn vị').selectOption({ label: 'Xã Nông Cống' });
    await panel.getByText('1.120/1.130').waitFor();
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText('Hãy chọn kỳ của số liệu.').waitFor();
    await panel.getByLabel('Kỳ báo cáo').selectOption({ label: 'Tháng 9' });
    await panel.getByLabel('Năm').selectOption('2025');
    await portray(panel, 'ask-period', PANEL);
    await panel.getByRole('button', { name: 'Sửa số' }).click();
    await panel.getByLabel('Sửa Tỷ lệ hồ sơ giải quyết đúng hạn').fill('98,5');
    await panel.setViewportSize({ width: 320, height: 400 });
    await panel.getByRole('button', { name: 'Xác nhận số đã sửa' }).click();
    await panel.getByText('Hãy ghi lý do.').waitFor();
    // Where she has just pressed, however long the table is.
    const seen = await panel.getByRole('alert').boundingBox();
    expect(seen?.y).toBeGreaterThanOrEqual(0);
    expect((seen?.y ?? 0) + (seen?.height ?? 0)).toBeLessThanOrEqual(400);
    await panel.getByLabel('Lý do sửa').fill('Trang chưa tính 7 hồ sơ trễ hạn');
    await portray(panel, 'correct', PANEL);
    await panel.getByRole('button', { name: 'Xác nhận số đã sửa' }).click();
    await panel.getByText('trong đó 1 số sửa tay').waitFor();
    // What was stored stays in sight, and not what was read.
    await panel.getByText('98,5 %').waitFor();
    expect(await panel.getByText(/Chưa có bản chụp nào|99,12/).count()).toBe(0);
    const corrected = (await stored()).find(({ state }) => state === 'corrected');
    expect(corrected?.corrections).toEqual([
      { indicator: 'dung-han', read: 99.12, value: 98.5, reason: 'Trang chưa tính 7 hồ sơ trễ hạn' },
    ]);
  });

  it('loses nothing when the worker ends and the panel is closed between capture and confirmation', async () => {
    const { panel, page } = await press(INDEX);
    await panel.getByLabel('Đơn vị').selectOption({ label: 'UBND xã Đông Thái' });
    await panel.getByText('19,81/20 điểm').waitFor();
    await browser.killWorker();
    await panel.close();
    await page.goto('about:blank');
    const again = await browser.context.newPage();
    await again.goto(`chrome-extension://${browser.id}/panel.html`);
    // As after a restart of the browser: nothing but the database remembers.
    await again.evaluate(() => chrome.storage.session.clear());
    await again.reload();
    await again
      .getByRole('button', { name: /Bộ chỉ số/ })
      .first()
      .click();
    // What was chosen before is still chosen.
    await again.getByText('19,81/20 điểm').waitFor();
    await again.getByRole('button', { name: 'Xác nhận' }).click();
    await again.getByText('Đã lưu 2 số của UBND xã Đông Thái.').waitFor();
    await again.close();
  });

  it('copies a hostile page without touching it, and shows its text as text', async () => {
    const page = await browser.open(HOSTILE);
    await page.evaluate(() => {
      (globalThis as { changes?: number }).changes = 0; // the parser's own are over
    });
    const panel = await browser.press(page);
    const [built, changes, hacked] = await page.evaluate(() =>
      ['built', 'changes', 'hacked'].map((name) => (globalThis as unknown as Record<string, unknown>)[name]),
    );
    expect({ built, changes, hacked }).toEqual({ built: 1, changes: 0, hacked: undefined });
    await panel.getByText('=cmd <img src=x onerror="window.hacked=1">').first().waitFor();
    expect(await panel.locator('img').count()).toBe(0);
    await panel.getByText('Có khung của trang khác chưa đọc được: khac.gov.vn.').waitFor();
    await portray(panel, 'hostile', PANEL);

    const last = (await stored()).find(({ parts }) => parts[0]?.url === HOSTILE);
    const html = await blobText(last?.parts[0]?.hash ?? '');
    expect(html).toContain('chữ trong bóng');
    for (const unwanted of ['<script', 'bimat', 'typed']) expect(html).not.toContain(unwanted);
    await panel.getByRole('button', { name: 'Bỏ bản chụp' }).click();
    await panel.getByText('Đã bỏ bản chụp này.').waitFor();
  });

  it('asks the 2026 portal again from inside its own page, for the province and period chosen', async () => {
    const { panel } = await press(PORTAL);
    await panel.getByText(/^Trên trang này, số liệu nằm trong câu trả lời của Cổng/).waitFor();
    const province = panel.getByLabel('Tỉnh, thành phố');
    await province.selectOption({ label: 'Vĩnh Phúc (nay là Phú Thọ)' });
    expect(await province.locator('option:checked').innerText()).toBe('Phú Thọ');
    await portray(panel, 'ask', PANEL);
    await panel.getByRole('button', { name: 'Kỳ khác…' }).click();
    await panel.getByLabel('Kỳ báo cáo').selectOption({ label: 'Cả năm' });
    await panel.getByLabel('Năm').selectOption('2026');
    await panel.getByRole('button', { name: 'Lấy số từ Cổng' }).click();
    await panel.getByLabel('Đơn vị').selectOption({ label: 'UBND Phường Việt Trì' });
    await panel.getByText('17,86/20 điểm').waitFor();
    await panel.getByText('Cổng mới trả lời 2 trong 7 bảng: số liệu chưa đủ.').waitFor();
    const tables = () => portals.asked.map(({ url }) => url.replace(API, ''));
    expect(tables().slice(0, 7)).toEqual([
      'service-results',
      'transparency',
      'dvc-progress-tree',
      'provide-online-tree',
      'formality-online-payment-tree',
      'handling-satisfaction',
      'dossier-digitized',
    ]);
    // What the province's lists leave out is requested about the commune itself; only its own answer counts.
    await panel.getByText(/^Cổng chưa trả lời đủ bảng của riêng xã/).waitFor();
    expect(tables().slice(7)).toEqual(['service-results', 'dvc-progress-tree', 'provide-online-tree']);
    await portray(panel, 'portal', PANEL);
    // The panel is 320 px wide now: no figure with its greatest and its unit sticks out of its column.
    const cells = panel.locator('td[data-figure]');
    const out = await cells.evaluateAll((all) => all.filter((item) => item.scrollWidth > item.clientWidth).length);
    expect(out).toBe(0);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/^Đã lưu \d+ số của UBND Phường Việt Trì/).waitFor();
    // Offered until she has named her commune.
    await panel.getByRole('button', { name: 'Đặt làm xã của tôi' }).click();
    await panel.getByText(/^Đặt UBND Phường Việt Trì làm/).waitFor({ state: 'detached' });
  });

  it('repeats a saved capture: opens its page, keeps the place and period, compares with the old figures', async () => {
    const panel = await browser.panel();
    const first = portals.asked.length;
    await browser.open('about:blank');
    await heldActs(panel, 'capture again from history', async () => {
      await panel.getByRole('button', { name: 'Đã lưu' }).click();
      const opened = browser.context.waitForEvent('page');
      await panel
        .getByRole('button', { name: /^Chụp lại bản lúc/ })
        .first()
        .click();
      const page = await opened;
      await page.waitForURL(PORTAL);
      await panel.getByText(/^Đã mở lại trang của bản chụp lúc .*: UBND Phường Việt Trì, năm 2026\./).waitFor();
      await browser.press(page);
      await panel.getByText(/^Chụp lại bản lúc .*: thay đổi dưới đây là so với bản ấy\.$/).waitFor();
      await panel.getByText('17,86/20 điểm').waitFor();
      await portray(panel, 'again', PANEL);
      await panel.getByRole('button', { name: 'Xác nhận' }).click();
      await panel.getByText('Số liệu này đã có từ lần trước').waitFor();
    });
    expect(portals.asked.slice(first)).toEqual(portals.asked.slice(first - 10, first));
  });

  it('knows my commune once it is set, and hands the saved figures over as a captures file', async () => {
    const { panel } = await press(INDEX);
    await panel.getByRole('button', { name: 'Cài đặt' }).click();
    await panel.getByLabel('Xã của tôi').fill('xã An Minh');
    await portray(panel, 'settings', PANEL);
    await panel.getByRole('button', { name: 'Bản chụp', exact: true }).click();
    await panel.getByLabel('Đơn vị (xã của tôi)').waitFor();
    await panel.getByText('19,5/20 điểm').waitFor();
    await panel.getByText('hạng 2/2').waitFor();
    // Written once, not beside each figure.
    await panel.getByText('Chưa có bản chụp nào được xác nhận của đơn vị và kỳ này.').waitFor();
    expect(await panel.getByText('lần đầu').count()).toBe(0);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText('Đã lưu 2 số của UBND xã An Minh.').waitFor();

    await panel.getByRole('button', { name: 'Đã lưu' }).click();
    await panel.getByText('UBND xã An Minh, năm 2025').waitFor();
    await portray(panel, 'saved', PANEL);
    await panel.getByRole('button', { name: 'Tải tệp số liệu' }).click();
    await expect.poll(() => readdirSync(browser.downloads)).toEqual(['so-lieu-cong.json']);
    const file: unknown = JSON.parse(readFileSync(join(browser.downloads, 'so-lieu-cong.json'), 'utf8'));
    const { observations } = capturesFileSchema.parse(file);
    const rows = observations.map(({ unit, indicator, period, value }) => [unit.name, indicator, period, value]);
    expect(rows).toContainEqual(['Xã Nông Cống', 'dung-han', '2025-09', 98.5]);
    expect(rows).toContainEqual(['UBND xã An Minh', 'TDGQ', '2025', 19.5]);
    expect(observations.filter(({ provenance }) => provenance.correctedByHand)).toHaveLength(1);
  });
});
