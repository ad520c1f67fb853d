/**
 * What the recognition of scans needs, as a module of base64 (`virtual:ocr-parts`): an extension's page may fetch
 * nothing, not even its own files, but it may import. Only workers import it; no page waits for it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const { resolve } = createRequire(import.meta.url);

/** Each in gzip. Wasm with SIMD, which every browser that is supported has; what unpacks JPEG 2000. */
const PARTS = {
  core: () => gzipSync(readFileSync(resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm')), { level: 9 }),
  openjpeg: () => gzipSync(readFileSync(resolve('pdfjs-dist/wasm/openjpeg.wasm')), { level: 9 }),
  language: () => readFileSync(resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz')),
} as const;

export function ocrParts(): Plugin {
  return {
    name: 'ocr-parts',
    resolveId: { filter: { id: /^virtual:ocr-parts$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:ocr-parts$/ },
      handler: () =>
        Object.entries(PARTS)
          .map(([name, bytes]) => `export const ${name} = "${bytes().toString('base64')}";`)
          .join('\n'),
    },
  };
}
