/**
 * Files of old formats in the page: each is read in a separate worker; a file that kills its worker costs only itself.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { ROOT } from '../../built-for-production.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { chooseMovement, goTo, press, said } from './pane.ts';

const SOUND = 'Hội Nông dân - báo cáo CĐS.xlsx';
const OLD = 'Bản Phiêng Cải.xls';
const WORKER = /legacy-worker-[^/]*\.js$/;

const reportBytes = (name: string) => readFileSync(join(ROOT, 'cli/demo/ta-ma-2025', name));
const asXls = (bytes: Buffer): Buffer =>
  write(read(bytes, { cellStyles: true }), { type: 'buffer', bookType: 'biff8' });

const EMPTY = Buffer.from(newBook([{ name: 'Tổng hợp', cells: [] }]));

let addIn: AddInBrowser;
/** A copy of the build, whose worker is put away in the end: the page's own worker asks for it, past any route. */
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-old-kinds-'));
  const built = (await builtAddIn()).folder;
  cpSync(built, folder, { recursive: true });
  addIn = await addInBrowser(folder);
});
afterAll(async () => {
  await addIn?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The preview over a new workbook. */
async function started(): Promise<OpenedPage> {
  const opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
  const book = opened.page.locator('input[type="file"][aria-label="Mở sổ"]');
  await book.setInputFiles([{ name: 'Tổng hợp.xlsx', mimeType: '', buffer: EMPTY }]);
  await chooseMovement(opened.page);
  await goTo(opened.page, 'Báo cáo');
  return opened;
}

async function choose(page: Page): Promise<void> {
  const asking = page.waitForEvent('filechooser');
  await press(page, 'Thêm tệp báo cáo');
  await (await asking).setFiles([
    { name: OLD, mimeType: 'application/vnd.ms-excel', buffer: asXls(reportBytes('Bản Phiêng Cải.xlsx')) },
    { name: SOUND, mimeType: '', buffer: reportBytes(SOUND) },
  ]);
}

/** The browser's store holds a workbook under way. */
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const opening = indexedDB.open('thi-dua-so.preview');
        opening.onsuccess = () => {
          const counted = opening.result.transaction('book').objectStore('book').count('last');
          counted.onsuccess = () => {
            opening.result.close();
            done(counted.result === 1);
          };
        };
      }),
  );

describe('a book on disk', () => {
  it('reopens a recent file by one press, until it is gone; a full disk is reported and loses nothing', async () => {
    const { page, faults } = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
    // The dialog is the system's; what it hands over is a true handle of a true file.
    await page.addInitScript(() => {
      const pick = async () => [await (await navigator.storage.getDirectory()).getFileHandle('Sổ xã.xlsx')];
      Object.assign(window, { showOpenFilePicker: pick });
    });
    await page.reload();
    await page.evaluate(
      async (bytes) => {
        const folder = await navigator.storage.getDirectory();
        const file = await folder.getFileHandle('Sổ xã.xlsx', { create: true });
        const stream = await file.createWritable();
        await stream.write(new Uint8Array(bytes));
        await stream.close();
      },
      [...EMPTY],
    );
    await press(page, 'Mở sổ');
    await press(page, 'Xem bảng tính');
    await page.getByRole('grid').waitFor();
    await page.reload();
    const recent = page.getByRole('region', { name: 'Sổ dùng gần đây' });
    await recent.getByRole('button', { name: /^Sổ xã\.xlsx tệp trên máy/ }).click();
    await press(page, 'Xem bảng tính');
    await page.getByRole('grid').waitFor();

    const type = async (text: string) => {
      await page.getByRole('grid').press('F2');
      await page.getByLabel(/^Nội dung ô/).fill(text);
      await page.getByLabel(/^Nội dung ô/).press('Enter');
      await page.getByRole('gridcell', { name: text }).waitFor();
    };
    page.on('dialog', (dialog) => void dialog.accept());
    await type('giữ được');
    await expect.poll(() => isKept(page)).toBe(true);
    // As a full disk tells it: the write begins, and its transaction is broken off.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args) {
        const request = put.apply(this, args);
        this.transaction.abort();
        return request;
      };
    });
    await type('hết chỗ');
    await page.getByText(/Trình duyệt không giữ được sổ; hãy bấm “Lưu về máy”/).waitFor();
    await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('Sổ xã.xlsx'));
    await page.reload();
    await recent.getByRole('button', { name: /^Sổ xã\.xlsx/ }).click();
    await page.getByText(/“Sổ xã.xlsx” không còn ở chỗ cũ/).waitFor();
    expect(await recent.count()).toBe(0);
    await press(page, 'Làm tiếp');
    await press(page, 'Xem bảng tính');
    await page.getByRole('gridcell', { name: 'giữ được' }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('an .xls', () => {
  it('is read in a worker and taken with the others', async () => {
    const { page, faults, outside } = await started();
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await choose(page);
    await expect.poll(() => said(page)).toContain('Đã nhận 2 tệp.');
    expect(workers.filter((url) => url.includes('legacy-worker'))).toHaveLength(1);
    await page.getByRole('button', { name: /Bản Phiêng Cải/ }).waitFor();
    expect([faults, outside]).toEqual([[], []]);
    await page.close();
  });

  it('whose worker dies of it costs itself only, in one sentence', async () => {
    const worker = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => WORKER.test(path));
    expect(worker).toHaveLength(1);
    writeFileSync(join(folder, worker[0] ?? ''), 'throw new Error("out of memory")');
    const { page } = await started();
    await choose(page);
    await page.getByText('Đã nhận 1 tệp').waitFor();
    const lines = (await said(page)).split('\n').filter((line) => line.includes(OLD));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('quá lâu');
    await page.getByRole('button', { name: /Hội Nông dân xã/ }).waitFor();
    await page.close();
  });
});
