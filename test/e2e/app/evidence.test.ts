/** Evidence files in the one file opened from a disk: chosen, opened beside their criterion, accepted and doubted by key. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../built-for-production.ts';
import { docxOf, paragraph, runs } from '../../fixtures/numbered-docx.ts';
import { seriousFindings } from '../excel-addin/pane.ts';
import { closePages, oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';

const REPORTS = join(ROOT, 'cli/demo/ta-ma-2025');
const UNIT = 'Bản Pa Cá';
/** A picture of one dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-evidence-'));
  copyFileSync(join(await builtPage(), 'thi-dua-so.html'), join(folder, 'thi-dua-so.html'));
  browser = await oneBrowser();
});
afterAll(async () => {
  await closePages();
  rmSync(folder, { recursive: true, force: true });
});

function evidenceFolder(): string {
  const at = join(folder, 'minh chung', UNIT);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, '1.1 Ảnh họp bản.png'), PNG);
  copyFileSync(join(ROOT, 'test/fixtures/plans-pdf/trung-khanh-2026.pdf'), join(at, '1.2 Kế hoạch.pdf'));
  writeFileSync(join(at, '2.1 Biên bản.docx'), docxOf(paragraph(runs('Biên bản họp bản Pa Cá ngày 20 tháng 10'))));
  writeFileSync(join(at, 'không rõ.pdf'), 'rỗng');
  return join(folder, 'minh chung');
}

async function opened(page: Page): Promise<void> {
  await page.goto(pathToFileURL(join(folder, 'thi-dua-so.html')).href);
  const files = readdirSync(REPORTS).filter((name) => /Pa Ca|Hua Sat|Xa Tu/.test(name));
  await page.locator('input[type="file"]').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Mở thư mục báo cáo' }).waitFor();
  const tools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', {
      ...{ type, x: 500, y: 300 },
      data: { items: [], files: files.map((name) => join(REPORTS, name)), dragOperationsMask: 1 },
    });
  await page.getByRole('button', { name: 'Kiểm tra và chấm điểm' }).click();
  await page.getByRole('tab', { name: /Cần xem/ }).click();
}

it('lie beside their criterion, are opened, accepted and doubted', async () => {
  const faults: string[] = [];
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(String(error)));
  await opened(page);
  await page.getByRole('button', { name: /^Minh chứng/ }).click();
  await page.getByLabel('Thêm cả thư mục…').setInputFiles(evidenceFolder());
  await page.getByText('Đã nhận 3 tệp minh chứng cho 3 tiêu chí.').waitFor();
  await page.getByText(/không rõ\.pdf: .*tiêu chí nào/).waitFor();
  await page
    .getByLabel(/Người quyết định/)
    .first()
    .fill('Lò Thị Mai');
  await page.getByRole('img', { name: '1.1 Ảnh họp bản.png' }).waitFor();
  await page.getByRole('heading').first().click();
  await page.keyboard.press('a');
  await page.getByText('Đã ghi: chấp nhận minh chứng.').waitFor();
  const pdf = page.getByRole('img', { name: /1\.2 Kế hoạch\.pdf, trang 1/ });
  await pdf.waitFor();
  expect(await pdf.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1400);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFindings(page)).toEqual([]);
    await page.screenshot({ path: join(tmpdir(), `evidence-${colorScheme}.png`) });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.screenshot({ path: join(tmpdir(), 'evidence-320.png') });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.keyboard.press('j');
  await page.getByText('Đã mở xem: Lò Thị Mai').waitFor();
  await page.getByText('Biên bản họp bản Pa Cá ngày 20 tháng 10').waitFor();
  await page.keyboard.press('r');
  await page.getByLabel('Lý do').fill('Không có chữ ký trưởng bản');
  await page.getByRole('button', { name: 'Ghi nghi vấn' }).click();
  await page.getByText('Đã ghi nghi vấn').waitFor();
  await page.getByRole('button', { name: /^Minh chứng/ }).click();
  await page.getByText('Minh chứng bị nghi vấn').first().waitFor();
  await page.getByRole('button', { name: /Minh chứng bị nghi vấn/ }).click();
  await page.getByRole('button', { name: 'Mở minh chứng (1)' }).click();
  await page.getByRole('region', { name: 'Minh chứng tiêu chí 2.1' }).getByText('Biên bản họp bản Pa Cá').waitFor();
  expect(faults).toEqual([]);
  await page.close();
});
