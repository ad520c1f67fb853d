/** Builds the command line into one file, dist/cli/thi-dua-so.js (the child process for old file kinds beside it). */
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: { 'thi-dua-so': 'cli/main.ts', 'legacy-child': 'cli/legacy-child.ts', 'pdf-child': 'cli/pdf-child.ts' },
    },
  },
  ssr: { noExternal: true },
});
