/**
 * One session of the council to its close: a criterion graded for all units by keyboard, equal flags accepted together,
 * who met, the results closed and locked, reopened for a reason.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { tableRows } from './book-text.ts';
import { checkAndScore, cutTexts, goTo, openSample, press, START, said, seriousFindings, wearTheme } from './pane.ts';
import { takePicture } from './pictures.ts';

const WHO = 'Lò Văn A, Chủ tịch Hội đồng';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
  await checkAndScore(opened.page);
  await goTo(opened.page, 'Hội đồng');
}, START);
afterAll(() => addIn?.close());

it('grades one criterion for several units down one column, saved once', async () => {
  const { page } = opened;
  await page
    .getByText(/^Tiêu chí [\d.]+: \d+ đơn vị\./)
    .first()
    .click();
  const table = page.getByRole('table', { name: /^Chấm điểm tiêu chí/ });
  const points = table.getByRole('textbox', { name: /^Điểm của/ });
  await points.first().focus();
  for (const typed of ['1', '1,5', '2']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Lý do chung (cho dòng không ghi lý do riêng)').fill('Theo hồ sơ mô hình');
  await press(page, 'Ghi điểm cho 3 đơn vị');
  await page.getByRole('alert').getByText('Hãy ghi họ tên người quyết định').waitFor();
  await page.getByLabel('Người quyết định (họ tên, chức vụ)').first().fill(WHO);
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('grading');
  await press(page, 'Ghi điểm cho 3 đơn vị');
  expect(await said(page)).toContain('Đã ghi 3 quyết định, mỗi quyết định một dòng');
  const log = await tableRows(page, 'TDS_HoiDong');
  expect(log).toHaveLength(4);
  expect(new Set(log?.slice(1).map((row) => row[3])).size).toBe(3);
});

it('accepts equal flags together, each with its own row', async () => {
  const { page } = opened;
  await page
    .getByText(/: \d+ việc$/)
    .first()
    .click();
  await page.getByLabel('Chấp nhận số liệu').check();
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look(null);
  await page.getByRole('button', { name: /^Ghi quyết định cho \d+ việc$/ }).click();
  expect(await said(page)).toMatch(/Đã ghi \d+ quyết định/);
});

it('keeps who met, closes the results and refuses to score them again', async () => {
  const { page } = opened;
  await page.getByText('Ghi phiên họp', { exact: true }).first().click();
  await page.getByLabel('Ngày họp (ngày/tháng/năm)').fill('21/11/2025');
  await page.getByLabel('Thành viên Hội đồng').fill('Lò Văn A; Chủ tịch\nSùng Thị B; Ủy viên; Bản Nà Đắng');
  await press(page, 'Tất cả có mặt');
  await page.getByRole('combobox', { name: 'Sùng Thị B, Ủy viên' }).selectOption({ label: 'Ủy quyền' });
  await page.getByLabel('Người được Sùng Thị B, Ủy viên ủy quyền').fill('Giàng C');
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look('members');
  await press(page, 'Ghi phiên họp');
  expect(await said(page)).toContain('Đã ghi phiên họp');
  await page.getByText('Phiên họp ngày 21/11/2025').waitFor();

  await page.locator('summary', { hasText: 'Chốt kết quả' }).click();
  await page.getByLabel(/^Sau khi chốt không chấm lại/).check();
  await press(page, 'Chốt kết quả');
  expect(await said(page)).toContain('Đã chốt kết quả');
  await page.getByRole('heading', { name: 'Kết quả đã chốt' }).waitFor();
  expect([await cutTexts(page), await seriousFindings(page)]).toEqual([[], []]);
  await look(null);
  expect(await checkAndScore(page)).toContain(`người chốt: ${WHO}`);
});

it('opens them again for a reason, and keeps both rows', async () => {
  const { page } = opened;
  await goTo(page, 'Hội đồng');
  await page.locator('summary', { hasText: 'Mở lại kết quả' }).click();
  await page.getByLabel('Lý do mở lại').fill('Bản Nà Đắng giải trình');
  await press(page, 'Mở lại kết quả');
  expect(await said(page)).toContain('Đã mở lại kết quả');
  const kinds = (await tableRows(page, 'TDS_PhienHop'))?.slice(1).map((row) => row[3]);
  expect(kinds).toEqual(['Ghi phiên họp', 'Chốt kết quả', 'Mở lại']);
});

it('asked for nothing outside of this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** In the dark too: contrast is looked at in both. */
async function look(name: string | null): Promise<void> {
  const { page } = opened;
  await wearTheme(page, 'dark');
  expect(await seriousFindings(page)).toEqual([]);
  await wearTheme(page, 'light');
  if (name !== null) await takePicture(page, `session-${name}`);
}
