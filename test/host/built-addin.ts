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

/** Modules fetched as soon as it is open: what changes the workbook, and the steps from the plan to the results. */
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
export function loadedFor(built: Built, modules: readonly string[]): ReadonlyMap<string, number> {
  const entries = modules.map((module) => {
    const chunk = built.chunks.find((chunk) => chunk.modules.some((path) => path.endsWith(module)));
    if (!chunk) throw new Error(`${module} is in no chunk`);
    return chunk.fileName;
  });
  return weighed(built, entries);
}

/** The files of these chunks and of all they import, with their bytes in gzip. */
function weighed({ folder, chunks }: Built, entries: readonly string[]): ReadonlyMap<string, number> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set<string>();
  const take = (chunk: BuiltChunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.styles) files.add(style);
    for (const file of chunk.imports) take(byFile.get(file));
  };
  for (const file of entries) take(byFile.get(file));
  return new Map([...files].map((file) => [file, weightOf(join(folder, file))]));
}

const weights = new Map<string, number>();

/** Bytes in gzip. Each file of a build is in the weight of dozens of parts, and is packed once. */
function weightOf(path: string): number {
  const weight = weights.get(path) ?? gzipSync(readFileSync(path)).length;
  weights.set(path, weight);
  return weight;
}

/**
 * Every part the pane can fetch after these modules, found by following each `import()` of the build: the part's module
 * → gzip bytes that come on top of these modules. `except` = modules whose own parts are not followed.
 */
export function fetchedLater(built: Built, modules: readonly string[], except: string): ReadonlyMap<string, number> {
  const byFile = new Map(built.chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = loadedFor(built, modules);
  const later = new Map<string, number>();
  const seen = new Set<string>();
  const waiting = [...first.keys()];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const part of byFile.get(file)?.dynamicImports ?? []) {
      if (seen.has(part)) continue;
      seen.add(part);
      const module = byFile.get(part)?.facade ?? byFile.get(part)?.modules.at(-1) ?? part;
      const files = weighed(built, [part]);
      later.set(
        module,
        [...files].reduce((sum, [name, bytes]) => sum + (first.has(name) ? 0 : bytes), 0),
      );
      if (!module.endsWith(except)) waiting.push(...files.keys());
    }
  }
  return later;
}
