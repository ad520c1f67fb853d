/** What the extension's pages weigh in the production build, everything they may ever load counted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { extensionForAll } from '../../built-extension.ts';
import type { Built } from '../../built-for-production.ts';

/** Bytes, gzip. Raised only in the change that needs it. */
const PANEL_BUDGET = 220_000;
const DESK_BUDGET = 428_000;

let folder: string;
let chunks: Built['chunks'];
beforeAll(async () => {
  ({ folder, chunks } = await extensionForAll());
}, 120_000);

/** Every file a page loads, at once or later, with its bytes in gzip. */
function loadedBy(page: string): ReadonlyMap<string, number> {
  const html = readFileSync(join(folder, page), 'utf8');
  const files = new Set<string>();
  const take = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const chunk = chunks.find(({ fileName }) => fileName === file);
    for (const style of chunk?.styles ?? []) files.add(style);
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
    const own = chunks.filter(({ modules }) => modules.some((path) => path.endsWith(part)));
    expect(own.map(({ fileName }) => files.has(fileName))).toEqual([true]);
  });
});
