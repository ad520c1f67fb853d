/**
 * The extension in real Chromium, from the press of the button to the capture on disk, beside the way officers' scripts
 * go: open each page, wait for its table, read the row. And the readers, from the text of a page to figures, beside a
 * bare `querySelectorAll` walk over the same text. All pages come from this machine.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { builtExtension, startBrowser } from '../test/e2e/extension/browser.ts';
import { startPortals } from '../test/e2e/extension/portal-server.ts';
import { LONG_PAGE, MINE, NEW_PAGE, OLD_PAGES, portalPages } from './capture-pages.ts';
import { median, sized, table, times } from './measure.ts';

const ROUNDS = sized(15, 1);
const folder = mkdtempSync(join(tmpdir(), 'bench-capture-'));
const portals = await startPortals();
for (const [url, answer] of portalPages()) portals.answers.set(url, answer);
const extension = await grantedExtension();
const browser = await startBrowser(extension, portals.port);

interface Round {
  readonly click: number;
  readonly opened: number;
  readonly script: number;
}

/** One page captured with one press, and the same figures the scripts' way, in turn. */
async function versus(
  url: string,
  ready: (page: Page) => Promise<void>,
  scriptPages: readonly string[],
): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let round = sized(-1, 0); round < ROUNDS; round++) {
    let start = Date.now();
    for (const scriptPage of scriptPages) await readRow(await browser.open(scriptPage));
    const script = Date.now() - start;
    start = Date.now();
    const page = await browser.open(url);
    await ready(page);
    const opening = Date.now() - start;
    const click = await stored(page);
    if (round >= 0) rounds.push({ click, opened: opening + click, script });
  }
  return rounds;
}

async function tableThere(page: Page): Promise<void> {
  await page.locator('table tr').first().waitFor();
}

/** As Selenium robots do it: wait for the table, walk its rows until the unit's name is there. */
async function readRow(page: Page): Promise<void> {
  await tableThere(page);
  for (const row of await page.locator('tr', { hasText: new RegExp(`${MINE}(?!\\d)`) }).all()) {
    const cells = await row.locator('td').allTextContents();
    if (cells.length < 3) throw new Error('the script found no row');
  }
}

/** Milliseconds from the press to the capture being on disk, by the clock of this machine on both sides. */
async function stored(page: Page): Promise<number> {
  const worker = browser.context.serviceWorkers()[0];
  if (!worker) throw new Error('no worker');
  await worker.evaluate(() => {
    const marks = globalThis as { benchStored?: number };
    delete marks.benchStored;
    chrome.storage.session.onChanged.addListener(function heard(changes) {
      if (!Object.values(changes).some(({ newValue }) => (newValue as { kind?: string })?.kind === 'captured')) return;
      marks.benchStored = Date.now();
      chrome.storage.session.onChanged.removeListener(heard);
    });
  });
  const start = Date.now();
  await browser.press(page);
  // The panel may hear of it before the worker does.
  const end = await worker.evaluate(async () => {
    const marks = globalThis as { benchStored?: number };
    for (const late = Date.now() + 5_000; marks.benchStored === undefined && Date.now() < late; )
      await new Promise((again) => setTimeout(again, 20));
    return marks.benchStored;
  });
  if (end === undefined) throw new Error('nothing was stored');
  return end - start;
}

/** The production build with the portal granted in its manifest, as after the officer's consent. */
async function grantedExtension(): Promise<string> {
  const granted = join(folder, 'granted');
  cpSync(await builtExtension(), granted, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(granted, 'manifest.json'), 'utf8'));
  const hosts = { host_permissions: manifest.optional_host_permissions, optional_host_permissions: [] };
  writeFileSync(join(granted, 'manifest.json'), JSON.stringify({ ...manifest, ...hosts }));
  return granted;
}

interface Readers {
  readonly readCaptured: (captured: object) => {
    readonly outcome: { readonly kind: string; readonly readings?: readonly object[] };
  };
}

/**
 * Median milliseconds of the reader and of the bare walk over the same text, taking turns, in the page's own engine.
 */
async function readerVersusWalk(url: string): Promise<{ readonly ratio: number; readonly figures: number }> {
  const bundled = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: 'core/portal/capture/registry.ts', formats: ['iife'], name: 'readers' } },
  });
  const output = [bundled].flat()[0];
  const code = output && 'output' in output ? output.output[0].code : '';
  const page = await browser.open(OLD_PAGES[0] ?? '');
  await page.evaluate(`${code}; globalThis.readers = readers`);
  const body = portals.answers.get(url)?.body ?? '';
  return page.evaluate(
    ([text, address, first, end]) => {
      const { readCaptured } = (globalThis as unknown as { readers: Readers }).readers;
      const captured = { url: address, request: null, at: '2026-11-20T08:00:00+07:00', body: text };
      let figures = 0;
      const read = () => {
        figures = readCaptured(captured).outcome.readings?.length ?? 0;
      };
      const walk = () => {
        const page = new DOMParser().parseFromString(text, 'text/html');
        let cells = 0;
        for (const row of page.querySelectorAll('tr'))
          for (const cell of row.querySelectorAll('td')) if (cell.textContent?.trim()) cells++;
        return cells;
      };
      const timed = (run: () => unknown) => {
        const start = performance.now();
        run();
        return performance.now() - start;
      };
      const ratios: number[] = [];
      for (let round = first; round < end; round++) {
        const [ours, bare] = round % 2 === 0 ? [timed(read), timed(walk)] : [timed(walk), timed(read)].reverse();
        if (round >= 0) ratios.push((ours ?? 0) / (bare ?? 1));
      }
      ratios.sort((a, b) => a - b);
      return { ratio: ratios[ratios.length >> 1] ?? 0, figures };
    },
    [body, url, sized(-3, 0), sized(15, 2)] as const,
  );
}

const pick = (rounds: readonly Round[], of: keyof Round) => rounds.map((round) => round[of]).sort((a, b) => a - b);
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const row = (name: string, rounds: readonly Round[], of: keyof Round) => {
  const [own, script] = [pick(rounds, of), pick(rounds, 'script')];
  const ratio = median(rounds.map((round) => round.script / round[of]));
  return [name, `${at(own, 0.5)} / ${at(own, 0.95)} ms`, `${at(script, 0.5)} / ${at(script, 0.95)} ms`, times(ratio)];
};

try {
  const seven = await versus(NEW_PAGE, (page) => page.getByText('Đã tải 7').waitFor(), OLD_PAGES);
  const long = await versus(LONG_PAGE, tableThere, [LONG_PAGE]);
  const readers = [await readerVersusWalk(LONG_PAGE), await readerVersusWalk(OLD_PAGES[1] ?? '')] as const;
  if (readers.some(({ figures }) => figures < 100))
    throw new Error(`a reader found ${readers.map(({ figures }) => figures)} figures`);
  console.log(
    table(
      [`from the press to the disk, p50 / p95 of ${ROUNDS}`, 'ours', 'script', 'script ÷ ours'],
      [
        row('page of seven answers, already open (script: six pages in turn)', seven, 'click'),
        row('the same, opening the page counted', seven, 'opened'),
        row('table of 3,000 rows, already open (script opens it)', long, 'click'),
        row('the same, opening the page counted', long, 'opened'),
      ],
    ),
  );
  console.log(
    `\n${table(
      ['text of the page to figures', 'ours ÷ bare walk', 'wanted'],
      [
        ['3,000 rows (one-stop table)', times(readers[0].ratio), '≤ 3'],
        ['148 rows (national portal, old page)', times(readers[1].ratio), '≤ 3'],
      ],
    )}`,
  );
} finally {
  await browser.close();
  await portals.close();
  rmSync(folder, { recursive: true, force: true });
}
