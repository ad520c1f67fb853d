/** The page as one file, opened from a disk: a folder of reports in, points out, no network requests, nothing lost. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { ROOT } from '../../built-for-production.ts';
import { convertedText, findOffice } from '../../find-office.ts';
import {
  checkAndScore,
  chooseMovement,
  cutTexts,
  goTo,
  press,
  said,
  seriousFindings,
  wearTheme,
} from '../excel-addin/pane.ts';
import { readableAt, takePicture, takeSteps } from '../excel-addin/pictures.ts';
import { oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';

const REPORTS = join(ROOT, 'cli/demo/ta-ma-2025');

let folder: string;
let context: BrowserContext;
let page: Page;
let address: string;
/** Where the same file is served. */
let served: string;
let server: Server;
const requests: string[] = [];
const faults: string[] = [];

const reportNames = () => readdirSync(REPORTS).filter((name) => name.endsWith('.xlsx'));

async function opened(at = address): Promise<Page> {
  const next = await context.newPage();
  next.on('pageerror', (error) => faults.push(String(error)));
  next.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  next.on('request', (request) => requests.push(request.url()));
  await next.goto(at);
  return next;
}

/** Into the first cell, as an officer types. */
async function typeInGrid(on: Page): Promise<void> {
  await on.getByRole('grid').press('Control+Home');
  await on.getByRole('grid').press('F2');
  await on.getByLabel('Nội dung ô A1').fill('ghi chú');
  await on.getByLabel('Nội dung ô A1').press('Enter');
}

beforeAll(async () => {
  const built = await builtPage();
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-page-'));
  // As it lies on a stick: in a folder of its own, letters and a space in the name.
  mkdirSync(join(folder, 'Thi đua số'));
  const file = join(folder, 'Thi đua số/thi-dua-so.html');
  copyFileSync(join(built, 'thi-dua-so.html'), file);
  address = pathToFileURL(file).href;
  context = await (await oneBrowser()).newContext({
    viewport: { width: 1024, height: 680 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  page = await opened();
});
afterAll(async () => {
  await context?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page in one file', () => {
  it('scrolls to the end of its first screen on a telephone', async () => {
    const small = await opened();
    await small.setViewportSize({ width: 320, height: 640 });
    await small.getByRole('button', { name: 'Trợ giúp' }).click();
    await small.getByRole('heading', { name: 'Tám bước' }).scrollIntoViewIfNeeded();
    expect(await small.getByRole('heading', { name: 'Tám bước' }).boundingBox()).toMatchObject({
      y: expect.toSatisfy((y: number) => y >= 0 && y < 640),
    });
    await small.close();
  });

  it('is one file of at most 1.63 MB in gzip', () => {
    const file = join(folder, 'Thi đua số/thi-dua-so.html');
    expect(gzipSync(readFileSync(file)).length).toBeLessThanOrEqual(1_629_500);
  });

  it('begins with its ways to begin, readable at every width and in both themes', async () => {
    await page.getByRole('button', { name: 'Mở thư mục báo cáo' }).waitFor();
    await readableAt(page, 'page-start', [320, 1024], 680);
  });

  it('takes a folder of reports and scores it, passing over by name what is none', async () => {
    const reports = join(folder, 'Báo cáo');
    mkdirSync(join(reports, 'Các bản'), { recursive: true });
    const names = reportNames();
    const [first = '', second = '', ...rest] = names;
    for (const [index, name] of rest.entries())
      copyFileSync(join(REPORTS, name), join(reports, index % 2 === 0 ? 'Các bản' : '', name));
    const packed = [first, second].map((name) => [`Gửi lên/${name}`, readFileSync(join(REPORTS, name))] as const);
    writeFileSync(join(reports, 'Hai đơn vị.zip'), zipSync(Object.fromEntries(packed)));
    writeFileSync(join(reports, 'Công văn đôn đốc.rtf'), 'x');
    writeFileSync(join(reports, `~$${names[0]}`), 'x');
    await page.locator('input[type="file"][aria-label="Mở thư mục báo cáo"]').setInputFiles(reports);
    expect(await said(page)).toContain(`${names.length}`);
    await page.getByText('Bỏ qua 1 tệp không phải bảng tính: Công văn đôn đốc.rtf.').waitFor();
    // A second worker reads some of so many, where the machine has a second processor.
    const processors = await page.evaluate(() => navigator.hardwareConcurrency);
    expect(page.workers()).toHaveLength(Math.min(2, processors));
    expect(await checkAndScore(page)).toContain(`Đã kiểm tra và chấm điểm: ${names.length} báo cáo`);
    await takePicture(page, 'page-scored');
    await takeSteps(page);
  });

  it('writes the Word papers and the book of results, which LibreOffice opens as what they are', async () => {
    await goTo(page, 'Kết quả');
    await page.getByRole('heading', { name: /^Kết quả toàn xã \(\d+ chỉ tiêu\)/ }).waitFor();
    await page.getByText(/^○ Chưa đạt: \d+$/).waitFor();
    await page.getByRole('heading', { name: 'Bảng màu: đơn vị và tiêu chí' }).waitFor();
    await takePicture(page, 'page-ranking');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    const downloads = join(folder, 'Tải về');
    const keep = async (button: string) => {
      const waiting = page.waitForEvent('download');
      await press(page, button);
      const file = await waiting;
      const path = join(downloads, file.suggestedFilename());
      await file.saveAs(path);
      return path;
    };
    await goTo(page, 'Văn bản');
    const book = await keep('Sổ tổng hợp để in');
    expect(basename(book)).toBe('Tong-hop-cham-diem-ta-ma-2025.xlsx');
    const papers = unzipSync(readFileSync(await keep('Văn bản Word')));
    await page.getByRole('status', { name: 'Cần xem trước khi ký' }).waitFor();
    const minutes = join(downloads, 'bien-ban.docx');
    writeFileSync(minutes, papers['bien-ban-hop-hoi-dong.docx'] ?? '');
    expect(Object.keys(papers).filter((name) => name.startsWith('phieu-cham/'))).toHaveLength(reportNames().length);
    await goTo(page, 'Báo cáo');
    const office = findOffice();
    if (office === null) return;
    const read = convertedText(office, minutes);
    expect(read).toContain('HỘI ĐỒNG');
    expect(read).toContain('Bản Nà Đắng');
    expect(convertedText(office, book, 'csv')).toContain('Ta Ma');
  });

  it('reads an old .xls by the worker it carries', async () => {
    const sheet = utils.aoa_to_sheet([['Không phải báo cáo']]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Trang');
    const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xls' });
    await page.locator('input[type="file"][aria-label="Thêm tệp báo cáo"]').setInputFiles({
      name: 'cu.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.from(bytes),
    });
    // Read, and found to be no report: the worker answered.
    await page
      .getByText(/Tệp không có bảng báo cáo nào theo tiêu chí/)
      .first()
      .waitFor();
  });

  it('keeps its workbook when the page dies; a second page only looks, and takes over then', async () => {
    const second = await opened();
    await second.getByText(/đang mở ở một trang khác/).waitFor();
    await press(second, 'Xem “Sổ chấm điểm.xlsx”');
    await press(second, 'Xem bảng tính');
    await second.getByRole('grid').waitFor();
    await typeInGrid(second);
    await second.getByRole('alert').filter({ hasText: 'Trang này chỉ để xem' }).waitFor();
    const crashed = page.waitForEvent('crash');
    const tools = await context.newCDPSession(page);
    // Answers never: who would answer is dead.
    void tools.send('Page.crash').catch(() => undefined);
    await crashed;
    await press(second, 'Làm tiếp ở trang này');
    // The last stored state of the dead page is opened again.
    await press(second, 'Xem bảng tính');
    await second.locator('#cell-A1[aria-selected="true"]').waitFor();
    await typeInGrid(second);
    await second.getByRole('gridcell', { name: 'ghi chú' }).waitFor();
    await second.close({ runBeforeUnload: false });
    page = await opened();
    await page.getByText(/Còn sổ làm dở “Sổ chấm điểm.xlsx”/).waitFor();
    await press(page, 'Làm tiếp');
    await goTo(page, 'Kết quả');
    await page.getByRole('tabpanel').getByText('Công an xã').first().waitFor();
    const waiting = page.waitForEvent('download');
    await press(page, 'Lưu về máy');
    const saved = readBook(new Uint8Array(readFileSync(await (await waiting).path())));
    if (!saved.ok) throw new Error(saved.refusal.message);
    expect(saved.value.sheets.map(({ name }) => name)).toContain('Xếp hạng');
  });

  it('opens the sample it carries, in the place of the workbook that was open once that is agreed to', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await press(page, 'Sổ khác');
    await press(page, 'Dùng số liệu mẫu');
    await page.getByText('Số liệu mẫu.xlsx').first().waitFor();
    expect(await checkAndScore(page)).toContain(`Đã kiểm tra và chấm điểm: ${reportNames().length} báo cáo`);
  });

  it('has the books used before a press away', async () => {
    await page.close({ runBeforeUnload: false });
    page = await opened();
    await page.getByText(/Còn sổ làm dở “Số liệu mẫu.xlsx”/).waitFor();
    await takePicture(page, 'page-recent');
    await wearTheme(page, 'dark');
    await page.setViewportSize({ width: 320, height: 680 });
    expect([await seriousFindings(page), await cutTexts(page)]).toEqual([[], []]);
    await page.setViewportSize({ width: 1024, height: 680 });
    await page
      .getByRole('region', { name: 'Sổ dùng gần đây' })
      .getByRole('button', { name: /^Sổ chấm điểm/ })
      .click();
    await goTo(page, 'Kết quả');
    await page.getByRole('tabpanel').getByText('Công an xã').first().waitFor();
  });

  it('founds a shared book in a folder, and has its key and the way there when it is opened again', async () => {
    const section = () => page.getByRole('region', { name: 'Dùng chung' });
    await goTo(page, 'Dùng chung');
    await section().getByText('Trang này không nối mạng.').waitFor();
    await section().getByRole('button', { name: 'Chọn thư mục chung' }).waitFor();
    await page.close({ runBeforeUnload: false });
    // The same file from an address: only there has a browser without hands a folder that may be written in.
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(readFileSync(join(folder, 'Thi đua số/thi-dua-so.html')));
    });
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    served = `http://localhost:${(server.address() as AddressInfo).port}/`;
    page = await opened(served);
    await page.evaluate(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }));
    await press(page, 'Sổ mới');
    await chooseMovement(page);
    await goTo(page, 'Dùng chung');
    await section().getByLabel('Tên máy và người dùng').fill('Máy Văn phòng');
    await press(page, 'Chọn thư mục chung');
    await section().getByLabel('Lập sổ chung mới, tên sổ').fill('Xã Ta Ma');
    await press(page, 'Lập sổ chung');
    expect(await section().getByLabel('Mã phục hồi', { exact: true }).inputValue()).toMatch(/^[0-9a-f]{64}\./);
    const code = () => section().getByText(/mã sổ [0-9a-f]{16}/);
    const told = await code().innerText();
    await press(page, 'Đồng bộ');
    expect(await said(page)).toMatch(/^Đã xong:/);
    await wearTheme(page, 'dark');
    await page.setViewportSize({ width: 320, height: 680 });
    expect([await seriousFindings(page), await cutTexts(page)]).toEqual([[], []]);
    await page.setViewportSize({ width: 1024, height: 680 });
    await page.close({ runBeforeUnload: false });
    page = await opened(served);
    await press(page, 'Làm tiếp');
    await goTo(page, 'Dùng chung');
    expect(await code().innerText()).toBe(told);
    await page.close({ runBeforeUnload: false });
  });

  it('writes papers and results into a folder of their own, saves changed files, and reports a refused folder', async () => {
    page = await opened(served);
    await press(page, 'Dùng số liệu mẫu');
    await checkAndScore(page);
    await page.evaluate(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }));
    await goTo(page, 'Văn bản');
    const folder = 'thi-dua-ta-ma-2023-2030-ky-2025';
    /** Names in the folder and the one within it; `edit` writes over the minutes as somebody would. */
    const held = (edit: boolean) =>
      page.evaluate(
        async ([name, isEdit]) => {
          const own = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
          if (isEdit) {
            const minutes = await own.getFileHandle('bien-ban-hop-hoi-dong.docx');
            const stream = await minutes.createWritable();
            await stream.write('sửa tay');
            await stream.close();
          }
          const names = async (of: FileSystemDirectoryHandle) => {
            const found: string[] = [];
            for await (const item of of.values()) found.push(item.name);
            return found.sort();
          };
          return { own: await names(own), slips: await names(await own.getDirectoryHandle('phieu-cham')) };
        },
        [folder, edit] as const,
      );
    await press(page, 'Ghi vào thư mục…');
    expect(await said(page)).toMatch(new RegExp(`Đã ghi \\d+ tệp vào thư mục “/?${folder}”\\.$`));
    await page.getByRole('status', { name: 'Cần xem trước khi ký' }).waitFor();
    const first = await held(true);
    expect(first.own).toContain('Tong-hop-cham-diem-ta-ma-2025.xlsx');
    expect(first.slips).toHaveLength(reportNames().length);
    await press(page, 'Ghi vào thư mục…');
    // The first message is still there until this act is done.
    await page
      .getByText(/Tệp cũ đã có người sửa được giữ lại: bien-ban-hop-hoi-dong \(bản trước .*\)\.docx\./)
      .first()
      .waitFor();
    const second = await held(false);
    const newFiles = second.own.filter((name) => !first.own.includes(name));
    expect([newFiles.length, second.slips]).toEqual([1, first.slips]);
    await page.evaluate(() =>
      Object.assign(window, {
        showDirectoryPicker: () => Promise.reject(new DOMException('', 'SecurityError')),
      }),
    );
    await press(page, 'Ghi vào thư mục…');
    await page.getByText('Trình duyệt không cho ghi vào thư mục nào từ trang này: hãy tải tệp .zip.').waitFor();
    await wearTheme(page, 'dark');
    await page.setViewportSize({ width: 320, height: 680 });
    expect([await seriousFindings(page), await cutTexts(page)]).toEqual([[], []]);
    await page.setViewportSize({ width: 1024, height: 680 });
  });

  it('made no request but for itself, and broke no rule of its policy', () => {
    const others = requests.filter((url) => ![address, served].includes(url) && !/^(?:blob|data):/.test(url));
    expect(others).toEqual([]);
    expect(faults).toEqual([]);
  });
});
