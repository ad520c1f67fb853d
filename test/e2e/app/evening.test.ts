/** The officer's evening on the page in one file, every act counted. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Movement } from '../../../core/movement/movement.ts';
import { movementOf } from '../../fixtures/evening-forms.ts';
import { longPlanDocx } from '../../fixtures/long-plan.ts';
import { heldActs } from '../acts.ts';
import { dropOn } from '../drop-on.ts';
import { walkEvening } from '../evening-walk.ts';
import { cutTexts, press, seriousFindings } from '../excel-addin/pane.ts';
import { oneBrowser } from '../one-browser.ts';
import { builtPage } from './built.ts';

let folder: string;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  const built = await builtPage();
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-evening-'));
  writeFileSync(join(folder, 'ke-hoach.docx'), await longPlanDocx());
  context = await (await oneBrowser()).newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(pathToFileURL(join(built, 'thi-dua-so.html')).href);
});
afterAll(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('takes at most so many acts from the plan to the saved papers', async () => {
  await heldActs(page, 'whole evening: a plan of 7 pages, two scales, 23 units, votes', () =>
    walkEvening(page, { folder, movement: savedMovement, give: dropOn }),
  );
  expect(await seriousFindings(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  expect(faults).toEqual([]);
});

async function savedMovement(): Promise<Movement> {
  const saving = page.waitForEvent('download');
  await press(page, 'Lưu về máy');
  return movementOf(readFileSync(await (await saving).path()));
}
