/** A page of a PDF as a picture, for looking at: drawn in a worker of its own, so nothing of the file runs in the page. */

import type { PdfDrawn } from './pdf/draw-page.ts';
import { isFoldedTwice } from './pdf/verdict.ts';
import { askPdfWorker } from './pdf-apart.ts';

/** null = it cannot be drawn. `number` from 1; `width` in dots. */
export async function drawPdfApart(
  bytes: Uint8Array,
  draw: { readonly number: number; readonly width: number },
): Promise<Extract<PdfDrawn, { kind: 'drawn' }> | null> {
  if (isFoldedTwice(bytes)) return null;
  const answer = await askPdfWorker<PdfDrawn>({ bytes, draw });
  return answer !== 'died' && answer.kind === 'drawn' ? answer : null;
}
