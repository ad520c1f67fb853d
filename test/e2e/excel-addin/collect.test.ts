/**
 * The files the units sent, chosen together: reports go in, the others are refused by name, and it all can be taken
 * back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMovement } from '../../../core/movements/index.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { ROOT } from '../../built-for-production.ts';
import { oddColumnsBook } from '../../fixtures/odd-columns-book.ts';
import { heldActs } from '../acts.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { bookText, tableRows } from './book-text.ts';
import { chooseMovement, cutTexts, goTo, press, said, seriousFindings } from './pane.ts';
import { takePicture } from './pictures.ts';

const MOVEMENT = findMovement('ta-ma-2023-2030')!;

const REPORTS = ['Bản Phiêng Cải.xlsx', 'BC CDS - VP HDND-UBND xa.xlsx', 'Hội Nông dân - báo cáo CĐS.xlsx'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OTHERS = [
  {
    name: 'Danh sách họp.xlsx',
    mimeType: XLSX,
    buffer: Buffer.from(
      newBook([{ name: 'Họp', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'Họ và tên' } }] }]),
    ),
  },
  { name: 'ảnh chụp.xlsx', mimeType: XLSX, buffer: Buffer.from([0xff, 0xd8, 0xff]) },
];

/** As pasted from a table: a number, the name, and for two of them whose they are. */
const LIST = [
  ...Array.from({ length: 22 }, (_, at) => `${at + 1}\tBản Số ${at + 1}`),
  '23\tTổ công nghệ số\tCơ quan, đơn vị',
  '24\tVăn phòng HĐND và UBND xã',
];

const VILLAGES = MOVEMENT.criteriaSets.find(({ audience }) => audience === 'village')!;

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await addIn.open('taskpane.html', { api: '1.14', name: 'Tổng hợp.xlsx' });
  await chooseMovement(opened.page);
  await goTo(opened.page, 'Báo cáo');
});
afterAll(() => addIn?.close());

it('takes the reports in and names the files that are none', async () => {
  const { page } = opened;
  const before = await bookText(page);
  const reports = REPORTS.map((name) => ({
    name,
    mimeType: XLSX,
    buffer: readFileSync(join(ROOT, 'cli/demo/ta-ma-2025', name)),
  }));
  await heldActs(page, 'reports taken in and taken out again', async () => {
    const asking = page.waitForEvent('filechooser');
    await press(page, 'Thêm tệp báo cáo');
    await (await asking).setFiles([...reports, ...OTHERS]);
    await toldAndUndone(page);
  });
  expect(Object.keys(await bookText(page))).toEqual(Object.keys(before));
});

it('replaces a report that was sent again; the old report stays in the workbook', async () => {
  const { page } = opened;
  const name = 'Bản Phiêng Cải.xlsx';
  const old = readFileSync(join(ROOT, 'cli/demo/ta-ma-2025', name));
  const add = async (buffer: Buffer) => {
    const asking = page.waitForEvent('filechooser');
    await press(page, 'Thêm tệp báo cáo');
    await (await asking).setFiles([{ name, mimeType: XLSX, buffer }]);
  };
  await add(old);
  await page.getByRole('table', { name: 'Báo cáo của đơn vị (1)' }).waitFor();
  await heldActs(page, 'a returned report replaced', async () => {
    await add(old);
    await page.getByText(`Tệp mới “${name}”`).waitFor();
    await press(page, 'Thay bản cũ, giữ lịch sử');
    await expect.poll(() => said(page)).toContain('Đã thay 1/1 báo cáo bằng bản mới.');
  });
  await page.getByRole('table', { name: 'Báo cáo của đơn vị (1)' }).waitFor();
});

it('a column taken for the wrong thing is corrected, and the next file with the same headings is read so', async () => {
  const { page } = opened;
  const add = async (unit: string, figure: number) => {
    const asking = page.waitForEvent('filechooser');
    await press(page, 'Thêm tệp báo cáo');
    const buffer = Buffer.from(oddColumnsBook(VILLAGES, unit, figure));
    await (await asking).setFiles([{ name: `${unit}.xlsx`, mimeType: XLSX, buffer }]);
    await page.getByRole('button', { name: new RegExp(`^${unit}`) }).waitFor();
  };
  await add('Bản Nà Đắng', 80);
  await heldActs(page, 'a wrong column corrected', async () => {
    await page.getByRole('button', { name: 'Có cột chưa rõ: xem lại' }).click();
    await page.getByLabel('E · Ô ghi mới').selectOption('Kết quả');
    await page.getByText(`Số liệu sẽ đổi (${VILLAGES.criteria.length} chỗ)`).waitFor();
    expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
    await page.getByLabel('C · Điểm tối đa').scrollIntoViewIfNeeded();
    await takePicture(page, 'columns-light');
    await press(page, 'Dùng và giữ cho tệp sau');
    await expect.poll(() => said(page)).toContain('Đã giữ cách hiểu cột và chấm lại');
  });
  await page.getByText('Đang đọc theo cách hiểu đã giữ.').waitFor();
  expect(await tableRows(page, 'TDS_CachHieuCot')).toHaveLength(8);
  await add('Bản Na Sang', 60);
  await page.getByRole('button', { name: 'Đọc theo cách hiểu cột đã giữ: xem' }).nth(1).waitFor();
});

it('makes 24 forms in a book with nothing in it, each of the audience the list tells', async () => {
  const { page, faults } = await addIn.open('taskpane.html', { api: '1.14', name: 'Sổ mới.xlsx' });
  await page.getByText(/^Đã có báo cáo của đơn vị thì sang bước “Báo cáo”/).waitFor();
  await heldActs(page, '24 forms from an empty book', async () => {
    await chooseMovement(page);
    await page.getByLabel(/^Danh sách đơn vị \(mỗi dòng/).fill(LIST.join('\n'));
    await page.getByText(/^22 .*, 2 /).waitFor();
    expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
    await takePicture(page, 'first-steps-light');
    await press(page, 'Tạo 24 mẫu');
    expect(await said(page)).toContain('Đã tạo 24 mẫu báo cáo');
  });
  const rows = await tableRows(page, 'TDS_DonVi');
  expect(rows).toHaveLength(25);
  expect(faults).toEqual([]);
  await goTo(page, 'Báo cáo');
  await page.getByRole('table', { name: 'Báo cáo của đơn vị (24)' }).waitFor();

  await page.getByLabel('Tìm đơn vị').fill('ban so 2');
  await page.getByText('4/24 báo cáo').waitFor();
  await page.getByLabel('Tìm đơn vị').fill('');
  await page.close();
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

async function toldAndUndone(page: Page): Promise<void> {
  await expect.poll(() => said(page)).toContain('Đã nhận 3 tệp.');
  const text = await said(page);
  for (const { name } of OTHERS) expect(text).toContain(name);
  for (const name of REPORTS) expect(text).not.toContain(name);
  await page.getByRole('table', { name: 'Báo cáo của đơn vị (3)' }).waitFor();
  for (const unit of ['Bản Phiêng Cải', 'Hội Nông dân xã'])
    await page.getByRole('button', { name: new RegExp(unit) }).waitFor();

  await press(page, 'Hoàn tác lần chạy');
  expect(await said(page)).toContain('Đã hoàn tác');
  await page.getByText('Sổ chưa có báo cáo nào.').waitFor();
}
