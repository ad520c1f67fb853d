/** Builds the page units hand in by, into server/dist/nop: the server gives it out itself, and nothing comes from elsewhere. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: `${root}hand-in`,
  base: '/nop/',
  cacheDir: `${root}node_modules/.vite/hand-in`,
  build: {
    outDir: process.env.NOP_OUT ?? `${root}server/dist/nop`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: `${root}hand-in/index.html` },
  },
});
