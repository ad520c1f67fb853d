/**
 * A wrong period of a page is corrected in the panel, a contradictory period is chosen there. Production build, real
 * Chromium.
 */
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Browser } from './browser.ts';
import { casePage } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { PANEL, portray } from './portray.ts';
import { sharedBrowser } from './shared-browser.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
let portals: PortalServer;
let browser: Browser;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
});

afterAll(async () => {
  await browser?.close();
});

describe('the period', () => {
  it('is corrected by typing two days, and the page’s own period stays beside it', async () => {
    const panel = await browser.press(await browser.open(FORM));
    await panel.getByRole('button', { name: 'Kỳ không đúng?' }).click();
    await panel.getByRole('button', { name: 'Kỳ từ ngày … đến ngày …' }).click();
    await panel.getByLabel('Từ ngày').fill('15/06/2025');
    await panel.getByLabel('Đến ngày').fill('31/02/2025');
    await panel.getByText('Hãy ghi hai ngày như 15/06/2025, ngày đầu trước ngày cuối.').waitFor();
    await panel.getByLabel('Đến ngày').fill('14/09/2025');
    await panel.getByLabel('Đến ngày').press('Enter');
    await panel
      .getByText('Trang ghi quý III năm 2025; kỳ đã được sửa thành từ ngày 15/06/2025 đến ngày 14/09/2025.')
      .waitFor();
    await portray(panel, 'panel-period-days', PANEL);
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel
      .getByText(/từ ngày 15\/06\/2025 đến ngày 14\/09\/2025 \(kỳ sửa tay; trang ghi quý III năm 2025\)/)
      .waitFor();
  });

  it('the page contradicts is offered as a choice, and any other can be picked', async () => {
    const panel = await browser.press(await browser.open(`${FORM}?thang=9&nam=2025`));
    const field = panel.getByLabel('Trang ghi kỳ không thống nhất: số liệu của kỳ nào?');
    await field.waitFor();
    await portray(panel, 'panel-period-choice', PANEL);
    await field.selectOption({ label: 'tháng 9 năm 2025' });
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/Đã lưu \d+ số/).waitFor();
  });
});
