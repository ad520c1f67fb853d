/** Where the images of a PDF's page lie on it. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { drawnOn, type Matrix, type Operations } from './drawn.ts';

interface PageImage {
  readonly image: unknown;
  readonly isMask: boolean;
  readonly matrix: Matrix;
}

export async function placedImages(page: PDFPageProxy, OPS: Operations): Promise<readonly PageImage[]> {
  const kinds = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
  return (await drawnOn(page, OPS, kinds)).map(({ operation, args, matrix }) => ({
    image: args[0],
    isMask: operation === OPS.paintImageMaskXObject,
    matrix,
  }));
}

/**
 * The share of the page that its images cover: a scan is still a scan when the scanner put its own recognised text over
 * it.
 */
export async function imageCover(page: PDFPageProxy, OPS: Operations): Promise<number> {
  const [x = 0, y = 0, right = 0, top = 0] = page.view;
  const placed = await placedImages(page, OPS);
  const cover = placed.reduce((sum, { matrix: [a, b, c, d] }) => sum + Math.abs(a * d - b * c), 0);
  return cover / Math.max(1, (right - x) * (top - y));
}
