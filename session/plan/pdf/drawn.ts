/** What is drawn on a PDF's page, and where. pdf.js is handed in: each host loads it in its own way. */
import type { PDFPageProxy } from 'pdfjs-dist';

/** The operations of pdf.js that are looked at (`pdfjs.OPS`). */
export type Operations = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'constructPath'
    | 'endPath'
    | 'fill'
    | 'eoFill'
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

interface DrawOperation {
  readonly operation: number;
  /** As pdf.js gives it. */
  readonly args: readonly unknown[];
  readonly matrix: Matrix;
}

/** The page's operations of these kinds, in their order. */
export async function drawnOn(
  page: PDFPageProxy,
  OPS: Operations,
  kinds: readonly number[],
): Promise<readonly DrawOperation[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn: DrawOperation[] = [];
  const saved: Matrix[] = [];
  let matrix = WHOLE;
  for (const [index, operation] of fnArray.entries()) {
    const args = argsArray[index];
    switch (operation) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = saved.pop() ?? WHOLE;
        break;
      case OPS.transform:
        matrix = times(matrix, args);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(matrix);
        if (args[0]) matrix = times(matrix, args[0]);
        break;
    }
    if (kinds.includes(operation)) drawn.push({ operation, args: args, matrix });
  }
  return drawn;
}

function times([a, b, c, d, e, f]: Matrix, [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: readonly number[]): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
