/** The add-in built for production, as `npm run build` does; the one build all test files share. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Built, type BuiltChunk, builtForAll } from '../built-for-production.ts';
import { ADD_IN } from '../built-once.ts';

export const builtAddIn = (): Promise<Built> =>
  builtForAll('excel-addin', 'excel-addin/vite.config.ts', { THI_DUA_SO_ORIGIN: ADD_IN });

/** Modules whose loading a workbook waits for until it is open in the pane; the chosen movement comes on top. */
export const OPENING = ['boot/pane.ts', 'boot/excel-pane.ts', 'session/pane/opening.ts'];

/** Modules fetched once it is open: what changes the workbook, and the places nobody sees at once. */
export const FOLLOWING = [
  'session/pane/use-cases.ts',
  'host/excel/writing.ts',
  'places/plan-step.tsx',
  'places/criteria-place.tsx',
  'places/report-board.tsx',
  'places/review-place.tsx',
  'places/council-place.tsx',
  'places/results-place.tsx',
];

/**
 * What the browser fetches for these modules: their chunks, all static imports of those, and their style. File name →
 * gzip bytes.
 */
export function loadedFor({ folder, chunks }: Built, modules: readonly string[]): ReadonlyMap<string, number> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set<string>();
  const take = (chunk: BuiltChunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.styles) files.add(style);
    for (const file of chunk.imports) take(byFile.get(file));
  };
  for (const module of modules) {
    const chunk = chunks.find((one) => one.modules.some((path) => path.endsWith(module)));
    if (!chunk) throw new Error(`${module} is in no chunk`);
    take(chunk);
  }
  return new Map([...files].map((file) => [file, gzipSync(readFileSync(join(folder, file))).length]));
}
