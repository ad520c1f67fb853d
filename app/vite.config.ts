/**
 * Builds the page over files into one file, dist/app/thi-dua-so.html: opened from a disk or a stick, it fetches
 * nothing.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { unzipSync, zipSync } from 'fflate';
import { defineConfig } from 'vite';
import { sampleBook } from '../build-sample.ts';
import { noEmptyModules } from './vite/no-empty-modules.ts';
import { oneFile } from './vite/one-file.ts';
import { onlyUsed } from './vite/only-used.ts';
import { shortTokens } from './vite/short-tokens.ts';

/** Bytes, a little less than what gzip looks back. */
const REACH = 26_000;

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: `${root}app`,
  base: './',
  publicDir: false,
  cacheDir: `${root}node_modules/.vite/app`,
  // A browser has workers: what reads old workbooks lies in the worker's block alone, not in the page a second time.
  define: { __THI_DUA_SO_EXTENSION_ID__: '""', 'typeof Worker': '"function"' },
  resolve: {
    alias: [{ find: 'rtl-css-js/core', replacement: `${root}ui/left-to-right.ts` }],
  },
  plugins: [
    react(),
    onlyUsed(),
    shortTokens(),
    noEmptyModules(),
    oneFile([{ id: 'sample-book', bytes: stored(sampleBook(join(root, 'cli/demo/ta-ma-2025'))) }]),
  ],
  worker: { format: 'iife' },
  build: {
    outDir: `${root}dist/app`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: (path) => !path.endsWith('.css') && undefined,
    cssCodeSplit: false,
    rolldownOptions: { input: `${root}app/index.html`, output: { codeSplitting: false } },
  },
});

/**
 * The same zip with nothing in it compressed: compressed once, as a whole, its parts weigh little over half. The
 * smallest first, then each time the one of which most stands in those just before it: that saves a quarter more.
 */
function stored(zip: Uint8Array): Uint8Array {
  const left = Object.entries(unzipSync(zip)).sort(([, one], [, other]) => one.length - other.length);
  const parts: typeof left = [];
  let before: Uint8Array = new Uint8Array();
  while (left.length > 0) {
    const base = gzipSync(before).length;
    const news = left.map(
      ([, bytes]) => (gzipSync(Buffer.concat([before, bytes])).length - base) / gzipSync(bytes).length,
    );
    const at = before.length === 0 ? 0 : news.indexOf(Math.min(...news));
    const [next] = left.splice(at, 1);
    if (next === undefined) break;
    parts.push(next);
    before = Buffer.concat([before, next[1]]).subarray(-REACH);
  }
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(1980, 0, 1) });
}
