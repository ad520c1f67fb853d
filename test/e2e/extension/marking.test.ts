/**
 * "Bàn chấm" inside the extension: the page over files with the portal's figures at hand and scans recognised within
 * the extension's policy; the movement it makes is followed in the panel. Production build, real Chromium.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownPlanDocx } from '../../fixtures/own-plan.ts';
import { goTo, press, seriousFindings } from '../excel-addin/pane.ts';
import { takePicture } from '../excel-addin/pictures.ts';
import type { Browser } from './browser.ts';
import { downloaded } from './downloaded.ts';
import { casePage, deskForm } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { sharedBrowser } from './shared-browser.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
const PHOTO = join(import.meta.dirname, '../../fixtures/plans-scan/anh-chup.jpg');
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-marking-'));
let portals: PortalServer;
let browser: Browser;
let panel: Page;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, 'ke-hoach.docx'), await ownPlanDocx());
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const choosePlan = (file: string) =>
  page.locator('input[type="file"][aria-label="Chọn tệp kế hoạch"]').setInputFiles(file);

describe('Bàn chấm in the extension', () => {
  it('is opened from the panel, and takes the figures of the store into the workbook', async () => {
    panel = await browser.press(await browser.open(FORM));
    await panel.getByRole('button', { name: 'Xác nhận' }).click();
    await panel.getByText(/^Đã lưu 3 số của UBND xã Ta Ma/).waitFor();
    const opening = browser.context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Mở Bàn chấm' }).click();
    page = await opening;
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.setViewportSize({ width: 1280, height: 860 });
    await press(page, 'Dùng số liệu mẫu');
    await page.getByText('Số liệu mẫu.xlsx').waitFor();
    await goTo(page, 'Số liệu Cổng');
    await page.getByText('1 bản chụp chờ chuyển sang Excel.').waitFor();
    await takePicture(page, 'marking-captures');
    await press(page, 'Lấy từ tiện ích trình duyệt');
    await page.getByText('Đã nhận 1 bản chụp (3 số liệu) từ tiện ích trình duyệt.').waitFor();
  });

  it('recognises a photographed plan, which the officer may stop', async () => {
    await page.goto(page.url());
    await press(page, 'Đọc kế hoạch của xã');
    await choosePlan(PHOTO);
    await press(page, 'Nhận dạng chữ');
    await page.getByText('Đang nhận dạng chữ: 0/1 trang').waitFor();
    await press(page, 'Dừng nhận dạng');
    await page.getByText('Đã dừng nhận dạng chữ, chưa đọc được kế hoạch.').waitFor();
    await choosePlan(PHOTO);
    await press(page, 'Nhận dạng chữ');
    await page.getByRole('tab', { name: 'Số từ bản quét' }).waitFor({ timeout: 60_000 });
    await page.getByText(/^Còn \d+ chỗ chưa so với ảnh/).waitFor();
    await page
      .getByRole('img', { name: /Ảnh cắt từ bản quét/ })
      .first()
      .waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await takePicture(page, 'marking-scan');
  });

  it('makes the commune’s own movement, which the panel follows', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await press(page, 'Đọc kế hoạch khác');
    await choosePlan(join(folder, 'ke-hoach.docx'));
    await page.getByRole('tab', { name: 'Chỉ tiêu (5)' }).waitFor();
    await press(page, 'Lập hồ sơ phong trào');
    await page.getByText('Hồ sơ phong trào xã Suối Ngàn 2026.xlsx').waitFor();
    const { bytes } = await downloaded(browser, () => press(page, 'Lưu về máy'));
    writeFileSync(join(folder, 'ho-so.xlsx'), bytes);
    await panel.getByRole('button', { name: 'Cài đặt' }).click();
    const chooser = panel.locator('input[type="file"][aria-label^="Chọn Hồ sơ phong trào"]');
    await chooser.setInputFiles(join(folder, 'ke-hoach.docx'));
    await panel
      .getByText('Tệp đã chọn không phải', { exact: false })
      .or(panel.getByText(/không phải .*\.xlsx|hỏng/))
      .first()
      .waitFor();
    await chooser.setInputFiles(join(folder, 'ho-so.xlsx'));
    await panel.getByText(/Đã nhận hồ sơ .*Suối Ngàn.*: theo dõi 1 chỉ tiêu trên Cổng\./).waitFor();
    expect(await seriousFindings(panel)).toEqual([]);
    await takePicture(panel, 'panel-own-movement');
  });

  it('whose level the next capture is held against: what is missing, and by the plan', async () => {
    portals.answers.set(FORM, { body: deskForm() });
    panel = await browser.press(await browser.open(FORM));
    const missing = /còn thiếu 316 hồ sơ \(tính trên 10\.420 hồ sơ đã có\) để đạt tối thiểu 80 %/;
    const held = panel.getByRole('row').filter({ hasText: missing });
    await held.waitFor();
    expect(await held.innerText()).toContain('31/12/2026');
    await panel.getByText(/Chỉ tiêu theo: .*Suối Ngàn/).waitFor();
    expect(await seriousFindings(panel)).toEqual([]);
    await takePicture(panel, 'panel-own-target');
  });

  it('broke no rule of the policy', () => {
    expect(faults).toEqual([]);
  });
});
