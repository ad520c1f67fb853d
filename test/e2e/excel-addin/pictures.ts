/** Pictures for the documents, taken only on request (`npm run pictures`). */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../../built-for-production.ts';
import { isPictureWanted } from '../../pictures-shown.ts';
import { cutTexts, seriousFindings, wearTheme } from './pane.ts';

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
      expect(await seriousFindings(page)).toEqual([]);
      expect(await cutTexts(page)).toEqual([]);
      await takePicture(page, `${name}-${width}-${theme}`);
    }
  }
  await wearTheme(page, 'light');
}
