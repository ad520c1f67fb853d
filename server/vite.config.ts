/** Builds the server into server/dist/main.js; what stands in its own package.json stays outside, beside it. */
import { defineConfig } from 'vite';
import { dependencies } from './package.json';

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'server/dist',
    // The pages the server gives out lie below it.
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: { input: { main: 'server/main.ts' } },
  },
  ssr: { noExternal: true, external: Object.keys(dependencies) },
});
