/** Builds the add-in's pages into dist/excel-addin, with everything Excel fetches beside them. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ocrParts } from '../tools/build/ocr-parts.ts';
import { sampleFiles } from '../tools/build/sample-book.ts';
import { readStoreBuild } from '../tools/build/store-build.ts';
import { officeFiles } from './vite/office-files.ts';
import { offlineFiles } from './vite/offline-files.ts';
import { openingPiece } from './vite/opening-piece.ts';
import { pagePolicy } from './vite/page-policy.ts';
import { partFetching } from './vite/part-fetching.ts';

import { readSwitches } from './vite/switches.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const addIn = fileURLToPath(new URL('.', import.meta.url));
const switches = readSwitches(process.env);

export default defineConfig({
  root: addIn,
  // Relative addresses: the pages may be served from a folder.
  base: './',
  publicDir: false,
  define: { __THI_DUA_SO_EXTENSION_ID__: JSON.stringify(readStoreBuild(process.env).extensionId) },
  cacheDir: `${root}node_modules/.vite/excel-addin`,
  plugins: [
    react(),
    pagePolicy(switches),
    officeFiles(root, switches),
    sampleFiles(root),
    offlineFiles(root),
    partFetching(addIn),
  ],
  server: { port: 3000, strictPort: true },
  preview: { port: 3000, strictPort: true },
  worker: { format: 'es', plugins: () => [ocrParts()] },
  build: {
    outDir: `${root}dist/excel-addin`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // A part that stands on no other is named too, or it would be imported without being fetched first.
      resolveDependencies: (part, others, { hostType }) => (hostType === 'js' && others.length === 0 ? [part] : others),
    },
    // The weight is guarded by a test, in gzip.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: ['taskpane', 'preview', 'help'].map((page) => `${addIn}${page}.html`),
      output: {
        // The pages' own files must not be drawn into it.
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: openingPiece(root) }] },
      },
    },
  },
});
