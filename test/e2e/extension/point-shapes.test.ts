/**
 * Figures that stand in no table: cards, and a table made of divisions. Pointed at once, read by the next press.
 * Production build, real Chromium.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import type { Browser } from './browser.ts';
import type { PortalServer } from './portal-server.ts';
import { sharedBrowser } from './shared-browser.ts';

const CARDS = 'https://motcua.tama.gov.vn/tong-quan';
const ROLES = 'https://motcua.tama.gov.vn/danh-sach';
let portals: PortalServer;
let browser: Browser;

const page = (body: string) => `<!doctype html><html lang="vi"><title>Một cửa</title>
  <h2>UBND xã Ta Ma: kết quả tháng 9 năm 2026</h2>${body}</html>`;
const card = (figure: string, label: string) => `<div><b>${figure}</b><p>${label}</p></div>`;
const cards = (received: string, share: string) =>
  page(`<div>${card(received, 'Tổng số tiếp nhận')}${card(share, 'Tỷ lệ số hóa')}${card('12', 'Thẻ đã cấp')}</div>`);
const line = (role: string, texts: readonly string[]) =>
  `<div role="row">${texts.map((text) => `<span role="${role}">${text}</span>`).join('')}</div>`;
const roles = (received: string) =>
  page(`<div role="table">${line('columnheader', ['Tên đơn vị', 'Tổng số tiếp nhận', 'Tỷ lệ số hóa'])}
    ${line('cell', ['Xã Ta Ma', received, '98,50%'])}${line('cell', ['Xã Pú Nhung', '800', '90%'])}
    ${line('cell', ['Xã Rạng Đông', '700', '80%'])}</div>`);

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
});

afterAll(async () => {
  await browser?.close();
});

async function press(url: string, body: string): Promise<Page> {
  portals.answers.set(url, { body });
  const panel = await browser.press(await browser.open(`${url}?_=${Math.random()}`));
  await panel
    .getByRole('button', { name: /^(?:Bỏ bản chụp|Chỉ vào bảng)$/ })
    .first()
    .waitFor();
  return panel;
}

/** The page names no unit, so the panel asks whose figures they are. */
async function sayWhose(panel: Page): Promise<void> {
  await panel.getByLabel(/số liệu này của/).fill('UBND xã Ta Ma');
  await panel.keyboard.press('Tab');
}

it('a table made of divisions is pointed at like any other, however late its periods are known', async () => {
  const panel = await press(ROLES, roles('1200'));
  await panel.evaluate(answerLate, 'point.periods');
  await panel.getByRole('button', { name: 'Chỉ vào bảng' }).click();
  await panel.getByRole('button', { name: 'Xã Ta Ma' }).click();
  await panel.getByRole('heading', { name: '3. Các cột nghĩa là gì?' }).waitFor();
  await panel.getByRole('button', { name: 'Giữ cách đọc này' }).click();
  await panel.getByText('98,5 %').waitFor();
  await panel.getByText('1.200').waitFor();
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu 2 số của Xã Ta Ma/).waitFor();
  const again = await press(ROLES, roles('1250'));
  await again.getByText('1.250').waitFor();
  await again.getByText('tăng 50').waitFor();
});

it('cards are read as names and values of the page', async () => {
  const panel = await press(CARDS, cards('1200', '98,50%'));
  await panel.getByRole('button', { name: 'Chỉ vào bảng' }).click();
  await panel.getByRole('button', { name: 'Không ghi đơn vị trong bảng' }).click();
  await panel.getByRole('heading', { name: /^3\./ }).waitFor();
  await panel.getByRole('group', { name: 'Thẻ đã cấp' }).getByLabel('Là chỉ số').selectOption('');
  await panel.getByRole('button', { name: 'Giữ cách đọc này' }).click();
  await sayWhose(panel);
  await panel.getByText('98,5 %').waitFor();
  const again = await press(CARDS, cards('1300', '90%'));
  await sayWhose(again);
  await again.getByText('1.300').waitFor();
  await again.getByText('90 %').waitFor();
});

/** Runs in the panel: the worker's answers to these messages arrive a second late, as on a busy machine. */
function answerLate(message: string): void {
  const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (sent: { readonly name: string }) => Promise<unknown>;
  const late = async (sent: { readonly name: string }) => {
    const answer = await send(sent);
    if (sent.name === message) await new Promise((over) => setTimeout(over, 1_000));
    return answer;
  };
  Object.assign(chrome.runtime, { sendMessage: late });
}
