/**
 * A page with choices that no reader understands, from the first press to a withdrawn figure: the questions, what stays
 * after the confirmation, and what can be corrected later. Production build, real Chromium.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldActs } from '../acts.ts';
import type { Browser } from './browser.ts';
import { casePage } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { DESK, PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const PAGE = 'https://motcua.tama.gov.vn/bao-cao/06a';
const FORM = `${PAGE}?_thongke_WAR_bc=1`;
const DROPDOWN =
  '<label>Lĩnh vực</label><p-dropdown><div class="p-dropdown"><span class="p-dropdown-label">Hộ tịch và chứng thực</span></div></p-dropdown>';

let portals: PortalServer;
let browser: Browser;
let panel: Page;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  const body = casePage('form-06a', 'fields-ok.html').replace('<body>', `<body>${DROPDOWN}`);
  portals.answers.set(PAGE, { body });
});

afterAll(async () => {
  await browser?.close();
});

it('asks once about each condition, and not again at that site', async () => {
  panel = await browser.press(await browser.open(FORM));
  await panel.getByText('Trang đang chọn “Lĩnh vực: Hộ tịch và chứng thực”. Số này là của cả xã?').waitFor();
  await portray(panel, 'questions', PANEL);
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText('Hãy trả lời câu hỏi ở trên trước khi xác nhận.').waitFor();
  await heldActs(panel, 'first capture of a page with unknown conditions', async () => {
    const right = panel.getByRole('button', { name: 'Đúng', exact: true });
    await right.first().click();
    await expect.poll(() => right.count()).toBe(1);
    await right.click();
    await panel.getByRole('region', { name: 'Cần trả lời' }).waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/^Đã lưu 3 số/).waitFor();
  });
});

it('keeps the figures after the confirmation, with a way on and a way back', async () => {
  await panel.getByText('10.410/10.420').waitFor();
  await panel.getByRole('button', { name: 'Đưa vào Bàn chấm' }).waitFor();
  await portray(panel, 'settled', PANEL);
  await panel.getByRole('button', { name: 'Hoàn tác' }).click();
  await panel.getByRole('button', { name: 'Xác nhận' }).click();
  await panel.getByText(/^Đã lưu 3 số/).waitFor();
  const later = portals.answers.get(PAGE)?.body ?? '';
  portals.answers.set(PAGE, { body: later.replaceAll('QUÝ III', 'QUÝ II') });
  panel = await browser.press(await browser.open(FORM));
  await heldActs(panel, 'later capture of a page with unknown conditions', async () => {
    await panel.getByText('quý II năm 2025').waitFor();
    expect(await panel.getByRole('region', { name: 'Cần trả lời' }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/^Đã lưu 3 số/).waitFor();
  });
});

it('is withdrawn with a reason on the desk, where its history stays, and deleted for good', async () => {
  const desk = await browser.context.newPage();
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/ban-chup`);
  await desk.getByRole('listbox').getByRole('option').first().waitFor();
  await desk.getByRole('listbox').getByRole('option').first().click();
  await desk.getByRole('button', { name: 'Rút lại' }).click();
  await desk.getByRole('button', { name: 'Rút lại' }).click();
  await desk.getByText('Hãy ghi lý do.').waitFor();
  await desk.getByLabel('Vì sao rút lại').fill('Chụp nhầm quý');
  await portray(desk, 'withdraw', DESK);
  await desk.getByRole('button', { name: 'Rút lại' }).click();
  await desk.getByText('Đã rút lại vì: Chụp nhầm quý.').waitFor();
  await desk.getByText('3 số trước đó').first().waitFor();
  await portray(desk, 'withdrawn', DESK);
  await desk.getByRole('button', { name: 'Xóa hẳn', exact: true }).click();
  await desk.getByRole('button', { name: 'Xóa hẳn bản chụp' }).click();
  await desk.getByText('Xóa hẳn bản chụp').waitFor({ state: 'detached' });
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/cach-doc`);
  await desk.getByRole('button', { name: /^Hỏi lại: Trang đang chọn “Lĩnh vực/ }).waitFor();
  await portray(desk, 'answers', DESK);
});
