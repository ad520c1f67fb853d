/**
 * Builds the command line, dist/cli/thi-dua-so.js: beside it what each command needs, read when it is asked for, the
 * child processes for old file kinds, PDF and scans, and in `ocr` what the recognition of scans loads.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

/**
 * Wasm with SIMD, which every Node that is supported has; the small exact data ("best" in whole numbers); what unpacks
 * JPEG 2000.
 */
const OCR_FILES = {
  'tesseract-core.cjs': 'tesseract.js-core/tesseract-core-simd-lstm.js',
  'tesseract-core.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'openjpeg.wasm': 'pdfjs-dist/wasm/openjpeg.wasm',
  LICENSE_OPENJPEG: 'pdfjs-dist/wasm/LICENSE_OPENJPEG',
  'vie.traineddata.gz': '@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz',
} as const;

function ocrFiles(): Plugin {
  return {
    name: 'ocr-files',
    generateBundle() {
      const { resolve } = createRequire(import.meta.url);
      try {
        for (const [name, from] of Object.entries(OCR_FILES))
          this.emitFile({ type: 'asset', fileName: `ocr/${name}`, source: readFileSync(resolve(from)) });
      } catch {
        // All else works without; `--ocr` says so, and nothing is given out without it.
        this.warn('Packages are missing (npm install): scans will not be recognised.');
      }
    },
  };
}

export default defineConfig({
  plugins: [ocrFiles()],
  build: {
    ssr: true,
    outDir: 'dist/cli',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: {
        'thi-dua-so': 'cli/main.ts',
        'legacy-child': 'cli/files/legacy-child.ts',
        'pdf-child': 'cli/plan/pdf-child.ts',
        'ocr-child': 'cli/plan/ocr-child.ts',
      },
      // Beside it: what is read when it is asked for finds the child processes as the command line does.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
});
