/**
 * What Chromium fetches until a workbook is open in the pane: just the files the guarded weight counts
 * (test/host/size.test.ts).
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { previewHost } from '../../../app/host/preview-host.ts';
import { paneSession } from '../../../session/pane/pane.ts';
import { builtAddIn, loadedFor, OPENING } from '../../host/built-addin.ts';
import { sure } from '../../host/session-hosts.ts';
import { type AddInBrowser, addInBrowser } from './addin-browser.ts';

const TA_MA = 'ta-ma-2023-2030';

let addIn: AddInBrowser;
let built: Awaited<ReturnType<typeof builtAddIn>>;
beforeAll(async () => {
  built = await builtAddIn();
  addIn = await addInBrowser();
});
afterAll(() => addIn?.close());

it('a workbook without a movement: the pane and what opens a workbook', async () => {
  const sample = addIn.file('sample/ta-ma-2025.xlsx');
  expect(await fetchedFirst(sample, 'Kiểm tra và chấm điểm', OPENING)).toEqual(guarded(OPENING));
});

it('a workbook that was checked and scored: its movement on top, and no other', async () => {
  const modules = [...OPENING, `movements/${TA_MA}.json`];
  expect(await fetchedFirst(await scored(), 'Cần xem', modules)).toEqual(guarded(modules));
});

function guarded(modules: readonly string[]): readonly string[] {
  return [...loadedFor(built, modules).keys()].sort();
}

/**
 * The first files fetched, as many as are guarded; later ones are not waited for. `text` shows that the workbook is
 * open.
 */
async function fetchedFirst(bytes: Uint8Array, text: string, modules: readonly string[]): Promise<readonly string[]> {
  const base64 = Buffer.from(bytes).toString('base64');
  const { page } = await addIn.open('taskpane.html', { api: '1.14', name: 'Ta Ma 2025.xlsx', base64 });
  await page.locator('main[aria-busy="false"]').getByText(text).first().waitFor({ state: 'attached' });
  const names = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .sort((x, y) => x.startTime - y.startTime)
      .map(({ name }) => /\/(assets\/.+\.(?:js|css))$/.exec(name)?.[1] ?? '')
      .filter((name) => name !== ''),
  );
  await page.context().close();
  return [...new Set(names)].slice(0, loadedFor(built, modules).size).sort();
}

/** The sample with its movement chosen, checked and scored. */
async function scored(): Promise<Uint8Array> {
  const host = sure(previewHost('Ta Ma 2025.xlsx', addIn.file('sample/ta-ma-2025.xlsx')));
  const session = paneSession(host);
  sure(await session.saveSettings({ movement: TA_MA, period: null }));
  sure(await session.checkAndScore(() => undefined));
  return host.save();
}
