/**
 * The hosted page without Excel: a book begun from a starter whose figures name their sources, and achievements of
 * earlier years taken in from a table of another system, whose columns are asked.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { type AddInBrowser, addInBrowser } from './addin-browser.ts';
import { chooseMovement, cutTexts, goTo, press, said, seriousFindings } from './pane.ts';
import { readableAt } from './pictures.ts';

let addIn: AddInBrowser;
beforeAll(async () => {
  addIn = await addInBrowser();
});
afterAll(() => addIn?.close());

const WIDTHS = [320, 1440] as const;
const ROWS = [
  ['DANH SÁCH KHEN THƯỞNG'],
  ['STT', 'Người, nơi được khen', 'Khi nào', 'Khen gì', 'Số QĐ'],
  ['1', 'Bản Nà Đắng', '2023', 'Giấy khen', '15/QĐ-UBND'],
  ['2', 'Bản Phiêng Cải', '2022', 'Giấy khen của Chủ tịch UBND huyện Tuần Giáo', '11/QĐ-UBND'],
];
const PROVINCE = newBook([
  {
    name: 'Trang1',
    cells: ROWS.flatMap((texts, row) =>
      texts.map((text, column) => ({ row, column, value: { kind: 'text', text } as const })),
    ),
  },
]);

it('takes in achievements of earlier years after the columns were shown', async () => {
  const { page, faults } = await addIn.open('preview.html', undefined, { width: 1440, height: 900 });
  await press(page, 'Dùng số liệu mẫu');
  await chooseMovement(page);
  await goTo(page, 'Theo dõi năm');
  await page.locator('input[type="file"][aria-label="Chọn sổ, bảng khen các năm trước"]').setInputFiles({
    name: 'khen-thuong-tinh.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(PROVINCE),
  });
  const columns = page.getByRole('region', { name: 'Cột của bảng thành tích' });
  await columns.waitFor();
  const take = columns.getByRole('button', { name: 'Đưa vào sổ' });
  expect(await take.isDisabled()).toBe(true);
  await columns.getByLabel('Tên đơn vị, cá nhân').selectOption({ label: 'B · Người, nơi được khen' });
  await columns.getByLabel('Năm', { exact: true }).selectOption({ label: 'C · Khi nào' });
  await columns.getByLabel('Danh hiệu, hình thức khen').selectOption({ label: 'D · Khen gì' });
  await readableAt(page, 'history-columns', WIDTHS, 900);
  await take.click();
  expect(await said(page)).toContain('Đã ghi 2 dòng thành tích');
  const table = page.getByRole('table', { name: 'Thành tích theo năm' });
  await table.waitFor();
  expect(await table.innerText()).toContain('Giấy khen của Chủ tịch UBND huyện Tuần Giáo');
  await readableAt(page, 'history', WIDTHS, 900);
  expect(faults).toEqual([]);
});

it('begins a book from a starter, each figure seen with its source before', async () => {
  const { page, faults } = await addIn.open('preview.html', undefined, { width: 1440, height: 900 });
  await press(page, 'Sổ mới');
  await goTo(page, 'Kế hoạch');
  await press(page, 'Chung sức xây dựng nông thôn mới');
  const seen = page.getByRole('region', { name: /nông thôn mới/ });
  expect(await seen.innerText()).toMatch(/[Đđ]ề xuất.*(Quyết định|Nghị quyết|Kế hoạch|Thông tư)/);
  await readableAt(page, 'starter', WIDTHS, 900);
  await press(page, 'Đưa hồ sơ này vào sổ');
  await page.getByRole('tab', { name: 'Tiêu chí và mẫu' }).waitFor();
  await page
    .getByText(/Đã xong:/)
    .first()
    .waitFor();
  await page.locator('main[aria-busy="false"]').waitFor();
  await goTo(page, 'Kế hoạch');
  expect(await page.getByLabel('Phong trào thi đua').locator('option:checked').innerText()).toContain('nông thôn mới');
  expect(await seriousFindings(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  expect(faults).toEqual([]);
});
