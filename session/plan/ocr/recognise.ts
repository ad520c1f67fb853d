/**
 * Recognises the scanned pages of a file, one answer a page: one reading for the command line's child process and the
 * browser's worker. pdf.js and the recognition are handed in: each host loads them in its own way.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { cleanPicture } from '../../../core/plan/file/scan/clean-picture.ts';
import { jpegAsPdf } from '../../../core/plan/file/scan/jpeg-as-pdf.ts';
import type { Picture } from '../../../core/plan/file/scan/picture.ts';
import { pngPicture } from '../../../core/plan/file/scan/png.ts';
import { type Recogniser, readPage } from '../../../core/plan/file/scan/read-page.ts';
import type { ScanPage } from '../../../core/plan/file/scan/scan-text.ts';
import type { Operations } from '../pdf/drawn.ts';
import { pdfPicture } from '../pdf/picture.ts';

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

/** All of a file's scanned pages, or those until it was ended. */
export interface ScanRead {
  readonly pages: readonly ScanPage[];
  /** Requested pages that could not be read, from 1. */
  readonly unread: readonly number[];
}

/** Milliseconds. A page takes some three seconds; the first one waits for the start too. */
export const PAGE_TIME = 60_000;

interface OcrTools {
  /** Throws what pdf.js throws. */
  readonly open: (bytes: Uint8Array) => Promise<PDFDocumentProxy>;
  readonly operations: Operations;
  readonly engine: () => Promise<Recogniser>;
}

/** Rejects when the recognition itself cannot start. */
export async function recognise(
  { bytes, pages }: OcrOrder,
  tools: OcrTools,
  send: (answer: OcrAnswer) => void,
): Promise<void> {
  const pictureOf = await picturesIn(bytes, tools);
  const engine = await tools.engine();
  for (const page of pages) {
    const picture = await pictureOf(page).catch(() => null);
    if (picture) send({ kind: 'page', page: readPage(page, cleanPicture(picture), engine) });
    else send({ kind: 'unreadable', page });
  }
  send({ kind: 'done' });
}

async function picturesIn(
  bytes: Uint8Array,
  { open, operations }: OcrTools,
): Promise<(page: number) => Promise<Picture | null>> {
  if (bytes[0] === 0x89) {
    const picture = pngPicture(bytes);
    return async () => picture;
  }
  const pdf = bytes[0] === 0xff ? jpegAsPdf(bytes) : bytes;
  if (!pdf) return async () => null;
  const document = await open(pdf);
  return async (number) => {
    const page = await document.getPage(number);
    const picture = await pdfPicture(page, operations);
    page.cleanup();
    return picture;
  };
}
