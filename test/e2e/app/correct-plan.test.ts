/** A plan's reading put right in the page in one file, every act counted: wrong and missed targets, a lost table. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { heldActs } from '../acts.ts';
import { cutTexts, press, seriousFindings } from '../excel-addin/pane.ts';
import { takePicture } from '../excel-addin/pictures.ts';
import { closePages, oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';

const HEAD = [
  ...['ỦY BAN NHÂN DÂN', 'XÃ SUỐI MẪU', 'Số: 52/KH-UBND', 'Suối Mẫu, ngày 05 tháng 02 năm 2026', 'KẾ HOẠCH'],
  ...['Phát động phong trào thi đua chuyển đổi số giai đoạn 2026 - 2030', 'I. CHỈ TIÊU'],
].join('\n');
const FIGURES = [
  '1. Tỷ lệ hồ sơ nộp trực tuyến đạt 80%.',
  '2. Ít nhất 90% hộ có VNeID.',
  '3. Mỗi thôn có 2 lớp.',
  '4. Tỷ lệ văn bản ký số đạt 95%.',
  '5. Đến năm 2028, thư viện trưng bày các bộ (loại 25 cuốn, loại 40 cuốn, loại 60 cuốn).',
].join('\n');
const ROWS = Array.from(
  { length: 11 },
  (_, at) =>
    `${at + 1}\tTỷ lệ việc thứ ${'abcdefghijk'[at]}\t%\t${[50, 60, 70, 80, 90].map((level) => level + at).join('\t')}`,
);
const TABLE = `Bảng:\nTT\tDanh mục\tTính bằng\tMột\tHai\tBa\tBốn\tNăm\n${ROWS.join('\n')}\nII. TỔ CHỨC\nCác thôn thực hiện.`;

let browser: Browser;
let address: string;
let page: Page;

beforeAll(async () => {
  address = pathToFileURL(join(await builtPage(), 'thi-dua-so.html')).href;
  browser = await oneBrowser();
});
afterAll(closePages);

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
});

const tab = (name: RegExp) => page.getByRole('tab', { name });

async function pasted(body: string): Promise<void> {
  await press(page, 'Đọc kế hoạch của xã');
  await page.getByLabel('Hoặc dán văn bản kế hoạch').fill(`${HEAD}\n${body}`);
  await press(page, 'Đọc văn bản đã dán');
}

it('takes out three wrong targets together and takes in three missed figures together', async () => {
  await pasted(FIGURES);
  await tab(/^Chỉ tiêu \(4\)/).waitFor();
  await heldActs(page, 'three wrong and three missed targets of a plan put right', async () => {
    for (const level of ['80 %', '90 %', '95 %'])
      await page.getByRole('checkbox', { name: new RegExp(`^Chọn dòng: .*${level}`) }).check();
    await press(page, 'Bỏ ra 3 dòng');
    await tab(/^Chỉ tiêu \(1\)/).waitFor();
    await tab(/chưa dùng/i).click();
    for (const value of [25, 40, 60]) await page.getByRole('checkbox', { name: new RegExp(`^${value} cuốn:`) }).check();
    await press(page, 'Là chỉ tiêu');
  });
  await tab(/^Chỉ tiêu \(4\)/).click();
  for (const value of [25, 40, 60])
    await page
      .locator('[data-row]')
      .filter({ hasText: `${value} cuốn · đến 31/12/2028` })
      .waitFor();
  await page.getByRole('checkbox', { name: /^Chọn dòng: .*80 %/ }).check();
  await takePicture(page, 'plan-several');
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await seriousFindings(page), await cutTexts(page)]).toEqual([width, [], []]);
  }
  await press(page, 'Lấy lại 1 dòng');
  await tab(/^Chỉ tiêu \(5\)/).waitFor();
});

it('takes in a whole table that the reader did not understand', async () => {
  await pasted(TABLE);
  await tab(/^Chỉ tiêu \(0\)/).waitFor();
  await heldActs(page, 'a table of 55 levels the reader did not understand', async () => {
    await tab(/chưa dùng/i).click();
    await press(page, 'Lấy cả bảng');
  });
  await tab(/^Chỉ tiêu \(55\)/).waitFor();
});
