/** A folder of reports dragged onto the page from the system's own file manager, the one file opened from a disk. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../built-for-production.ts';
import { dropOn } from '../drop-on.ts';
import { said } from '../excel-addin/pane.ts';
import { oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';

const REPORTS = join(ROOT, 'cli/demo/ta-ma-2025');

let folder: string;
let context: BrowserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-drop-'));
  copyFileSync(join(await builtPage(), 'thi-dua-so.html'), join(folder, 'thi-dua-so.html'));
  context = await (await oneBrowser()).newContext({
    viewport: { width: 1024, height: 680 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
});
afterAll(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('brings the reports in it, those in folders within it with them, and passes over by name what is none', async () => {
  const names = readdirSync(REPORTS).filter((name) => name.endsWith('.xlsx'));
  const reports = join(folder, 'Báo cáo');
  mkdirSync(join(reports, 'Các bản'), { recursive: true });
  for (const [at, name] of names.entries())
    copyFileSync(join(REPORTS, name), join(reports, at % 2 === 0 ? 'Các bản' : '', name));
  copyFileSync(join(folder, 'thi-dua-so.html'), join(reports, 'ghi chú.html'));
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, 'thi-dua-so.html')).href);
  await page.getByRole('button', { name: 'Mở thư mục báo cáo' }).waitFor();
  await dropOn(page, [reports]);
  expect(await said(page)).toContain(`${names.length}`);
  await page.getByText('Bỏ qua 1 tệp không phải bảng tính: ghi chú.html.').waitFor();
});
