/**
 * Looks at a page of ours in light and dark, narrow and wide: nothing sticks out, no syllable is broken in two, axe
 * finds nothing. Widths differ in layout and schemes in colour, so the first and the last look show both; with
 * PICTURES=1 (`npm run pictures`) all are looked at, and those that a document shows are taken.
 */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { isPictureWanted } from '../../pictures-shown.ts';
import { atRest } from '../at-rest.ts';
import { brokenWords } from '../broken-words.ts';

interface Looks {
  readonly looks: readonly (readonly [scheme: 'light' | 'dark', width: number])[];
  readonly height: number;
}

export const PANEL: Looks = {
  looks: [
    ['light', 480],
    ['light', 320],
    ['dark', 320],
  ],
  height: 640,
};
export const DESK: Looks = {
  looks: [
    ['light', 320],
    ['dark', 320],
    ['light', 1280],
    ['dark', 1280],
  ],
  height: 900,
};
/** A frame out of sight is not painted: then the window is made tall. */
export const TALL: Looks = { ...DESK, height: 1900 };

/** Pictures are docs/pictures/extension-<name>-<scheme>-<width>.png. */
export async function portray(page: Page, name: string, { looks, height }: Looks): Promise<void> {
  const wanted = process.env.PICTURES === '1' ? looks : [...looks.slice(0, 1), ...looks.slice(-1)];
  for (const [colorScheme, width] of wanted) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    await atRest(page);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang, `${name} at ${width}`).toBeLessThanOrEqual(0);
    expect(await brokenWords(page), `${name} at ${width}`).toEqual([]);
    await expectAccessible(page);
    const file = `extension-${name}-${colorScheme}-${width}.png`;
    if (isPictureWanted(file))
      await page.screenshot({ path: `docs/pictures/${file}`, fullPage: height !== TALL.height });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Copies of portal pages in frames are the portal's, not ours. */
async function expectAccessible(page: Page): Promise<void> {
  // Half a megabyte of script: read once a page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await axe.run({ iframes: false, resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(violations).toEqual([]);
}
