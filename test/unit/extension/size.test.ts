/** What the extension's pages weigh in the production build, everything they may ever load counted. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Bytes, gzip. Raised only in the change that needs it. */
const PANEL_BUDGET = 217_000;
const DESK_BUDGET = 390_000;

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-size-'));
let chunks: readonly Rolldown.OutputChunk[];

beforeAll(async () => {
  const before = process.env.NODE_ENV;
  // Else React's slow half would be built in.
  process.env.NODE_ENV = 'production';
  try {
    const configFile = fileURLToPath(new URL('../../../extension/vite.config.ts', import.meta.url));
    const built = await build({ configFile, logLevel: 'error', build: { outDir: folder } });
    if (Array.isArray(built) || !('output' in built)) throw new Error('The build gave no single output');
    chunks = built.output.filter((one) => one.type === 'chunk');
  } finally {
    process.env.NODE_ENV = before;
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every file a page loads, at once or later, with its bytes in gzip. */
function loadedBy(page: string): ReadonlyMap<string, number> {
  const html = readFileSync(join(folder, page), 'utf8');
  const files = new Set<string>();
  const take = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const chunk = chunks.find(({ fileName }) => fileName === file);
    for (const style of chunk?.viteMetadata?.importedCss ?? []) files.add(style);
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) take(next);
  };
  for (const [, file = ''] of html.matchAll(/(?:src|href)="\/([^"]+)"/g)) take(file);
  return new Map([...files].map((file) => [file, gzipSync(readFileSync(join(folder, file))).length]));
}

describe.each([
  ['panel.html', PANEL_BUDGET, 'panel/capture-card.tsx'],
  ['desk.html', DESK_BUDGET, 'desk/places/compare-place.tsx'],
])('%s', (page, budget, part) => {
  it(`and all it loads later are at most ${budget} bytes in gzip`, () => {
    const files = loadedBy(page);
    const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
    expect(total, JSON.stringify([...files], null, 1)).toBeLessThanOrEqual(budget);
    // The measure itself: this part of the page is among what was counted.
    const own = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(part)));
    expect(own.map(({ fileName }) => files.has(fileName))).toEqual([true]);
  });
});
