/** Builds the page of a province over its communes, into server/dist/tinh: the server gives it out itself. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: `${root}province`,
  base: '/tinh/',
  cacheDir: `${root}node_modules/.vite/province`,
  build: {
    outDir: `${root}server/dist/tinh`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: `${root}province/index.html` },
  },
});
