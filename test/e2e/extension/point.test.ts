/**
 * A page no reader knows: the officer points at the table and at her unit once, and the next time one press reads it.
 * Production build, real Chromium.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldActs } from '../acts.ts';
import type { Browser } from './browser.ts';
import type { PortalServer } from './portal-server.ts';
import { DESK, PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const PAGE = 'https://motcua.tama.gov.vn/thong-ke/so-hoa';
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-point-'));
let portals: PortalServer;
let browser: Browser;

/** Departments and 120 communes under one set of headers; hostile names among them. */
function statistics(month: number, received: string, share = 'Tỷ lệ số hóa'): string {
  const head = `<tr><th rowspan="2">STT</th><th rowspan="2">Tên đơn vị</th><th colspan="2">Hồ sơ</th><th rowspan="2">${share}</th><th rowspan="2">Thẻ đã cấp</th></tr>
    <tr><th>Tổng số tiếp nhận</th><th>Chờ bổ sung</th></tr>`;
  const row = (at: number, name: string, figures: readonly string[]) =>
    `<tr><td>${at}</td><td>${name}</td>${figures.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const names = [
    '&lt;img src=x onerror=&quot;window.hacked=1&quot;&gt;',
    '=HYPERLINK("http://x")',
    '../../xã',
    '__proto__',
  ];
  const rows = Array.from({ length: 120 }, (_, at) =>
    at === 76
      ? row(77, 'Xã Tà Mả', [received, '3', '98,50%', '1.234'])
      : row(at + 1, names[at] ?? `Xã Thứ ${at + 1}`, ['10', '0', '50%', '7']),
  );
  // A form whose fields hide its own properties, and a picture that hides a property of the document.
  return `<!doctype html><html lang="vi"><title>Thống kê một cửa</title><img name="querySelectorAll"><form><input name="children"><input name="tagName">
    <h2>Sở, ban, ngành: kết quả số hóa tháng ${month} năm 2026</h2><table>${head}${row(1, 'Sở Tư pháp', ['5', '0', '10%', '2'])}</table>
    <h2>Xã, phường: kết quả số hóa tháng ${month} năm 2026</h2><table>${head}${rows.join('')}</table></html>`;
}

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function press(body: string): Promise<Page> {
  portals.answers.set(PAGE, { body });
  const panel = await browser.press(await browser.open(`${PAGE}?loai=xa&_=${Math.random()}`));
  await panel
    .getByRole('button', { name: /^(?:Bỏ bản chụp|Chỉ vào bảng)$/ })
    .first()
    .waitFor();
  return panel;
}

describe('pointing at a table', () => {
  it('works once for all, by keyboard alone, over the stored copy', async () => {
    const panel = await press(statistics(2, '2.345'));
    await panel.getByText('Không tìm thấy: Chưa có cách đọc nào cho trang này.').waitFor();
    await portray(panel, 'point-none', PANEL);
    await panel.getByRole('button', { name: 'Chỉ vào bảng' }).press('Enter');
    await panel.getByRole('heading', { name: '1. Số liệu nằm ở bảng nào?' }).waitFor();
    await portray(panel, 'point-tables', PANEL);
    await panel.getByRole('button', { name: /^Xã, phường/ }).press('Enter');

    await panel.getByRole('heading', { name: '2. Đơn vị nào?' }).waitFor();
    await panel.getByRole('button', { name: '<img src=x onerror="window.hacked=1">' }).waitFor();
    expect(await panel.locator('img').count()).toBe(0);
    await portray(panel, 'point-rows', PANEL);
    await panel.getByLabel('Tìm đơn vị trong bảng').fill('ta ma');
    const cell = panel.getByRole('button', { name: 'Xã Tà Mả' });
    await cell.waitFor();
    await panel.keyboard.press('Tab');
    // The search field has a button of its own for clearing.
    for (let tries = 0; tries < 3 && !(await cell.evaluate((item) => item === document.activeElement)); tries++) {
      await panel.keyboard.press('Tab');
    }
    await panel.keyboard.press('Enter');

    await panel.getByRole('heading', { name: '3. Các cột nghĩa là gì?' }).waitFor();
    const column = (name: string) => panel.getByRole('group', { name });
    expect(await column('Tỷ lệ số hóa').getByLabel('Là chỉ số').inputValue()).toBe('so-hoa-ho-so');
    expect(await column('Hồ sơ › Tổng số tiếp nhận').getByLabel('Là chỉ số').inputValue()).toBe('tiep-nhan');
    await column('Thẻ đã cấp').getByLabel('Là chỉ số').selectOption('own');
    await panel.getByRole('button', { name: 'Giữ cách đọc này' }).click();
    // 1.234 can be read in two ways: the panel asks instead of guessing.
    await portray(panel, 'point-columns', PANEL);
    await panel.getByText('Hãy chọn cách đọc số của cột “Thẻ đã cấp”.').waitFor();
    await column('Thẻ đã cấp').getByLabel('Số được đọc là').selectOption({ label: 'Số lượng: 1.234' });
    await panel.getByRole('button', { name: 'Giữ cách đọc này' }).click();

    await panel.getByText('tháng 2 năm 2026').waitFor();
    await panel.getByText('98,5 %').waitFor();
    await panel.getByText('2.345').waitFor();
    await panel
      .getByRole('row', { name: /Thẻ đã cấp/ })
      .getByText('1.234')
      .waitFor();
    await portray(panel, 'point-kept', PANEL);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText('Đã lưu 3 số của Xã Tà Mả.').waitFor();
  });

  it('is not needed again: the next press reads the page, as long as it is the same table', async () => {
    const panel = await press(statistics(2, '2.400'));
    await panel.getByText('tăng 55').waitFor();
    const changed = await press(statistics(2, '2.400', 'Tỷ lệ thanh toán'));
    await changed.getByText(/Không tìm thấy: Không thấy bảng đã chỉ: thiếu cột “Tỷ lệ số hóa”/).waitFor();
  });

  it('is managed in the desk: renamed, exported, removed and restored, imported again', async () => {
    const desk = await browser.context.newPage();
    await desk.goto(`chrome-extension://${browser.id}/desk.html#/cach-doc`);
    const card = (name: string) => desk.getByRole('article', { name });
    await card('Thống kê một cửa').getByRole('button', { name: 'Đổi tên' }).click();
    await desk.getByLabel('Tên nguồn số liệu').fill('Một cửa xã Tà Mả');
    await desk.getByRole('button', { name: 'Lưu tên' }).click();
    await card('Một cửa xã Tà Mả').getByText('Các cột được đọc').click();
    await card('Một cửa xã Tà Mả').getByText('Thẻ đã cấp: Thẻ đã cấp (số lượng)').waitFor();
    await portray(desk, 'desk-readers-kept', DESK);

    await card('Một cửa xã Tà Mả').getByRole('button', { name: 'Xuất tệp' }).click();
    await expect.poll(() => readdirSync(browser.downloads)).toEqual(['cach-doc.json']);
    const file = readFileSync(join(browser.downloads, 'cach-doc.json'));
    await desk.getByRole('button', { name: 'Xóa' }).click();
    await desk.getByText('Đã xóa cách đọc “Một cửa xã Tà Mả”. Số liệu đã lưu vẫn còn.').waitFor();
    await desk.getByRole('button', { name: 'Hoàn tác' }).click();
    await card('Một cửa xã Tà Mả').getByRole('button', { name: 'Xóa' }).click();

    const bad = join(folder, 'sai.json');
    writeFileSync(bad, file.toString().replace('"format": 1', '"format": 1, "script": "alert(1)"'));
    await desk.locator('input[type=file]').setInputFiles(bad);
    await desk.getByText('Tệp cách đọc bị sai ở phần nội dung, nên không nhập.').waitFor();
    await desk.locator('input[type=file]').setInputFiles(join(browser.downloads, 'cach-doc.json'));
    await card('Cách đọc trong tệp').getByRole('button', { name: 'Nhập' }).click();
    await card('Một cửa xã Tà Mả').getByRole('button', { name: 'Đổi tên' }).waitFor();
    await desk.close();
    const panel = await press(statistics(2, '2.500'));
    // The unit she pointed at is not in the file.
    await panel.getByLabel('Đơn vị').selectOption({ label: 'Xã Tà Mả' });
    await panel.getByText('tăng 155').waitFor();
  });
});

describe('pointing in the page itself', () => {
  const OTHER = 'https://motcua.tama.gov.vn/bao-cao/so-hoa-thang';

  it('takes the cell that was pressed and frames it, without changing the page; later one act is enough', async () => {
    portals.answers.set(OTHER, { body: statistics(3, '2.400') });
    const page = await browser.open(OTHER);
    const panel = await browser.press(page);
    await panel.getByRole('button', { name: 'Chỉ vào bảng' }).waitFor();
    const count = (selector: string) =>
      page.evaluate((wanted) => Document.prototype.querySelectorAll.call(document, wanted).length, selector);
    const cells = await count('td');
    await heldActs(panel, 'a table taught by pointing in the page', async () => {
      await panel.getByRole('button', { name: 'Chỉ vào bảng' }).click();
      await panel.getByRole('button', { name: 'Chỉ trên trang' }).click();
      await panel.getByText('Bấm vào ô có tên đơn vị trên trang').waitFor();
      await page.getByRole('cell', { name: 'Xã Tà Mả' }).click();
      await panel.getByRole('heading', { name: '3. Các cột nghĩa là gì?' }).waitFor();
      // One layer of ours, behind a closed root.
      expect([await count('td'), await count('html > div')]).toEqual([cells, 1]);
      await panel.getByRole('button', { name: 'Giữ cách đọc này' }).click();
      await panel.getByText('tháng 3 năm 2026').waitFor();
      await panel.getByRole('button', { name: 'Xác nhận' }).click();
      await panel.getByText('Đã lưu 2 số của Xã Tà Mả.').waitFor();
    });
    await expect.poll(() => count('html > div')).toBe(0);

    portals.answers.set(OTHER, { body: statistics(4, '2.500') });
    const later = await browser.press(await browser.open(`${OTHER}?_=2`));
    await later.getByText('tháng 4 năm 2026').waitFor();
    await heldActs(later, 'later capture of a taught table', async () => {
      await later.getByRole('button', { name: 'Xác nhận' }).click();
      await later.getByText('Đã lưu 2 số của Xã Tà Mả.').waitFor();
    });
  });
});
