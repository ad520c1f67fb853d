/**
 * A part of the program that fails to load when it is needed: a message says so, nothing typed is lost, and the next
 * press loads it again.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { chooseMovement, cutTexts, goTo, press, said, seriousFindings } from './pane.ts';

const LOST = /Chưa tải được phần chương trình cần dùng; những gì đã nhập vẫn còn\./;
const PLACE = '**/council-place-*.js';
const WORK = '**/use-cases-*.js';
const FORMS = '**/make-forms-*.js';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await addIn.open('preview.html', undefined, { width: 1024, height: 680 });
});
afterAll(() => addIn?.close());

it('shows a message in place of a part that failed to load, the other places work, and a press loads it', async () => {
  const { page } = opened;
  let requests = 0;
  const ways = new Set<string>();
  await page.route(PLACE, (route) => {
    requests += 1;
    ways.add(route.request().resourceType());
    return route.abort();
  });
  await page.route(WORK, (route) => route.abort());
  await press(page, 'Dùng số liệu mẫu');
  await page.getByRole('button', { name: 'Thêm tệp báo cáo' }).waitFor();
  await goTo(page, 'Hội đồng');
  await page.getByRole('alert').getByText(LOST).waitFor();
  const before = requests;
  await press(page, 'Thử lại');
  await expect.poll(() => requests).toBeGreaterThan(before);
  // Not imported before it has come: some browsers keep for good that a module did not.
  expect([...ways]).toEqual(['fetch']);
  await page.getByRole('alert').getByText(LOST).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  await goTo(page, 'Cần xem');
  expect(await page.getByText(LOST).count()).toBe(0);
  await goTo(page, 'Hội đồng');
  await page.unroute(PLACE);
  await press(page, 'Thử lại');
  await page.getByText(LOST).waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
});

it('reports a button whose code failed to load; the same press works once it loads', async () => {
  const { page } = opened;
  await goTo(page, 'Kế hoạch');
  await page.getByLabel('Phong trào thi đua').selectOption({ index: 1 });
  expect(await said(page)).toMatch(LOST);
  await page.unroute(WORK);
  await chooseMovement(page);
  expect(await page.getByText(LOST).count()).toBe(0);
});

it('what was typed for it stays', async () => {
  const { page } = opened;
  await goTo(page, 'Tiêu chí và mẫu');
  await press(page, 'Tạo mẫu');
  await page.route(FORMS, (route) => route.abort());
  const units = page.getByLabel(/^Danh sách đơn vị \(mỗi dòng/);
  await units.fill('Bản Mới Tinh');
  await press(page, /^Tạo \d+ mẫu/);
  expect(await said(page)).toMatch(LOST);
  expect(await units.inputValue()).toBe('Bản Mới Tinh');
  await page.unroute(FORMS);
  await press(page, /^Tạo \d+ mẫu/);
  await expect.poll(() => said(page)).toContain('Đã tạo 1 mẫu báo cáo');
});
