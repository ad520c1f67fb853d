/**
 * Recognises scanned pages in a process of its own, a page a message: it can be ended, and what it takes of memory ends
 * with it. Built beside the command.
 */
import { fileURLToPath } from 'node:url';
import { cleanPicture } from '../core/plan/scan/clean-picture.ts';
import { jpegAsPdf } from '../core/plan/scan/jpeg-as-pdf.ts';
import type { Picture } from '../core/plan/scan/picture.ts';
import { pngPicture } from '../core/plan/scan/png.ts';
import { readPage } from '../core/plan/scan/read-page.ts';
import type { ScanPage } from '../core/plan/scan/scan-text.ts';
import { startEngine } from './ocr-engine.ts';
import { openPdf } from './open-pdf.ts';
import { pdfPicture } from './pdf-picture.ts';

export interface OcrOrder {
  readonly bytes: Uint8Array;
  /** Pages of a PDF, from 1; of a picture [1]. */
  readonly pages: readonly number[];
}

export type OcrAnswer =
  | { readonly kind: 'page'; readonly page: ScanPage }
  /** No picture fills the page, or it cannot be unpacked. */
  | { readonly kind: 'unreadable'; readonly page: number }
  | { readonly kind: 'done' };

process.on('message', (order: OcrOrder) => {
  void recognise(order).then(() => send({ kind: 'done' }));
});
process.on('disconnect', () => process.exit());

const send = (answer: OcrAnswer) => process.send?.(answer);

async function recognise({ bytes, pages }: OcrOrder): Promise<void> {
  const parts = new URL('./ocr/', import.meta.url);
  const pictureOf = await picturesIn(new Uint8Array(bytes), fileURLToPath(parts).replaceAll('\\', '/'));
  const engine = await startEngine(parts);
  for (const page of pages) {
    const picture = await pictureOf(page).catch(() => null);
    if (picture) send({ kind: 'page', page: readPage(page, cleanPicture(picture), engine) });
    else send({ kind: 'unreadable', page });
  }
}

async function picturesIn(bytes: Uint8Array, wasm: string): Promise<(page: number) => Promise<Picture | null>> {
  if (bytes[0] === 0x89) {
    const picture = pngPicture(bytes);
    return async () => picture;
  }
  const pdf = bytes[0] === 0xff ? jpegAsPdf(bytes) : bytes;
  if (!pdf) return async () => null;
  const document = await openPdf(pdf, wasm);
  return async (number) => {
    const page = await document.getPage(number);
    const picture = await pdfPicture(page);
    page.cleanup();
    return picture;
  };
}
