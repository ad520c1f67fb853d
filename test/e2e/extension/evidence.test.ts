/**
 * The evidence viewer, the list of captures and the table of units in real Chromium: hostile evidence does nothing,
 * changed evidence is reported.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { observationSchema } from '../../../core/portal/indicator/observation.ts';
import { figuresOf } from '../../../extension/store/series.ts';
import type { Browser } from './browser.ts';
import { hostileEvidence, unitsPage } from './evidence-pages.ts';
import type { PortalServer } from './portal-server.ts';
import { portray, TALL } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const URL = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';
/** Height of a window that shows the whole of a capture. */

const CONTROL = 'https://xau.gov.vn/kiem-tra';
const ANSWER = '{"list":[{"name":"=cmd|calc","note":"<img src=https://xau.gov.vn/anh onerror=alert(1)>"}]}';

let portals: PortalServer;
let browser: Browser;
let desk: Page;

interface Kept {
  readonly id: string;
  readonly at: string;
  readonly state: string;
  readonly bodies: readonly string[];
  readonly value?: number;
  readonly read?: number;
  readonly duplicateOf?: string;
  readonly picture?: boolean;
}

const CAPTURES: readonly Kept[] = [
  { id: 'xau', at: '2025-10-09T08:00:00+07:00', state: 'discarded', bodies: [hostileEvidence(), ANSWER] },
  { id: 'mot', at: '2025-10-11T08:00:00+07:00', state: 'confirmed', bodies: [unitsPage(0)], value: 19.46 },
  { id: 'hai', at: '2025-10-15T08:00:00+07:00', state: 'corrected', bodies: [unitsPage(1)], value: 19.5, read: 19.47 },
  { id: 'trung', at: '2025-10-16T08:00:00+07:00', state: 'discarded', bodies: [unitsPage(2)], duplicateOf: 'hai' },
  { id: 'cho', at: '2025-10-17T09:30:00+07:00', state: 'raw', bodies: [unitsPage(3), ANSWER], picture: true },
];

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  desk = await browser.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.goto(address('ban-chup'));
  await desk.getByText('Chưa có bản chụp nào.').waitFor();
  await desk.evaluate(() => chrome.storage.local.set({ settings: { unit: 'xã Mỹ Đức 3' } }));
  await seed();
});

afterAll(async () => {
  await browser?.close();
});

function address(route: string): string {
  return `chrome-extension://${browser.id}/desk.html#/${route}`;
}

function sha256(bytes: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** In the store's form; the picture is our icon. */
async function seed(): Promise<void> {
  const png = readFileSync(
    fileURLToPath(new globalThis.URL('../../../extension/public/icons/icon-128.png', import.meta.url)),
  );
  const blobs: { hash: string; type: string; bytes: number[] }[] = [
    { hash: sha256(png), type: 'image/png', bytes: [...png] },
  ];
  const figures: object[] = [];
  const captures = CAPTURES.map(({ id, at, state, bodies, value, read, duplicateOf, picture }) => {
    for (const body of bodies) {
      blobs.push({ hash: sha256(body), type: 'text/html', bytes: [...Buffer.from(body)] });
    }
    const parts = bodies.map((body, index) => ({
      kind: index === 0 ? 'page' : 'answer',
      url: index === 0 ? URL : 'https://dichvucong.gov.vn/api/bang-chung',
      ...{ request: index === 0 ? null : '{"nam":2025}', hash: sha256(body) },
    }));
    const observation = {
      ...{ indicator: 'TDGQ', unit: { name: 'UBND xã Mỹ Đức 3' }, period: '2025', value, max: 20 },
      provenance: {
        ...{ url: URL, capturedAt: at, contentHash: parts[0]?.hash },
        reader: { id: 'national-2022-page', version: '2025-01-01.1' },
      },
    };
    if (value !== undefined) figures.push(...figuresOf(id, at, [observationSchema.parse(observation)]));
    return {
      ...{ id, at, url: URL, title: 'Tiến độ <b>giải quyết</b>', state, parts, unread: [], draft: null },
      ...{ duplicateOf: duplicateOf ?? null, picture: picture ? sha256(png) : null },
      view: { width: 1400, height: 900, scrollY: 0, ratio: 1 },
      observations: value === undefined ? [] : [observation],
      corrections: read === undefined ? [] : [{ indicator: 'TDGQ', read, value, reason: 'Cổng làm tròn nhầm' }],
    };
  });
  await put({ captures, blobs, figures });
}

/** Straight into the database the desk has made. */
async function put(records: { captures: object[]; blobs: { bytes: number[] }[]; figures: object[] }): Promise<void> {
  await desk.evaluate(
    (all) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('thi-dua-so');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(Object.keys(all), 'readwrite');
          for (const capture of all.captures) transaction.objectStore('captures').put(capture);
          for (const figure of all.figures) transaction.objectStore('figures').put(figure);
          for (const blob of all.blobs) {
            transaction.objectStore('blobs').put({ ...blob, bytes: new Uint8Array(blob.bytes) });
          }
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
          transaction.onerror = () => fail(transaction.error);
        };
      }),
    records,
  );
}

/** A new page each time, so that nothing of the previous page is left. */
async function open(route: string): Promise<void> {
  await desk.goto('about:blank');
  await desk.goto(address(route));
}

describe('hostile evidence', () => {
  /**
   * Answered from anywhere but the extension itself. What the policy stops is a request to the debugger, too, but never
   * leaves.
   */
  const answered: string[] = [];

  beforeAll(async () => {
    // The host can be reached, so silence later on is no accident of the test.
    portals.answers.set(CONTROL, { body: '<!doctype html><link rel="icon" href="data:,">' });
    await browser.open(CONTROL);
    expect(portals.visited).toEqual([CONTROL]);
    browser.context.on('response', (response) => {
      if (!/^(?:chrome-extension|blob|data):/.test(response.url())) answered.push(response.url());
    });
  });

  const expectNothing = async () => {
    // Any request would have been sent by now.
    await desk.waitForTimeout(700);
    expect([...portals.visited, ...answered]).toEqual([CONTROL]);
    expect(await desk.evaluate(() => (globalThis as { hacked?: unknown }).hacked)).toBeUndefined();
    expect(await desk.title()).toMatch(/^Bản chụp/);
    expect(desk.url()).toBe(address('ban-chup/xau'));
  };

  it('is shown, and nothing of it runs, loads or leads anywhere', async () => {
    await open('ban-chup/xau');
    await desk.getByText('Nguyên vẹn: cả 2 phần khớp mã băm lúc chụp.').waitFor();
    const copy = desk.frameLocator('iframe');
    await copy.getByText('Số liệu trong trang xấu').waitFor();
    expect(await desk.locator('iframe').getAttribute('sandbox')).toBe('');
    await expectNothing();
    const frames = () => desk.frames().map((frame) => frame.url());
    expect(frames()).toEqual([desk.url(), 'about:srcdoc']);
    for (const text of ['liên kết ngoài', 'liên kết mã', 'liên kết trong hình', 'nút gửi', 'liên kết trong bóng']) {
      for (const locator of await copy.getByText(text).all()) await locator.click({ force: true, timeout: 2_000 });
    }
    await expectNothing();
    expect(frames()).toEqual([desk.url(), 'about:srcdoc']);
    expect(await copy.locator('script, iframe, object, link, base, meta[http-equiv=refresh], template').count()).toBe(
      0,
    );
    await copy.getByText('chữ có nhiều thuộc tính').waitFor();
    expect(await copy.locator('#nhieu').count()).toBe(0);
    expect(await copy.locator('[href], [action], [formaction], [onerror], [onclick]').count()).toBe(0);
  });

  it('could not even when nothing were taken out of it: the frame and the policy alone hold it', async () => {
    await open('ban-chup/xau');
    await desk.frameLocator('iframe').getByText('Số liệu trong trang xấu').waitFor();
    await desk.evaluate((html) => {
      const [frame] = document.getElementsByTagName('iframe');
      if (frame) frame.srcdoc = html;
    }, hostileEvidence());
    await expectNothing();
  });

  it('is text where it is an answer', async () => {
    await open('ban-chup/xau');
    await desk.getByRole('button', { name: /^Trả lời: bang-chung/ }).click();
    const text = await desk.getByRole('textbox', { name: 'Trả lời: bang-chung' }).inputValue();
    expect(text).toBe(JSON.stringify(JSON.parse(ANSWER), null, 2));
    await desk.getByText('Câu hỏi: {"nam":2025}').waitFor();
    await expectNothing();
  });
});

describe('the captures', () => {
  it('are listed with what became of each, and narrowed down', async () => {
    await open('ban-chup');
    const options = desk.getByRole('listbox').getByRole('option');
    await expect
      .poll(() => options.allInnerTexts())
      .toEqual([
        expect.stringMatching(/09:30 ngày 17\/10\/2025[\s\S]*Chờ xác nhận[\s\S]*Mở để xác nhận/),
        expect.stringMatching(/Trùng/),
        expect.stringMatching(/Đã sửa tay[\s\S]*UBND xã Mỹ Đức 3, năm 2025[\s\S]*1 số sửa tay/),
        expect.stringMatching(/Đã xác nhận/),
        expect.stringMatching(/Đã bỏ/),
      ]);
    await desk.getByLabel('Trạng thái').selectOption({ label: 'Trùng' });
    await desk.getByText('1 trong 5 bản chụp').waitFor();
  });

  it('show what was read and what was corrected, and read the evidence again', async () => {
    await open('ban-chup/hai');
    await desk.getByText('số gốc đọc được: 19,47. Lý do sửa: Cổng làm tròn nhầm').waitFor();
    await desk.getByRole('link', { name: '08:00 ngày 16/10/2025' }).waitFor();
    await desk.getByRole('button', { name: 'Đọc lại' }).click();
    await desk.getByText(/lúc lưu: national-2022-page, bản 2025-01-01\.1/).waitFor();
    const row = desk.getByRole('row').filter({ hasText: 'như cũ' });
    expect(await row.innerText()).toMatch(/Tiến độ giải quyết\s+19,47\s+19,47\s+như cũ/);
    await portray(desk, 'desk-evidence', TALL);
  });

  it('open at the cell of a figure, as it was read', async () => {
    await open('ban-chup/hai');
    await desk.getByRole('link', { name: 'Xem ô: Tiến độ giải quyết' }).click();
    await desk.getByText('Ô có viền là nơi ghi số “Tiến độ giải quyết”.').waitFor();
    const cell = desk.frameLocator('iframe').locator('[data-figure-cell]');
    expect(await cell.innerText()).toContain('19,47');
    const [frame, box] = [await desk.locator('iframe').boundingBox(), await cell.boundingBox()];
    if (!frame || !box) throw new Error('the cell is not drawn');
    expect(box.y).toBeGreaterThan(frame.y);
    expect(box.y + box.height).toBeLessThan(frame.y + frame.height);
  });

  it('are saved as files to be checked elsewhere', async () => {
    await open('ban-chup/hai');
    await desk.getByRole('button', { name: 'Lưu bằng chứng (.zip)' }).click();
    await expect.poll(() => readdirSync(browser.downloads)).toEqual(['bang-chung-2025-10-15.zip']);
  });

  it('that still wait are confirmed from the desk through the worker', async () => {
    await open('ban-chup/cho');
    await desk.getByText('19,49/20 điểm').waitFor();
    await desk.getByText('giảm 0,01').waitFor();
    await desk.getByRole('button', { name: /^Ảnh/ }).click();
    const picture = desk.getByAltText('Ảnh phần số liệu lúc chụp');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(128);
    await portray(desk, 'desk-confirm', TALL);
    await desk.getByRole('button', { name: 'Xác nhận' }).click();
    await desk.getByRole('definition').filter({ hasText: 'Đã xác nhận' }).waitFor();
    await desk.getByRole('link', { name: 'Về danh sách bản chụp' }).click();
    await expect
      .poll(() => desk.getByRole('option').filter({ hasText: '17/10/2025' }).innerText())
      .toContain('Đã xác nhận');
  });
});

describe('the table of units', () => {
  it('is read from the evidence: places among communes, changes since the last capture of the same source', async () => {
    await open('don-vi');
    await desk
      .getByText('Xã của tôi, UBND xã Mỹ Đức 3: hạng 4, 19,49/20 điểm, tăng 0,01, giữ hạng. 60 đơn vị.')
      .waitFor();
    const rows = desk.getByRole('table').getByRole('row');
    const mine = rows.filter({ hasText: 'Xã của tôi' });
    expect((await mine.innerText()).replace(/\s+/g, ' ')).toBe(
      '4 UBND xã Mỹ Đức 3 Xã của tôi 19,49/20 điểm tăng 0,01 giữ hạng 19,48/20 điểm 08:00 ngày 16/10/2025',
    );
    // Two share the second place, so there is no third; no department stands among the communes.
    await expect
      .poll(async () => (await rows.allInnerTexts()).slice(1, 5).map((text) => text.split(/\s/)[0]))
      .toEqual(['1', '2', '2', '4']);
    expect(await desk.getByText('Sở Du lịch').count()).toBe(0);
    await desk.getByLabel('Tìm đơn vị').fill('my duc');
    await desk.getByText(/Thấy 12 trong 60 đơn vị\./).waitFor();
    await desk.getByRole('button', { name: 'Đơn vị' }).click();
    expect(await desk.getByRole('columnheader', { name: 'Đơn vị' }).getAttribute('aria-sort')).toBe('ascending');
    await desk.getByLabel('Xếp hạng trong').selectOption({ label: 'Sở, ngành và đơn vị khác' });
    await desk.getByLabel('Tìm đơn vị').fill('');
    await desk.getByText('Sở Du lịch').waitFor();
  });
});

describe('evidence that was changed after the capture', () => {
  it('is described in words, and no reader reads it', async () => {
    await put({
      ...{ captures: [], figures: [] },
      blobs: [
        { hash: sha256(unitsPage(1)), type: 'text/html', bytes: [...Buffer.from(unitsPage(2))] } as { bytes: number[] },
      ],
    });
    await open('ban-chup/hai');
    await desk.getByText(/^1 trong 1 phần đã bị thay đổi hoặc không còn sau khi chụp/).waitFor();
    await desk.getByRole('button', { name: 'Trang Đã bị thay đổi' }).waitFor();
    await desk.getByText('Phần này đã bị thay đổi: mã băm không khớp.').waitFor();
    await desk.getByRole('button', { name: 'Đọc lại' }).click();
    await desk.getByText('Bằng chứng đã bị thay đổi hoặc không còn, nên không đọc lại.').waitFor();
    await portray(desk, 'desk-changed', TALL);
  });
});
