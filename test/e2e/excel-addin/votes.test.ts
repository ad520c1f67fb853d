/**
 * The council's vote: counted while it is typed, never rounded down, stored in the workbook with its rule; an
 * impossible count is refused.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { tableRows } from './book-text.ts';
import { checkAndScore, cutTexts, goTo, openSample, press, said, seriousFindings } from './pane.ts';

const SUBJECT = 'Đề nghị danh hiệu Chiến sĩ thi đua cơ sở cho bà Lò Thị B';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
  await checkAndScore(opened.page);
  await goTo(opened.page, 'Hội đồng');
  await opened.page.getByText('Ghi kết quả biểu quyết').click();
});
afterAll(() => addIn?.close());

it('offers our rules as proposals only', async () => {
  const { page } = opened;
  await page.getByLabel('Quy tắc biểu quyết').selectOption('Chiến sĩ thi đua cơ sở, Cờ thi đua');
  await page.getByText(/gợi ý, không phải quy định/).waitFor();
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
});

it('says at once what comes of the figures: five of seven are no 80 %, six are', async () => {
  await type({ 'Tổng số thành viên': 7, 'Có mặt': 7, 'Phiếu phát ra': 7, 'Phiếu thu về': 7, 'Phiếu hợp lệ': 7 });
  await type({ 'Đồng ý': 8 });
  await outcome(/^Số phiếu đồng ý \(8\) nhiều hơn số phiếu hợp lệ \(7\)/);
  await type({ 'Đồng ý': 5 });
  await outcome(/5\/7 .*: không thông qua\.$/);
  await type({ 'Có mặt': 4, 'Phiếu phát ra': 4, 'Phiếu thu về': 4, 'Phiếu hợp lệ': 4, 'Đồng ý': 4 });
  await outcome(/cần ít nhất 5 .*không đủ số thành viên dự họp\.$/);
  await type({ 'Có mặt': 7, 'Phiếu phát ra': 7, 'Phiếu thu về': 7, 'Phiếu hợp lệ': 7, 'Đồng ý': 6 });
  await outcome(/6\/7 .*: thông qua\.$/);
});

it('names what is missing, then stores the vote and its rule in the workbook', async () => {
  const { page } = opened;
  await press(page, 'Ghi kết quả');
  await page.getByRole('alert').getByText('Hãy ghi nội dung biểu quyết.').waitFor();
  await page.getByLabel('Nội dung biểu quyết').fill(SUBJECT);
  await page.getByLabel('Người ghi (họ tên, chức vụ)').fill('Lò Văn A, thư ký');
  await press(page, 'Ghi kết quả');
  expect(await said(page)).toContain('biểu quyết');
  await page.getByText('Biểu quyết (1)').waitFor();
  const votes = await tableRows(page, 'TDS_BieuQuyet');
  expect(votes).toHaveLength(2);
  expect(votes?.[1]).toEqual(expect.arrayContaining([SUBJECT, 'Thông qua', 'Lò Văn A, thư ký']));
  expect(await tableRows(page, 'TDS_QuyTacBieuQuyet')).toHaveLength(2);
});

it('reports a stored vote that was changed by hand', async () => {
  const { page } = opened;
  await page.evaluate(() => {
    for (const { tables, rows } of window.excelHost?.book.sheets ?? []) {
      const table = tables.find(({ name }) => name === 'TDS_BieuQuyet');
      const row = table && rows.get(table.range.top + 1);
      for (const cell of row?.values() ?? []) if (cell.value === 'Thông qua') cell.value = 'Không thông qua';
    }
  });
  await checkAndScore(page);
  await goTo(page, 'Hội đồng');
  await page.getByRole('alert').getByText('Bảng biểu quyết bị sửa').waitFor();
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

async function type(figures: Readonly<Record<string, number>>): Promise<void> {
  for (const [label, figure] of Object.entries(figures))
    await opened.page.getByLabel(label, { exact: true }).fill(String(figure));
}

async function outcome(sentence: RegExp): Promise<void> {
  await opened.page.getByRole('status', { name: 'Kết quả theo số đã ghi' }).getByText(sentence).waitFor();
}
