/**
 * The whole pane without a mouse: every stop is reached and can be seen, and the work is done with Tab, arrows, Space
 * and Enter.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { standsOn } from './book-text.ts';
import { focused, tabTo, unseenStops } from './focus.ts';
import { BESIDE, openSample, PLACES, said } from './pane.ts';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
});
afterAll(() => addIn?.close());

it('goes from place to place with arrows, around the ends', async () => {
  const { page } = opened;
  await tabTo(page.getByRole('tab', { selected: true }));
  for (const place of [...PLACES.slice(1), ...BESIDE, PLACES[0]]) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => focused(page)).toContain(place);
    await page.getByRole('tab', { name: place, selected: true }).waitFor();
  }
});

it('checks with Enter, moves through the flags with arrows, and selects the cell of an opened flag', async () => {
  const { page } = opened;
  await page.keyboard.press('Alt+3');
  await tabTo(page.getByRole('button', { name: 'Kiểm tra và chấm điểm' }));
  await page.keyboard.press('Enter');
  expect(await said(page)).toContain('24 báo cáo');
  await page.keyboard.press('Alt+4');
  await tabTo(page.getByRole('button', { name: /^Mọi cảnh báo/ }));
  await page.keyboard.press('Enter');
  await tabTo(page.locator('button[data-roving]').first());
  await page.keyboard.press('ArrowDown');
  const text = await focused(page);
  await page.keyboard.press('Enter');
  await expect.poll(async () => text.includes(`${(await standsOn(page)).sheet}!`)).toBe(true);
});

it('decides on a flag', async () => {
  const { page } = opened;
  await tabTo(page.getByRole('button', { name: 'Theo đơn vị' }));
  await page.keyboard.press('Enter');
  await page.getByText(/^Phiếu cần xét/).waitFor();
  await tabTo(page.locator('button[data-roving]').first());
  await page.keyboard.press('Enter');
  await tabTo(page.getByLabel(/^Người quyết định/));
  await page.keyboard.type('Nguyễn Văn A');
  await tabTo(page.getByRole('radio', { name: /^Chấp nhận số liệu/ }).first());
  await page.keyboard.press('Space');
  await tabTo(page.getByRole('button', { name: 'Ghi quyết định' }).first());
  await page.keyboard.press('Enter');
  expect(await said(page)).toContain('Đã ghi quyết định và chấm lại điểm.');
});

it('jumps with Ctrl+K to a unit, a criterion, a paper and a place; Escape leaves things as they are', async () => {
  const { page } = opened;
  const jump = page.getByRole('dialog', { name: 'Đi tới' });
  const type = async (text: string) => {
    await page.keyboard.press('Control+k');
    await jump.waitFor();
    await page.keyboard.type(text);
  };
  const chosen = jump.getByRole('option', { selected: true });
  await type('tram y te');
  await expect.poll(() => chosen.innerText()).toContain('TYT xã Ta Ma');
  await page.keyboard.press('Enter');
  await jump.waitFor({ state: 'detached' });
  await expect.poll(async () => (await standsOn(page)).sheet).toMatch(/TYT/);

  await type('khong co gi nhu vay');
  await jump.getByText('Không có gì mang các chữ ấy.').waitFor();
  await page.keyboard.press('Escape');
  await jump.waitFor({ state: 'detached' });

  const [code = '', title = ''] = await criterionOfSample(page);
  await type(title);
  await chosen.waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Tiêu chí và mẫu', selected: true }).waitFor();
  await expect.poll(() => focused(page)).toContain(code);

  await type('to trinh');
  await expect.poll(() => chosen.innerText()).toMatch(/^Tờ trình/);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Văn bản', selected: true }).waitFor();
  await expect.poll(() => focused(page)).toContain('Tờ trình');

  await type('nam sau');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toContain('Năm sau');
});

describe.each(PLACES.map((place, index) => [place, index + 1] as const))('%s', (place, number) => {
  it('every stop is reached by Tab and shows that it is', async () => {
    const { page } = opened;
    await page.keyboard.press(`Alt+${number}`);
    await page.getByRole('tab', { name: place, selected: true }).waitFor();
    await expect.poll(() => page.getByText('Đang mở…').count()).toBe(0);
    expect(await unseenStops(page)).toEqual([]);
    expect(await unreached(page)).toEqual([]);
  });
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** Code and title of a criterion that the place of criteria shows. */
async function criterionOfSample(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Alt+2');
  const row = page.locator('button[data-roving][aria-expanded]').nth(2);
  return (await row.locator('span > span').allInnerTexts()).slice(0, 2);
}

/** Stops of the place that were not visited; of radio buttons with the same name a single one is enough. */
function unreached(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>('main :is(button, select, input, textarea, summary, a[href])'),
    ];
    const names = new Set(
      stops.flatMap((stop) => (stop.hasAttribute('data-walked') ? [stop.getAttribute('name')] : [])),
    );
    return stops
      .filter((stop) => stop.tabIndex >= 0 && !stop.hasAttribute('disabled') && stop.checkVisibility())
      .filter((stop) => !stop.hasAttribute('data-walked'))
      .filter((stop) => stop.getAttribute('type') !== 'radio' || !names.has(stop.getAttribute('name')))
      .map((stop) => stop.outerHTML.slice(0, 200));
  });
}
