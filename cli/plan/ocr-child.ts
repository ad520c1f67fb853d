/**
 * Recognises scanned pages in a process of its own, a page a message: it can be ended, and what it takes of memory ends
 * with it. Built beside the command, with the parts of the recognition in the folder `ocr`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type StartCore, startEngine } from '../../session/plan/ocr/engine.ts';
import { type OcrAnswer, type OcrOrder, recognise } from '../../session/plan/ocr/recognise.ts';
import { loadPdfjs, openPdf } from './open-pdf.ts';

process.on('message', ({ bytes, pages }: OcrOrder) => {
  void answer({ bytes: new Uint8Array(bytes), pages });
});
process.on('disconnect', () => process.exit());

async function answer(order: OcrOrder): Promise<void> {
  const parts = new URL('./ocr/', import.meta.url);
  const path = (name: string) => fileURLToPath(new URL(name, parts));
  const wasm = fileURLToPath(parts).replaceAll('\\', '/');
  const { OPS } = await loadPdfjs();
  const start: StartCore = createRequire(import.meta.url)(path('tesseract-core.cjs'));
  const engine = () =>
    startEngine({
      start,
      wasm: readFileSync(path('tesseract-core.wasm')),
      language: readFileSync(path('vie.traineddata.gz')),
    });
  const send = (reply: OcrAnswer) => process.send?.(reply);
  await recognise(order, { open: (bytes) => openPdf(bytes, wasm), operations: OPS, engine }, send);
}
