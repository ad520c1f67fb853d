/**
 * Files of the old kinds in the page: read in a worker of their own; one that dies of it, or never ends, costs itself
 * only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBook } from '../../../core/workbook/file.ts';
import { ROOT } from '../../host/built-addin.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { chooseMovement, press, START, said } from './pane.ts';

const SOUND = 'Hội Nông dân - báo cáo CĐS.xlsx';
const OLD = 'Bản Phiêng Cải.xls';
const WORKER = '**/legacy-worker-*.js';

const reportBytes = (name: string) => readFileSync(join(ROOT, 'cli/demo/ta-ma-2025', name));
const asXls = (bytes: Buffer): Buffer =>
  write(read(bytes, { cellStyles: true }), { type: 'buffer', bookType: 'biff8' });

const EMPTY = Buffer.from(newBook([{ name: 'Tổng hợp', cells: [] }]));

let addIn: AddInBrowser;
beforeAll(async () => {
  addIn = await addInBrowser();
}, START);
afterAll(() => addIn?.close());

/** The preview over a new workbook. */
async function started(): Promise<OpenedPage> {
  const opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
  const asking = opened.page.waitForEvent('filechooser');
  await press(opened.page, 'Mở sổ');
  await (await asking).setFiles([{ name: 'Tổng hợp.xlsx', mimeType: '', buffer: EMPTY }]);
  await chooseMovement(opened.page);
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

describe('an .xls', () => {
  it('is read in a worker and taken with the others', async () => {
    const { page, faults, outside } = await started();
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await choose(page);
    await expect.poll(() => said(page)).toContain('Đã nhận 2/2 tệp.');
    expect(workers.filter((url) => url.includes('legacy-worker'))).toHaveLength(1);
    await page.getByRole('button', { name: /Bản Phiêng Cải/ }).waitFor();
    expect([faults, outside]).toEqual([[], []]);
    await page.close();
  });

  it.each([
    ['dies of it', 'throw new Error("out of memory")'],
    ['never ends', 'onmessage = () => { for (;;) {} }'],
  ])('whose worker %s costs itself only, in one sentence', async (_, body) => {
    const { page } = await started();
    await page.clock.install();
    await page.route(WORKER, (route) => route.fulfill({ contentType: 'text/javascript', body }));
    await choose(page);
    const taken = async () => {
      await page.clock.runFor(5000);
      return page.getByText('Đã nhận 1/2 tệp').count();
    };
    await expect.poll(taken, { timeout: 15_000 }).toBe(1);
    const told = (await said(page)).split('\n').filter((line) => line.includes(OLD));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('quá lâu');
    await page.getByRole('button', { name: /Hội Nông dân xã/ }).waitFor();
    await page.close();
  });
});
