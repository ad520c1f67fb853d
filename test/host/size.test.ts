/** The production build: the weight of the pane, what the pages may load, the files beside them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { type Built, buildForProduction } from '../built-for-production.ts';
import { ADD_IN as ORIGIN } from '../built-once.ts';
import { builtAddIn, FOLLOWING, fetchedLater, loadedFor, OPENING } from './built-addin.ts';

/** Bytes, gzip. Raised only in the change that needs it. */
const OPEN_BUDGET = 302_300;
const WHOLE_BUDGET = 351_700;
/** What each part that is fetched after that may add, with all it brings along that is not there yet. */
const PART_BUDGET = 35_000;
/** Separate limits: the places besides the first ones, and parts that bring a library or a whole room of core. */
const OWN_BUDGETS: Readonly<Record<string, number>> = {
  'places/papers-place.tsx': 3_500,
  'places/next-place.tsx': 2_500,
  'places/portal-place.tsx': 6_500,
  'places/year-place.tsx': 9_000,
  'places/share-place.tsx': 83_900,
  'session/share/book-to-send.ts': 134_500,
  'places/council-overview.tsx': 50_200,
  'session/council/ballot.ts': 56_500,
  'session/council/merge-copies.ts': 42_000,
  'session/council/what-if.ts': 48_100,
  'excel-addin/functions/functions.ts': 44_000,
  'session/forms/make-forms.ts': 58_400,
  'session/papers/record-decision.ts': 52_800,
  'session/papers/papers-folder.ts': 105_500,
  'session/papers/papers-zip.ts': 171_000,
  'session/papers/see-papers.ts': 84_300,
  'session/papers/make-file.ts': 131_500,
  'session/forms/appraisal-slips.ts': 108_000,
  'session/book/own-dossier.ts': 91_600,
  'session/dossier/edit-criteria.ts': 92_000,
  'session/dossier/take-dossier.ts': 85_800,
  'session/dossier/new-version.ts': 88_500,
  'session/dossier/take-old-units.ts': 90_200,
  'session/dossier/copy-book.ts': 95_200,
  'core/sheet/workbook/file.ts': 40_000,
  'session/received/old-kinds.ts': 42_000,
  'legacy/sheet-js.ts': 121_000,
  'ui/plan/plan-place.tsx': 141_000,
  'ui/plan/scan-checked.tsx': 186_200,
  'session/plan/scan-numbers.ts': 184_700,
};
const CDN = 'https://appsforoffice.microsoft.com';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-local-'));
let cdn: Built;
let local: Built;
beforeAll(async () => {
  cdn = await builtAddIn();
  // Only its manifest, its pages and the files beside them are examined: what the pages load is left out.
  const external = (id: string, importer?: string) => /\.tsx?$/.test(importer ?? '') && /\.tsx?$/.test(id);
  const quick = { minify: false, rolldownOptions: { external } } as const;
  local = await buildForProduction('excel-addin/vite.config.ts', folder, { THI_DUA_SO_OFFICE_JS: 'local' }, quick);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (built: Built, path: string) => readFileSync(join(built.folder, path), 'utf8');

describe('weight', () => {
  const weight = (modules: readonly string[]) => {
    const files = loadedFor(cdn, modules);
    return { total: [...files.values()].reduce((sum, bytes) => sum + bytes, 0), files: JSON.stringify([...files]) };
  };

  test.each(MOVEMENTS.map(({ id }) => id))(
    'what is loaded until a workbook of %s is open, checked and scored, is at most 302.3 kB gzip',
    (id) => {
      const { total, files } = weight([...OPENING, `movements/${id}.json`]);
      expect(total, files).toBeLessThanOrEqual(OPEN_BUDGET);
      // The measure itself: React is in it, or it counts the wrong files.
      expect(total).toBeGreaterThan(80 * 1024);
    },
  );

  test('with all that changes a workbook, which follows once it is open, it is at most 351.7 kB', () => {
    const { total, files } = weight([...OPENING, 'movements/ta-ma-2023-2030.json', ...FOLLOWING]);
    expect(total, files).toBeLessThanOrEqual(WHOLE_BUDGET);
  });

  test('each part that is fetched after that stays within a limit of its own, and no place is left out', () => {
    const first = [...OPENING, 'movements/ta-ma-2023-2030.json', ...FOLLOWING];
    const later = fetchedLater(cdn, first, 'app/hosted.ts');
    const limitOf = (module: string) =>
      Object.entries(OWN_BUDGETS).find(([part]) => module.endsWith(part))?.[1] ?? PART_BUDGET;
    const over = [...later].filter(([module, bytes]) => bytes > limitOf(module));
    expect(over.map(([module, bytes]) => `${module}: ${bytes}`).join('\n')).toBe('');
    const unused = Object.keys(OWN_BUDGETS).filter(
      (part) => ![...later.keys()].some((module) => module.endsWith(part)),
    );
    expect(unused).toEqual([]);
    const menu = readFileSync(new URL('../../ui/pane/places.ts', import.meta.url), 'utf8');
    const places = [...menu.matchAll(/import\('\.\/(places\/[\w-]+\.tsx)'\)/g)].map(([, place]) => place ?? '');
    expect(places.length).toBeGreaterThan(5);
    const counted = [...later.keys(), ...FOLLOWING];
    expect(places.filter((place) => !counted.some((module) => module.endsWith(place)))).toEqual([]);
  });

  test('parts are fetched before they are imported, and bring no style the page has not', () => {
    const code = cdn.chunks.map(({ fileName }) => text(cdn, fileName)).join('\n');
    expect(code).toContain('error loading dynamically imported module: ');
    expect(code).not.toContain('vite:preloadError');
    // None has an empty list of its files.
    expect(code.match(/import\(`[^`]*`\)[^_]{0,120}?,\[\][,)]/g)).toBeNull();
    for (const style of cdn.chunks.flatMap(({ styles }) => styles))
      for (const page of ['taskpane.html', 'preview.html']) expect(text(cdn, page)).toContain(style);
  });

  test('the page outside of Excel loads no start of the pane in Excel, which would take its place', () => {
    const pane = cdn.chunks.find(({ modules }) => modules.some((path) => path.endsWith('boot/pane.ts')));
    const loaded = new Set<string>();
    const load = (file: string): void => {
      const chunk = cdn.chunks.find(({ fileName }) => fileName === file);
      if (!chunk || loaded.has(file)) return;
      loaded.add(file);
      for (const other of [...chunk.imports, ...chunk.dynamicImports]) load(other);
    };
    for (const { facade, fileName } of cdn.chunks) if (facade?.endsWith('excel-addin/preview.html')) load(fileName);
    expect(loaded.size).toBeGreaterThan(50);
    expect(loaded.has(pane?.fileName ?? '')).toBe(false);
  });

  test('nothing of what follows, and nothing of the preview, is waited for', () => {
    const loaded = loadedFor(cdn, OPENING);
    const entries = cdn.chunks.filter(({ facade }) =>
      [...FOLLOWING, 'app/hosted.ts'].some((module) => facade?.endsWith(module)),
    );
    expect(entries.length).toBe(FOLLOWING.length + 1);
    expect(entries.filter(({ fileName }) => loaded.has(fileName))).toEqual([]);
  });
});

describe('pages', () => {
  const scripts = (html: string) =>
    [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/g)].map((match) => match[1]);

  test.each(['taskpane.html', 'preview.html', 'help.html'])('%s loads only what is there', (page) => {
    const outside = scripts(text(cdn, page)).filter((address) => /^[a-z]+:/i.test(address ?? ''));
    expect(outside).toEqual(page === 'taskpane.html' ? [`${CDN}/lib/1/hosted/office.js`] : []);
    for (const built of [cdn, local]) {
      const inside = scripts(text(built, page)).filter((address) => !/^[a-z]+:/i.test(address ?? ''));
      expect(inside.filter((address) => !existsSync(join(built.folder, address ?? '')))).toEqual([]);
    }
  });

  test('the policy stands before anything it governs, names Office alone, and lets nothing be evaluated', () => {
    for (const page of ['taskpane.html', 'preview.html', 'help.html']) {
      const html = text(cdn, page);
      const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<script|<link|<style/));
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'(?: https:\/\/appsforoffice\.microsoft\.com)?;/);
      expect(policy).not.toContain('unsafe-eval');
      expect([...policy.matchAll(/https?:\/\/[^ ;]+/g)].every(([address]) => address === CDN)).toBe(true);
      expect(policy.includes(CDN)).toBe(page === 'taskpane.html');
      expect(html.replaceAll(/<script[^>]*\ssrc=/g, '')).not.toContain('<script');
    }
  });

  test('no code of ours names an address to call', () => {
    const called = cdn.chunks.flatMap(({ fileName }) => [
      ...text(cdn, fileName).matchAll(
        /(?:fetch|WebSocket|EventSource|sendBeacon|importScripts)\(\s*["'`](\w+:[^"'`]+)/g,
      ),
    ]);
    expect(called.map((match) => match[1])).toEqual([]);
  });

  test('an old engine gets its sentence without a module', () => {
    expect(text(cdn, 'taskpane.html')).toMatch(/<script nomodule\s+src="\.\/boot\/old-engine\.js"/);
    const old = text(cdn, 'boot/old-engine.js');
    expect(old).toContain('Excel 2021 trở lên');
    expect(old).not.toMatch(/=>|\b(?:const|let|async)\b|`/);
  });
});

describe('beside the pages', () => {
  test('the manifest names the configured address and nothing of the development server', () => {
    const manifest = text(cdn, 'manifest.xml');
    expect(manifest).not.toContain('localhost');
    const addresses = [...manifest.matchAll(/DefaultValue="(https:[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      expect(address.startsWith(`${ORIGIN}/`)).toBe(true);
      expect(existsSync(join(cdn.folder, address.slice(ORIGIN.length + 1))), address).toBe(true);
    }
  });

  test('without a switch the manifest is the source', () => {
    expect(text(local, 'manifest.xml')).toContain('https://localhost:3000/taskpane.html');
  });

  test('Office comes from our own address by the switch, untouched, and only what Excel loads', () => {
    expect(existsSync(join(cdn.folder, 'office-js'))).toBe(false);
    const html = text(local, 'taskpane.html');
    expect(html).toContain('src="./office-js/office.js"');
    expect(html).not.toContain(CDN);
    const folder = join(local.folder, 'office-js');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(folder, path)).isFile(),
    );
    const source = new URL('../../node_modules/@microsoft/office-js/dist/', import.meta.url);
    for (const path of files) {
      expect(readFileSync(join(folder, path)).equals(readFileSync(new URL(path, source))), path).toBe(true);
    }
    for (const needed of [
      'office.js',
      'excel-win32-16.01.js',
      'excel-web-16.00.js',
      'excel-mac-16.00.js',
      'vi-vn/office_strings.js',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.filter((path) => /debug|outlook|word|powerpoint|onenote/i.test(path))).toEqual([]);
  });

  test('the sample is a workbook with one sheet for each file of the demonstration', () => {
    const files = readdirSync(new URL('../../cli/demo/ta-ma-2025/', import.meta.url)).filter((name) =>
      name.endsWith('.xlsx'),
    );
    const book = readBook(new Uint8Array(readFileSync(join(cdn.folder, 'sample/ta-ma-2025.xlsx'))));
    expect(book.ok && book.value.sheets.length).toBe(files.length);
    expect(book.ok && book.value.sheets.every((sheet) => sheet.rows.size > 5)).toBe(true);
  });
});
