/** Builds the extension's page "Bàn chấm" into `marking` of the extension. Called by the extension's own build. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { ocrParts } from '../../tools/build/ocr-parts.ts';
import { sampleModule } from '../../tools/build/sample-book.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const marking = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: marking,
  base: './',
  publicDir: false,
  cacheDir: `${root}node_modules/.vite/marking`,
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  plugins: [react(), sampleModule(root)],
  worker: { format: 'es', plugins: () => [ocrParts()] },
  build: {
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8000,
  },
});
