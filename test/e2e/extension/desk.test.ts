/**
 * Every place of the desk in real Chromium over a year's captures: its texts, light and dark, narrow and wide, axe, and
 * pictures for the guide.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { DESK, portray } from './portray.ts';
import { sampleHistory } from './sample-history.ts';
import { sharedBrowser } from './shared-browser.ts';
import { storeScreen, storeTiles } from './store-pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-desk-'));
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  ({ browser } = await sharedBrowser());
  desk = await browser.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 900 });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function go(path: string): Promise<void> {
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/${path}`);
  await desk.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Where the system sets all colours, the row that Enter opens still has its mark. */
async function expectCurrentSeen(): Promise<void> {
  await desk.emulateMedia({ forcedColors: 'active' });
  const edges = await desk
    .getByRole('listbox', { name: /bản chụp, mới nhất ở trên/ })
    .getByRole('option')
    .evaluateAll((rows) => rows.slice(0, 2).map((row) => getComputedStyle(row).borderLeftWidth));
  expect(edges).toEqual(['4px', '0px']);
  await desk.emulateMedia({ forcedColors: null });
}

/** Where it is narrow a name of the comparison takes the width of the table, and its figures stand below it. */
async function expectNamesWide(): Promise<void> {
  await desk.setViewportSize({ width: 320, height: 900 });
  const rows = await desk.getByRole('row').evaluateAll((all) =>
    all.slice(1).map((row) => {
      const [name, ...cells] = [...row.children].map((cell) => cell.getBoundingClientRect());
      return name && name.width >= row.clientWidth - 1 && cells.every((cell) => cell.top >= name.bottom - 1);
    }),
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.every((isBelow) => isBelow)).toBe(true);
  await desk.setViewportSize({ width: 1280, height: 900 });
}

describe('the desk', () => {
  it('says how to begin when there is nothing yet', async () => {
    for (const path of ['tong-quan', 'so-sanh', 'don-vi', 'ban-chup']) {
      await go(path);
      await expect.poll(() => desk.getByRole('main').innerText(), { timeout: 10_000 }).toMatch(/Chưa|Hãy|chưa/);
    }
    await go('tong-quan');
    await portray(desk, 'desk-empty', DESK);
    // Where it is narrow the places are behind a button: opened and left by keys, the focus where it was.
    await desk.setViewportSize({ width: 320, height: 700 });
    const menu = desk.getByRole('button', { name: 'Tổng quan' });
    await menu.press('Enter');
    await desk.getByRole('link', { name: 'So sánh kỳ' }).focus();
    await desk.keyboard.press('Escape');
    await expect.poll(() => menu.getAttribute('aria-expanded')).toBe('false');
    expect(await menu.evaluate((item) => item === document.activeElement)).toBe(true);
    await desk.setViewportSize({ width: 1280, height: 900 });
  });

  it('explains at first what it does and what to prepare, to officers and to reviewers of a store listing', async () => {
    await go('bat-dau');
    await desk.getByText('Bấm hình mảnh ghép').waitFor();
    await desk.getByRole('button', { name: 'Cho phép' }).waitFor();
    await desk.getByLabel('Tên xã, phường').fill('xã Ta Ma');
    await desk.getByText('Đã ghi.').waitFor();
    await portray(desk, 'desk-start', DESK);
    await desk.getByRole('button', { name: 'English' }).click();
    await desk.getByText('Pin the button to the toolbar').waitFor();
    expect(await desk.locator('[lang="en"] h1').innerText()).toBe('The portal’s figures in one press');
    await go('cai-dat');
    await expect.poll(() => desk.getByLabel('Xã của tôi').inputValue()).toBe('xã Ta Ma');
  });

  it('takes a year’s captures back from a backup', async () => {
    await go('xuat');
    const file = join(folder, 'sao-luu.zip');
    writeFileSync(file, await sampleHistory(Date.now()));
    await desk.locator('input[type="file"]').setInputFiles(file);
    await desk.getByLabel(/^Thay thế tất cả/).fill('Thay thế');
    await desk.getByRole('button', { name: 'Thay thế tất cả' }).click();
    await desk.getByText('Đã thay thế: nay có 14 bản chụp.').waitFor();
  });

  it('accepts typed days, and names an impossible day', async () => {
    await go('xuat');
    const from = desk.getByLabel('Chụp từ ngày');
    await from.fill('31/02/2026');
    await from.press('Enter');
    await desk.getByText('Hãy ghi ngày như 15/06/2025.').waitFor();
    await from.fill('6/11/2020');
    await from.press('Enter');
    await desk.getByText('Hãy ghi ngày như 15/06/2025.').waitFor({ state: 'detached' });
  });

  it('shows the commune’s indicators with their course, target and pace', async () => {
    await go('tong-quan');
    await desk.getByText('Tỷ lệ hồ sơ tiếp nhận trực tuyến').first().waitFor();
    await desk
      .getByText(/còn thiếu \d[\d.]* hồ sơ/i)
      .first()
      .waitFor();
    await desk.getByText(/^Không có bản chụp nào trong: /).waitFor();
    await portray(desk, 'desk-overview', DESK);
    await storeScreen(desk, 'desk-overview');
    await storeTiles(await browser.context.newPage());
  });

  it.each([
    ['so-sanh', 'desk-compare', 'Theo phần trăm mức tối đa'],
    ['don-vi', 'desk-units', 'Lần trước'],
    ['ban-chup', 'desk-captures', 'Trạng thái'],
    ['cach-doc', 'desk-readers', 'Chưa có. Trên trang'],
    ['cai-dat', 'desk-settings', 'Xã của tôi'],
  ])('shows %s', async (path, name, text) => {
    await go(path);
    await desk.getByRole('main').getByText(text).first().waitFor();
    await portray(desk, name, DESK);
    if (name === 'desk-captures') await expectCurrentSeen();
    if (name === 'desk-compare') await expectNamesWide();
    if (name !== 'desk-settings') await storeScreen(desk, name);
  });
});
