/** Where the images of a PDF's page lie on it. pdf.js is handed in: each host loads it in its own way. */
import type { PDFPageProxy } from 'pdfjs-dist';

/** The operations of pdf.js that are looked at (`pdfjs.OPS`). */
export type Operations = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'paintImageXObject'
    | 'paintInlineImageXObject'
    | 'paintImageMaskXObject',
    number
  >
>;

/** a b c d e f: where a point of the unit square lies on the page. */
export type Matrix = readonly [number, number, number, number, number, number];
const WHOLE: Matrix = [1, 0, 0, 1, 0, 0];

interface Placed {
  readonly given: unknown;
  readonly isMask: boolean;
  readonly matrix: Matrix;
}

export async function placedImages(page: PDFPageProxy, OPS: Operations): Promise<readonly Placed[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const placed: Placed[] = [];
  const kept: Matrix[] = [];
  let matrix = WHOLE;
  for (const [index, operation] of fnArray.entries()) {
    const given = argsArray[index];
    switch (operation) {
      case OPS.save:
        kept.push(matrix);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = kept.pop() ?? WHOLE;
        break;
      case OPS.transform:
        matrix = times(matrix, given);
        break;
      case OPS.paintFormXObjectBegin:
        kept.push(matrix);
        if (given[0]) matrix = times(matrix, given[0]);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        placed.push({ given: given[0], isMask: operation === OPS.paintImageMaskXObject, matrix });
        break;
    }
  }
  return placed;
}

/** The share of the page its images cover: a scan stays one when a scanner laid its own guess of the text over it. */
export async function imageCover(page: PDFPageProxy, OPS: Operations): Promise<number> {
  const [x = 0, y = 0, right = 0, top = 0] = page.view;
  const placed = await placedImages(page, OPS);
  const cover = placed.reduce((sum, { matrix: [a, b, c, d] }) => sum + Math.abs(a * d - b * c), 0);
  return cover / Math.max(1, (right - x) * (top - y));
}

function times([a, b, c, d, e, f]: Matrix, [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: readonly number[]): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
