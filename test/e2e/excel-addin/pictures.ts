/** Pictures for the documents, taken only on request (`npm run pictures`). */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../built-for-production.ts';
import { isPictureWanted } from '../../pictures-shown.ts';
import { cutTexts, findingsIn, goTo, PLACES, wearTheme } from './pane.ts';

/** What is in the window now, as docs/pictures/addin-<name>.png. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const file = `addin-${name}.png`;
  if (isPictureWanted(file, ROOT)) await page.screenshot({ path: join(ROOT, 'docs/pictures', file) });
}

/** At each width and in both themes nothing is hard to read or cut off; a picture of each. Ends in the light. */
export async function readableAt(page: Page, name: string, widths: readonly number[], height = 800): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    for (const theme of ['light', 'dark'] as const) {
      await wearTheme(page, theme);
      expect(await findingsIn(page, theme)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await takePicture(page, `${name}-${width}-${theme}`);
    }
  }
  await wearTheme(page, 'light');
}

/** Sizes of the window in the pictures of the eight steps: a desk's screen, and the width of a pane or a telephone. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];

/** Every step of the way in both sizes, as addin-step-<1 to 8>-<width>.png. Leaves the window as wide as it was. */
export async function takeSteps(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES)
    for (const [at, place] of PLACES.entries()) {
      const name = `step-${at + 1}-${size.width}`;
      if (!isPictureWanted(`addin-${name}.png`, ROOT)) continue;
      await page.setViewportSize(size);
      await goTo(page, place);
      await page.locator('main[aria-busy="false"]').waitFor();
      await page.getByText('Đang lập văn bản để xem…').waitFor({ state: 'detached' });
      await takePicture(page, name);
    }
  if (before !== null) await page.setViewportSize(before);
}
