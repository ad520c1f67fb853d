/**
 * From the portal into a workbook without a file in between: both production builds in real Chromium, the add-in's page
 * served under the address both were built for.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellAt } from '../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { ADD_IN } from '../../built-once.ts';
import { findWindowless } from '../../find-browser.mjs';
import { builtAddIn } from '../../host/built-addin.ts';
import { cutTexts, findingsIn, goTo, wearTheme } from '../excel-addin/pane.ts';
import { takePicture } from '../excel-addin/pictures.ts';
import type { Browser } from './browser.ts';
import { downloaded } from './downloaded.ts';
import { casePage } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { sharedBrowser } from './shared-browser.ts';

const ELSEWHERE = 'https://khac.example.gov.vn/so';
const EXCEL = 'https://excel.example.gov.vn/';
const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-hand-over-'));
const workbook = join(folder, 'Thi đua 2025.xlsx');
let portals: PortalServer;
let addIn: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const cover = [{ row: 0, column: 0, value: { kind: 'text', text: 'UBND xã Ta Ma' } }] as const;
  writeFileSync(workbook, newBook([{ name: 'Bìa', cells: cover }]));
  addIn = (await builtAddIn()).folder;
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
  portals.answers.set('https://thidua.example.gov.vn/khac.html', { body: '<title>khác</title>' });
  portals.answers.set(EXCEL, { body: `<title>Excel</title><iframe src="${ADD_IN}/preview.html"></iframe>` });
  serve(ADD_IN);
  serve(ELSEWHERE);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
]);

/** The add-in's pages and scripts under an address. */
function serve(address: string): void {
  for (const path of readdirSync(addIn, { recursive: true, encoding: 'utf8' })) {
    const file = join(addIn, path);
    const type = TYPES.get(extname(path));
    if (type === undefined || !statSync(file).isFile()) continue;
    portals.answers.set(`${address}/${relative(addIn, file)}`, { type, body: readFileSync(file, 'utf8') });
  }
}

/** The preview with the workbook open and the form for the portal's figures unfolded. */
async function openForm(context: BrowserContext, address: string): Promise<Page> {
  const opened = await context.newPage();
  await opened.goto(`${address}/preview.html`);
  await opened.locator('input[type="file"][aria-label="Mở sổ"]').setInputFiles(workbook);
  await unfold(opened);
  return opened;
}

async function unfold(opened: Page): Promise<void> {
  await goTo(opened, 'Số liệu Cổng');
  await opened.getByRole('region', { name: 'Nhập số liệu Cổng' }).waitFor();
}

async function confirmed(html: string): Promise<void> {
  portals.answers.set(FORM, { body: html });
  const panel = await browser.press(await browser.open(FORM));
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu 3 số của UBND xã Ta Ma/).waitFor();
}

async function taken(): Promise<string> {
  await page.getByRole('button', { name: 'Lấy từ tiện ích trình duyệt' }).click();
  const notice = page.locator('main[aria-busy="false"] p').filter({ hasText: /^(Đã xong|Không làm được):/ });
  await notice.first().waitFor();
  return (await notice.allInnerTexts()).join('\n');
}

/** Code, period and value of each row of the sheet "Chỉ số", as saved. */
async function rows(): Promise<readonly (readonly unknown[])[]> {
  const { bytes } = await downloaded(browser, () => page.getByRole('button', { name: 'Lưu về máy' }).click());
  const book = readBook(bytes);
  const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Chỉ số') : undefined;
  if (!sheet) throw new Error('no sheet "Chỉ số"');
  const texts = [...sheet.rows.keys()].sort((a, b) => a - b);
  const row = (at: number) => Array.from({ length: 20 }, (_, column) => cellAt(sheet, at, column)?.value ?? null);
  const header = texts.find((at) => row(at).includes('Giá trị'));
  const places = ['Chỉ số', 'Kỳ', 'Giá trị'].map((title) => row(header ?? 0).indexOf(title));
  return texts.filter((at) => at > (header ?? 0)).map((at) => places.map((place) => row(at)[place]));
}

/** Whether the page has a channel to any extension. */
const canAsk = (opened: Page | Frame) =>
  opened.evaluate(() => {
    const { chrome } = globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return chrome?.runtime?.sendMessage !== undefined;
  });

describe('hand-over to Excel in the browser', () => {
  it('says how the figures come by file where there is no extension', async () => {
    const plain = await chromium.launch({
      executablePath: findWindowless() ?? 'chromium',
      args: [
        ...['--no-sandbox', '--disable-background-networking', '--ignore-certificate-errors'],
        `--host-resolver-rules=MAP *.gov.vn:443 127.0.0.1:${portals.port}, MAP * ~NOTFOUND`,
      ],
    });
    const opened = await openForm(await plain.newContext({ ignoreHTTPSErrors: true }), ADD_IN);
    await opened.getByText(/Tiện ích Thi Đua Số của trình duyệt không trả lời ở đây.*Tải tệp số liệu/).waitFor();
    expect(await opened.getByRole('button', { name: 'Lấy từ tiện ích trình duyệt' }).count()).toBe(0);
    await plain.close();
  });

  it('lets no page ask but the add-in’s own', async () => {
    await confirmed(casePage('form-06a', 'fields-ok.html'));
    const other = await openForm(browser.context, ELSEWHERE);
    await other.getByText(/Tiện ích Thi Đua Số của trình duyệt không trả lời ở đây/).waitFor();
    expect(await canAsk(other)).toBe(false);
    await other.goto('https://thidua.example.gov.vn/khac.html');
    expect(await canAsk(other)).toBe(false);
    await other.goto(FORM);
    expect(await canAsk(other)).toBe(false);
    await other.close();
  });

  it('lets the add-in’s page ask from a frame, as Excel on the web shows it', async () => {
    const outer = await browser.context.newPage();
    await outer.goto(EXCEL);
    const inner = outer.frames().find((frame) => frame.url().startsWith(ADD_IN));
    expect(inner && (await canAsk(inner))).toBe(true);
    expect(await canAsk(outer)).toBe(false);
    await outer.close();
  });

  it('brings the figures into the sheet "Chỉ số"', async () => {
    page = await openForm(browser.context, ADD_IN);
    await page.getByText('1 bản chụp chờ chuyển sang Excel.').waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await wearTheme(page, theme);
      expect(await findingsIn(page, theme)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await takePicture(page, `captures-${theme}`);
    }
    expect(await taken()).toContain('Đã nhận 1 bản chụp (3 số liệu) từ tiện ích trình duyệt.');
    expect(await rows()).toHaveLength(3);
    expect((await rows()).find(([code]) => code === 'dung-han')).toEqual(['dung-han', '2025-Q3', 99.9]);
  });

  it('brings nothing twice, also after the worker was ended', async () => {
    await browser.killWorker();
    await unfold(page);
    await page.getByText('Không có bản chụp nào chờ chuyển sang Excel.').waitFor();
    const before = await rows();
    expect(await taken()).toContain('Tiện ích không có bản chụp nào chờ chuyển.');
    expect(await rows()).toEqual(before);
  });

  it('shows the officer what was handed over, and hands it over again on request', async () => {
    const desk = await browser.context.newPage();
    await desk.goto(`chrome-extension://${browser.id}/desk.html#/xuat`);
    await desk.getByText('Mọi bản chụp đã chuyển sang Excel. Đã chuyển: 1.').waitFor();
    await desk.getByRole('button', { name: /^Chuyển lại: UBND xã Ta Ma/ }).click();
    await desk.getByText('1 bản chụp chưa chuyển sang Excel.').waitFor();
    const before = await rows();
    await unfold(page);
    expect(await taken()).toContain('Đã nhận 1 bản chụp');
    expect(await rows()).toEqual(before);
    await desk.getByText('Mọi bản chụp đã chuyển sang Excel. Đã chuyển: 1.').waitFor();
    await desk.close();
  });
});
