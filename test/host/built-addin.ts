/** The add-in built for production into a folder of its own, as `npm run build` does; removed by the caller. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface BuiltAddIn {
  readonly folder: string;
  readonly output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];
  readonly text: (path: string) => string;
  readonly remove: () => void;
}

/** `switches` are the build's environment variables. */
export async function buildAddIn(switches: Readonly<Record<string, string>> = {}): Promise<BuiltAddIn> {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-addin-'));
  const before = { ...process.env };
  Object.assign(process.env, switches, { NODE_ENV: 'production' });
  try {
    const built = await build({
      configFile: join(ROOT, 'excel-addin/vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder },
    });
    if (Array.isArray(built) || !('output' in built)) throw new Error('The build gave no single output');
    return {
      folder,
      output: built.output,
      text: (path) => readFileSync(join(folder, path), 'utf8'),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  } finally {
    process.env = before;
  }
}

/** Modules whose loading a workbook waits for until it is open in the pane; the chosen movement comes on top. */
export const OPENING = ['boot/pane.ts', 'boot/excel-pane.ts', 'session/pane/opening.ts'];

/** Modules fetched once it is open: what changes the workbook, and the places nobody sees at once. */
export const FOLLOWING = [
  'session/pane/use-cases.ts',
  'host/excel/writing.ts',
  'places/settings-form.tsx',
  'places/report-cards.tsx',
  'places/flags-place.tsx',
  'places/ranking-place.tsx',
  'places/council-place.tsx',
  'places/criteria-place.tsx',
];

/**
 * What the browser fetches for these modules: their chunks, all static imports of those, and their style. File name →
 * gzip bytes.
 */
export function loadedFor(
  { folder, output }: Pick<BuiltAddIn, 'folder' | 'output'>,
  modules: readonly string[],
): ReadonlyMap<string, number> {
  const chunks = output.filter((one) => one.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Set<string>();
  const take = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const file of chunk.imports) take(byFile.get(file));
  };
  for (const module of modules) {
    const chunk = chunks.find((one) => one.moduleIds.some((id) => id.replaceAll('\\', '/').endsWith(module)));
    if (!chunk) throw new Error(`${module} is in no chunk`);
    take(chunk);
  }
  return new Map([...files].map((file) => [file, gzipSync(readFileSync(join(folder, file))).length]));
}
