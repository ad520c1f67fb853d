/** Builds the page over files into one file, dist/app/thi-dua-so.html: it opens from a disk and fetches nothing. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { unzipSync, zipSync } from 'fflate';
import { defineConfig } from 'vite';
import { sampleBook } from '../tools/build/sample-book.ts';
import { oneFile } from './vite/one-file.ts';
import { pagePart } from './vite/page-parts.ts';

/**
 * The block is compressed as a whole: 24 similar sheets take a third of what they take when compressed one by one.
 * Sheets of one audience, which are most alike, have tables of one size: by that they follow each other.
 */
function unpacked(book: Uint8Array): Uint8Array {
  const size = (part: Uint8Array) => /<dimension ref="([^"]*)"/.exec(Buffer.from(part).toString())?.[1] ?? '';
  const parts = Object.entries(unzipSync(book)).sort(([, a], [, b]) => size(a).localeCompare(size(b)));
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: `${root}app`,
  base: './',
  publicDir: false,
  cacheDir: `${root}node_modules/.vite/app`,
  // Every browser has workers: the reader of old workbooks is in the worker's block alone, not in the page a second time.
  define: {
    __THI_DUA_SO_EXTENSION_ID__: '""',
    'typeof Worker': '"function"',
    'import.meta.env.THI_DUA_SO_ONE_FILE': 'true',
  },
  plugins: [react(), oneFile([{ id: 'sample-book', bytes: unpacked(sampleBook(join(root, 'cli/demo/ta-ma-2025'))) }])],
  worker: { format: 'iife' },
  build: {
    outDir: `${root}dist/app`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: (path) => !path.endsWith('.css') && undefined,
    cssCodeSplit: false,
    rolldownOptions: {
      input: `${root}app/index.html`,
      output: {
        // Parts that are plain scripts: a module could be reached by an address only.
        format: 'cjs',
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: pagePart(root) }] },
      },
    },
  },
});
