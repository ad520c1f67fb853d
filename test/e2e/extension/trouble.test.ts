import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { casePage } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { DESK, PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
const NOTHING = 'https://thoitiet.gov.vn/';
const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
let portals: PortalServer;
let browser: Browser;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
  portals.answers.set(PORTAL, { body: '<!doctype html><title>Đánh giá</title><main>Đang xem năm 2026</main>' });
});

afterAll(async () => {
  await browser?.close();
});

function worker() {
  const [own] = browser.context.serviceWorkers();
  if (!own) throw new Error('no worker');
  return own;
}

async function discard(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Bỏ bản chụp' }).click();
  await panel.getByText('Đã bỏ bản chụp này.').waitFor();
}

describe('trouble', () => {
  it('says that the disk is full, and captures again once there is room', async () => {
    await worker().evaluate(() => {
      const world = globalThis as unknown as { put: unknown };
      world.put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    const page = await browser.open(FORM);
    const panel = await browser.press(page);
    await panel.getByText('Ổ đĩa của máy đã đầy nên không lưu được bản chụp. Hãy dọn bớt rồi bấm lại.').waitFor();
    await worker().evaluate(() => {
      IDBObjectStore.prototype.put = (globalThis as unknown as { put: IDBObjectStore['put'] }).put;
    });
    await browser.press(page);
    await panel.getByText('10.410/10.420').waitFor();
    await discard(panel);
  });

  it('captures a page that is open though the network is gone, and says when the portal does not answer', async () => {
    const form = await browser.open(FORM);
    await browser.context.setOffline(true);
    const panel = await browser.press(form);
    await panel.getByText('10.410/10.420').waitFor();
    await discard(panel);
    await browser.context.setOffline(false);

    const portal = await browser.open(PORTAL);
    await browser.context.setOffline(true);
    await browser.press(portal);
    // The periods most looked at take one press, once the province is known.
    await panel.getByRole('button', { name: /^Năm \d{4}$/ }).click();
    await panel.getByText('Hãy chọn tỉnh, thành phố trước.').waitFor();
    await panel.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Phú Thọ' });
    await panel.getByRole('button', { name: /^Năm \d{4}$/ }).click();
    await panel.getByText(/^Cổng không trả lời/).waitFor();
    await browser.context.setOffline(false);
    await discard(panel);
  });

  it('says that a press came to nothing when the worker was ended in the middle of it', async () => {
    const panel = await browser.panel();
    await panel.evaluate(async () => {
      const { id } = await chrome.windows.getCurrent();
      await chrome.storage.session.set({ [`window:${id}`]: { kind: 'reading', at: '2026-01-01T08:00:00+07:00' } });
    });
    await panel.getByText('Lần bấm này chưa chụp xong trang.').waitFor();
  });

  it('restores a discarded capture, marks its tab, and deletes for good only after a second press', async () => {
    const page = await browser.open(FORM);
    const panel = await browser.press(page);
    await panel.getByText('10.410/10.420').waitFor();
    const badge = () =>
      worker().evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        return Promise.all(tabs.map(({ id = -1 }) => chrome.action.getBadgeText({ tabId: id })));
      });
    expect(await badge()).toContain('!');
    await discard(panel);
    expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await expect.poll(badge).not.toContain('!');
    await panel.getByRole('button', { name: 'Lấy lại bản chụp' }).click();
    await panel.getByText('10.410/10.420').waitFor();
    await expect.poll(badge).toContain('!');

    const desk = await browser.context.newPage();
    await desk.goto(`chrome-extension://${browser.id}/desk.html#/cai-dat`);
    await panel.getByText('Thẻ đang mở là thẻ khác').waitFor();
    // Discarded from another tab: the mark is on the captured tab.
    await discard(panel);
    await expect.poll(badge).not.toContain('!');
    await desk.getByRole('button', { name: /^Xóa hẳn \d+ bản chụp đã bỏ$/ }).click();
    await portray(desk, 'desk-remove', DESK);
    await desk.getByRole('button', { name: 'Thôi' }).click();
    await desk.getByRole('button', { name: /^Xóa hẳn \d+ bản chụp đã bỏ$/ }).click();
    await desk.getByRole('button', { name: 'Xóa hẳn', exact: true }).click();
    await desk.getByText(/^Đã xóa hẳn \d+ bản chụp\.$/).waitFor();
    await desk.getByText(/^0 bản chụp, dùng/).waitFor();
    await desk.close();
    await panel.getByText('Không còn bản chụp này.').waitFor();
  });

  it('reminds on the button while the month has no figures, and stops once it has', async () => {
    const badge = () => worker().evaluate(() => chrome.action.getBadgeText({}));
    const panel = await browser.panel();
    await panel.getByRole('button', { name: 'Cài đặt' }).click();
    await panel.getByLabel(/^Nhắc khi/).selectOption({ label: 'Từ ngày 1' });
    const alarm = () => worker().evaluate(() => chrome.alarms.get('reminder'));
    await expect.poll(alarm).toMatchObject({ periodInMinutes: 24 * 60 });
    // The day passes as the browser would tell it.
    await worker().evaluate(() => {
      const { onAlarm } = chrome.alarms as unknown as { onAlarm: { dispatch: (alarm: object) => void } };
      onAlarm.dispatch({ name: 'reminder', scheduledTime: 0 });
    });
    await expect.poll(badge).toBe('•');
    // A press leads back from the settings to what was captured.
    await browser.press(await browser.open(FORM));
    await panel.getByText('10.410/10.420').waitFor();
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/^Đã lưu 3 số/).waitFor();
    await expect.poll(badge).toBe('');
  });

  it('counts an unchanged page once, and lets no page without figures wait', async () => {
    const waiting = () =>
      worker().evaluate(
        () =>
          new Promise<number>((done) => {
            const opening = indexedDB.open('thi-dua-so');
            opening.onsuccess = () => {
              const found = opening.result.transaction('captures').objectStore('captures').index('state').count('raw');
              found.onsuccess = () => {
                opening.result.close();
                done(found.result);
              };
            };
          }),
      );
    const before = await waiting();
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html').replaceAll('Ta Ma', 'Ta Mít') });
    const page = await browser.open(FORM);
    const panel = await browser.press(page);
    await panel.getByText('UBND xã Ta Mít').waitFor();
    await browser.press(page);
    await browser.press(page);
    expect(await waiting()).toBe(before + 1);
    await panel.getByText('10.410/10.420').waitFor();
    await discard(panel);

    portals.answers.set(NOTHING, {
      body: '<!doctype html><title>Thời tiết</title><p>35 độ</p><iframe src="https://khac.gov.vn/so"></iframe>',
    });
    await browser.press(await browser.open(NOTHING));
    await panel.getByText(/^Không tìm thấy: /).waitFor();
    // The figures may be in a frame of another site: the panel names it, and offers access.
    await panel.getByText('Có khung của trang khác chưa đọc được: khac.gov.vn.').waitFor();
    await panel.getByRole('button', { name: 'Cho đọc khung của khac.gov.vn' }).waitFor();
    await portray(panel, 'nothing', PANEL);
    expect(await waiting()).toBe(before);
    // It is not lost either: she may still point at a table of it.
    await panel.getByRole('button', { name: 'Chỉ vào bảng' }).click();
    await panel.getByText('Trang này không có bảng nào có dòng tiêu đề.').waitFor();
    await panel.getByRole('button', { name: 'Thôi chỉ bảng' }).click();
    await discard(panel);
  });

  it('says that the portal lets her see nothing, which is not silence', async () => {
    const api = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/';
    const calls = ['service-results', 'transparency', 'dvc-progress-tree', 'provide-online-tree'].concat([
      'formality-online-payment-tree',
      'handling-satisfaction',
      'dossier-digitized',
    ]);
    for (const call of calls) portals.answers.set(api + call, { status: 401, body: '{}' });
    const panel = await browser.press(await browser.open(PORTAL));
    await panel.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Phú Thọ' });
    await panel
      .getByRole('button', { name: /^Tháng \d+ năm \d{4}$/ })
      .first()
      .click();
    await panel.getByText(/^Cổng không cho xem: phiên đăng nhập đã hết/).waitFor();
    await discard(panel);
    // The province is chosen from then on, however late the settings are read.
    await panel.evaluate(readPolicyLate);
    await browser.press(await browser.open(PORTAL));
    await panel
      .getByRole('button', { name: /^Tháng \d+ năm \d{4}$/ })
      .first()
      .click();
    await panel.getByText(/^Cổng không cho xem: phiên đăng nhập đã hết/).waitFor();
    await discard(panel);
  });

  it.each([
    ['a login page', { body: '<!doctype html><title>Đăng nhập</title>' }],
    ['the page of a firewall', { status: 403, body: '<html><h1>Request blocked</h1></html>' }],
    ['a demand for a pause', { status: 429, body: '{}' }],
  ])('stops at %s after one question, and names it', async (_, answer) => {
    const api = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/';
    for (const url of [...portals.answers.keys()]) if (url.startsWith(api)) portals.answers.set(url, answer);
    const panel = await browser.press(await browser.open(PORTAL));
    const before = portals.asked.length;
    await panel
      .getByRole('button', { name: /^Tháng \d+ năm \d{4}$/ })
      .first()
      .click();
    await panel.getByText(/^Cổng đang chặn: nó trả lời bằng một trang đăng nhập hoặc trang của tường lửa/).waitFor();
    expect(portals.asked.length - before).toBe(1);
    await discard(panel);
  });

  it('keeps the capture and opens as a tab where the browser has no side panel', async () => {
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html').replaceAll('Ta Ma', 'Ta Sin') });
    await (await browser.panel()).close();
    await worker().evaluate(() => Object.defineProperty(chrome, 'sidePanel', { value: undefined, configurable: true }));
    for (let press = 1; press <= 3; press++) {
      const tab = await browser.press(await browser.open(FORM));
      await tab.getByText('UBND xã Ta Sin').waitFor();
      await tab.getByText('10.410/10.420').waitFor();
      // The tab in front is the panel itself.
      expect(await tab.getByText('Thẻ đang mở là thẻ khác').count()).toBe(0);
      expect(browser.context.pages().filter((page) => page.url().endsWith('/panel.html'))).toHaveLength(1);
    }
  });
});

/** Runs in the panel: the machine's policy is read a second late, as just after the browser's start. */
function readPolicyLate(): void {
  const { managed } = chrome.storage;
  const read = managed.get.bind(managed) as () => Promise<object>;
  const late = async () => {
    await new Promise((over) => setTimeout(over, 1_000));
    return read();
  };
  Object.assign(managed, { get: late });
}
