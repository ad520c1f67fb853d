/**
 * The files the units sent, chosen together: reports go in, the others are refused by name, and it all can be taken
 * back.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newBook } from '../../../core/workbook/file.ts';
import { ROOT } from '../../host/built-addin.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { bookText } from './book-text.ts';
import { chooseMovement, press, START, said } from './pane.ts';

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

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await addIn.open('taskpane.html', { api: '1.14', name: 'Tổng hợp.xlsx' });
  await chooseMovement(opened.page);
}, START);
afterAll(() => addIn?.close());

it('takes the reports in and names the files that are none', async () => {
  const { page } = opened;
  const before = await bookText(page);
  const asking = page.waitForEvent('filechooser');
  await press(page, 'Thêm tệp báo cáo');
  const reports = REPORTS.map((name) => ({
    name,
    mimeType: XLSX,
    buffer: readFileSync(join(ROOT, 'cli/demo/ta-ma-2025', name)),
  }));
  await (await asking).setFiles([...reports, ...OTHERS]);
  await expect.poll(() => said(page)).toContain('Đã nhận 3/5 tệp.');
  const told = await said(page);
  for (const { name } of OTHERS) expect(told).toContain(name);
  for (const name of REPORTS) expect(told).not.toContain(name);
  await page.getByText('Báo cáo tìm thấy (3)').waitFor();
  for (const unit of ['Bản Phiêng Cải', 'Hội Nông dân xã'])
    await page.getByRole('button', { name: new RegExp(unit) }).waitFor();

  await press(page, 'Hoàn tác lần chạy');
  expect(await said(page)).toContain('Đã hoàn tác');
  await page.getByText('Báo cáo tìm thấy (0)').waitFor();
  expect(Object.keys(await bookText(page))).toEqual(Object.keys(before));
});

it('asked for nothing outside of this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});
