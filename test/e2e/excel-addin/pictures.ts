/** Pictures for the documents, taken only when asked for: `PICTURES=1 npx vitest run --project e2e`. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../built-for-production.ts';

/** What is in the window now, as docs/pictures/addin-<name>.png. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  await page.screenshot({ path: join(ROOT, `docs/pictures/addin-${name}.png`) });
}
