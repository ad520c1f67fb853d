/** Builds the door into dist/core, for programs of others: what stands in `dependencies` stays outside. */
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    lib: { entry: 'core/index.ts', formats: ['es'], fileName: 'index' },
    outDir: 'dist/core',
    target: 'es2022',
    minify: false,
    rolldownOptions: { external: (id) => /^(?:@e965\/xlsx|@noble\/|fflate|parse5|zod)/.test(id) },
  },
});
