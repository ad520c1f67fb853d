/**
 * High contrast: the system's few colours, on dark and on light backgrounds. Information shown by colour elsewhere must
 * not be lost.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { unseenStops } from './focus.ts';
import { checkAndScore, cutTexts, findingsIn, goTo, goToFlags, openSample, PLACES, smallTexts } from './pane.ts';
import { takePicture } from './pictures.ts';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
  await checkAndScore(opened.page);
});
afterAll(() => addIn?.close());

describe.each(['light', 'dark'] as const)('on %s ground', (colorScheme) => {
  it('every place is whole and readable, and the step it stands on shows', async () => {
    const { page } = opened;
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const place of PLACES) {
      await goTo(page, place);
      const [cut, small] = [await cutTexts(page), await smallTexts(page)];
      const found = { cut, small, serious: await findingsIn(page, colorScheme), tabs: await framed(page) };
      expect({ place, ...found }).toEqual({ place, cut: [], small: [], serious: [], tabs: [place] });
    }
  });

  it('a flag tells its severity in words, and a pressed filter shows', async () => {
    const { page } = opened;
    await goToFlags(page);
    await page.locator('button[data-roving]').first().waitFor();
    const cards = await page.locator('button[data-roving]').allTextContents();
    expect(cards.length).toBeGreaterThan(20);
    expect(cards.filter((text) => !/^(Lỗi|Cảnh báo|Lưu ý)/.test(text))).toEqual([]);
    const filter = page.getByRole('group', { name: 'Mức độ' }).getByRole('button', { name: /^Lỗi/ });
    const ground = () => filter.evaluate((button) => getComputedStyle(button).backgroundColor);
    const loose = await ground();
    await filter.click();
    await page.mouse.move(0, 0);
    await expect.poll(ground).not.toBe(loose);
    await filter.click();
  });

  it('shows where the focus is', async () => {
    const { page } = opened;
    await goTo(page, 'Báo cáo');
    expect(await unseenStops(page)).toEqual([]);
  });

  it('the chart is drawn in colours of the system', async () => {
    const { page } = opened;
    await goTo(page, 'Kết quả');
    expect(await isDrawnInSystemColours(page)).toBe(true);
    await takePicture(page, `contrast-${colorScheme}`);
  });
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** Names of the steps that have a frame which can be seen on their ground. */
function framed(page: Page): Promise<readonly string[]> {
  return page.getByRole('tab').evaluateAll((tabs) =>
    tabs.flatMap((tab) => {
      const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(tab);
      const isSeen = outlineStyle === 'solid' && outlineWidth !== '0px' && outlineColor !== backgroundColor;
      return isSeen ? [(tab as HTMLElement).title.replace(/ \(Alt\+\d\)$/, '')] : [];
    }),
  );
}

/** Whether the names of the units are drawn in the colour of text, and their bars in that of what is chosen. */
async function isDrawnInSystemColours(page: Page): Promise<boolean> {
  const chart = page.getByRole('img', { name: /^Biểu đồ điểm/ });
  await chart.waitFor();
  return chart.evaluate((drawn) => {
    const probe = document.body.appendChild(document.createElement('span'));
    const colour = (name: string) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const [text, bar] = [colour('CanvasText'), colour('Highlight')];
    probe.remove();
    const bars = [...drawn.querySelectorAll('[data-look=main]')];
    const names = bars.map((bar) => bar.closest('[title]')?.firstElementChild ?? bar);
    return (
      bars.length > 0 &&
      bars.every((item) => getComputedStyle(item).backgroundColor === bar) &&
      names.every((name) => getComputedStyle(name).color === text)
    );
  });
}
