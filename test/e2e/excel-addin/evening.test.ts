/** The officer's evening in the pane over Microsoft's own client, the same way as in the page, every act counted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { movementIn } from '../../fixtures/evening-forms.ts';
import { longPlanDocx } from '../../fixtures/long-plan.ts';
import { heldActs } from '../acts.ts';
import { walkEvening } from '../evening-walk.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { coreBook } from './book-text.ts';
import { cutTexts, goTo, press, seriousFindings } from './pane.ts';

let folder: string;
let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-evening-'));
  writeFileSync(join(folder, 'ke-hoach.docx'), await longPlanDocx());
  addIn = await addInBrowser();
  opened = await addIn.open('taskpane.html', { api: '1.14', name: 'Sổ mới.xlsx' });
  opened.page.context().setDefaultTimeout(60_000);
});
afterAll(async () => {
  await addIn?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('takes at most so many acts from the plan to the saved papers', async () => {
  const { page } = opened;
  await heldActs(page, 'whole evening in the pane, in Excel', () =>
    walkEvening(page, { folder, movement: async () => movementIn(await coreBook(page)), give: chooseFiles }),
  );
  expect(await seriousFindings(page)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

async function chooseFiles(page: Page, paths: readonly string[]): Promise<void> {
  await goTo(page, 'Báo cáo');
  const asking = page.waitForEvent('filechooser');
  await press(page, 'Thêm tệp báo cáo');
  await (await asking).setFiles([...paths]);
}
