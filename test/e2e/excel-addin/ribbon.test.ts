/**
 * The ribbon's buttons, each as Excel calls it: the pane opens at its place and does the work, and Excel is notified
 * that it is done.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../built-for-production.ts';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { tableRows } from './book-text.ts';
import { openSample, type PlaceName, said } from './pane.ts';

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await openSample(addIn);
});
afterAll(() => addIn?.close());

it('answers to exactly the buttons of the manifest', async () => {
  const manifest = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');
  const wanted = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, name]) => name);
  expect(wanted).toHaveLength(4);
  expect(await opened.page.evaluate(() => [...(window.excelRuntime?.buttons.keys() ?? [])])).toEqual(wanted);
});

it('makeForms opens the form for new sheets', async () => {
  await pressRibbon('makeForms', 'Tiêu chí và mẫu');
  await opened.page.getByRole('region', { name: 'Tạo mẫu báo cáo' }).waitFor();
});

it('checkAndScore checks and shows the flags', async () => {
  await pressRibbon('checkAndScore', 'Cần xem');
  expect(await said(opened.page)).toContain('Đã kiểm tra và chấm điểm: 24 báo cáo');
  expect((await tableRows(opened.page, 'TDS_CanhBao'))?.length).toBeGreaterThan(20);
});

it('showRanking and showCouncil show what was scored', async () => {
  await pressRibbon('showRanking', 'Kết quả');
  await opened.page.getByRole('table', { name: /^Xếp hạng:/ }).waitFor();
  await pressRibbon('showCouncil', 'Hội đồng');
  await opened.page.getByRole('heading', { name: 'Phiên họp và chốt kết quả' }).waitFor();
});

it('a button pressed before the pane has started waits for it', async () => {
  const { page } = opened;
  await page.addInitScript(() => {
    // As soon as the page has registered its buttons.
    const early = setInterval(() => {
      const show = window.excelRuntime?.buttons.get('showRanking');
      if (show === undefined) return;
      clearInterval(early);
      show({ completed: () => undefined });
    }, 1);
  });
  await page.reload();
  await page.getByRole('tab', { name: 'Kết quả', selected: true }).waitFor();
});

it('made no request outside this computer and threw nothing', () => {
  expect([opened.outside, opened.faults]).toEqual([[], []]);
});

/** Presses a button; Excel must have been asked once to show the pane, and notified once that it is done. */
async function pressRibbon(name: string, place: PlaceName): Promise<void> {
  const { page } = opened;
  const counts = await page.evaluate(async (command) => {
    const runtime = window.excelRuntime;
    if (runtime === undefined) return null;
    const before = runtime.paneShown;
    let completed = 0;
    await runtime.buttons.get(command)?.({ completed: () => (completed += 1) });
    return { shown: runtime.paneShown - before, completed };
  }, name);
  expect(counts).toEqual({ shown: 1, completed: 1 });
  await page.getByRole('tab', { name: place, selected: true }).waitFor();
}
