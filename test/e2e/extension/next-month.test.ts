/**
 * A month after the month before, of a one-stop system: what the panel, the desk and the workbook say of the change; and
 * what the panel offers once the extension was renewed under it.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBook } from '../../../core/sheet/workbook/xlsx/read-book.ts';
import type { Browser } from './browser.ts';
import { downloaded } from './downloaded.ts';
import { casePage, laterForm } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { DESK, PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';

let browser: Browser;
let portals: PortalServer;
let panel: Page;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
}, 60_000);

afterAll(async () => {
  await browser?.close();
}, 20_000);

async function pressed(form: string, month: number): Promise<Page> {
  portals.answers.set(FORM, { body: form.replace('QUÝ III NĂM 2025', `THÁNG ${month} NĂM 2025`) });
  return browser.press(await browser.open(FORM));
}

it('is held against the month before, which the panel names', async () => {
  panel = await pressed(casePage('form-06a', 'fields-ok.html'), 8);
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu 3 số/).waitFor();
  await panel.getByRole('button', { name: 'Đặt làm xã của tôi' }).click();
  panel = await pressed(laterForm(), 9);
  await panel.getByText('tháng 9 năm 2025').first().waitFor();
  await panel.getByRole('columnheader', { name: 'So với tháng 8 năm 2025' }).waitFor();
  await panel.getByText('tăng 10', { exact: true }).waitFor();
  await portray(panel, 'next-month', { ...PANEL, looks: [...PANEL.looks, ['dark', 480]] });
}, 60_000);

it('names the fields with the most late dossiers, the worst first, as nobody’s total', async () => {
  const list = panel.locator('details').filter({ hasText: 'Nhiều hồ sơ quá hạn nhất (1 lĩnh vực)' });
  await list.locator('summary').press('Enter');
  expect(await list.getByRole('listitem').allInnerTexts()).toEqual(['Của lĩnh vực “Hộ tịch”: 11/10.361 hồ sơ']);
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu 3 số/).waitFor();
}, 60_000);

it('is compared on the desk with what has changed first', async () => {
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/so-sanh`);
  const rows = desk.locator('tbody tr');
  await rows.first().waitFor();
  const changes = (await rows.allInnerTexts()).map((text) => /tăng|giảm/.test(text));
  expect(changes).toContain(true);
  expect(changes).toEqual(changes.toSorted((a, b) => Number(b) - Number(a)));
  await desk.getByRole('columnheader', { name: 'Tháng 8 năm 2025' }).waitFor();
  await portray(desk, 'compare-months', DESK);
  await desk.close();
}, 60_000);

it('is a sheet of eight columns for people, the whole behind it for machines', async () => {
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/xuat`);
  const { bytes } = await downloaded(browser, () => desk.getByRole('button', { name: 'Tải tệp Excel' }).click());
  const opened = readBook(bytes);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { sheets } = opened.value;
  expect(sheets.map(({ name }) => name)).toEqual(['Số liệu', 'Chỉ số']);
  const rows = [...(sheets[0]?.rows.values() ?? [])].map((cells) => cells.map(({ value }) => value));
  const head = rows.findIndex((row) => row.includes('Chỉ số'));
  expect(rows[head]).toEqual([
    ...['Đơn vị', 'Mã đơn vị', 'Kỳ', 'Chỉ số', 'Giá trị', 'Tối đa', 'Số đạt/tổng số'],
    'Thay đổi so với lần trước',
  ]);
  const periods = new Set(
    rows.slice(head + 1).flatMap((row) => row.filter((value) => /năm 2025$/.test(String(value)))),
  );
  expect([...periods].toSorted()).toEqual(['tháng 8 năm 2025', 'tháng 9 năm 2025']);
  await desk.close();
}, 60_000);

it('offers to load the renewed extension where an old panel meets it', async () => {
  panel = await pressed(casePage('form-06a', 'fields-ok.html'), 7);
  await panel.evaluate(() => {
    // What a worker of another version answers to a message it does not know.
    chrome.runtime.sendMessage = (async () => ({ ok: false, code: 'unknown-message' })) as never;
    chrome.runtime.reload = () => document.body.setAttribute('data-reloaded', '');
  });
  await panel
    .getByRole('button', { name: /^(?:Xác nhận|Bỏ bản chụp|Bỏ)$/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Nạp lại tiện ích' }).click();
  expect(await panel.locator('body').getAttribute('data-reloaded')).toBe('');
}, 60_000);
