/**
 * The pages of a PDF with their pieces of text and their rules, and which of them are pictures: one reading for the
 * command line's child process and the browser's worker. pdf.js is handed in.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextPage, TextPiece } from '../../../core/plan/file/pdf-lines.ts';
import type { Operations } from './drawn.ts';
import { imageCover } from './images.ts';
import { rulesOf } from './rules.ts';

/** `most` = pages to read, from the first; absent = all. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly most?: number;
}

export type PdfAnswer =
  | { readonly kind: 'pages'; readonly pages: readonly TextPage[]; readonly pictures: readonly number[] }
  | { readonly kind: 'refused'; readonly why: 'password' | 'broken' | 'too-long' };

/** No plan of a commune is longer. */
const MOST_PAGES = 200;

/**
 * `open` throws what pdf.js throws: `PasswordException` by its name, anything else is a broken file. `most` = pages that
 * are read, from the first: then their words alone are wanted, without rules, and no page with words is called a
 * picture.
 */
export async function answerOf(
  open: () => Promise<PDFDocumentProxy>,
  OPS: Operations,
  most = MOST_PAGES,
): Promise<PdfAnswer> {
  try {
    const document = await open();
    const isWhole = most === MOST_PAGES;
    if (isWhole && document.numPages > MOST_PAGES) return { kind: 'refused', why: 'too-long' };
    const pages: TextPage[] = [];
    const pictures: number[] = [];
    for (let number = 1; number <= Math.min(most, document.numPages); number++) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      // Old fonts are decoded by our own tables, from the letters as they stand.
      const { items } = await page.getTextContent({ disableNormalization: true });
      const pieces = items.flatMap((item): TextPiece[] =>
        'str' in item
          ? [
              {
                text: item.str,
                x: item.transform[4],
                y: item.transform[5],
                width: item.width,
                size: Math.hypot(item.transform[2], item.transform[3]) || item.height,
              },
            ]
          : [],
      );
      const hasText = pieces.some(({ text }) => text.trim() !== '');
      const isPicture = hasText ? isWhole && (await imageCover(page, OPS)) > MOST_COVERED : !(await isBlank(page, OPS));
      if (isPicture) pictures.push(number);
      pages.push({ width, height, pieces, rules: hasText && isWhole ? await rulesOf(page, OPS) : [] });
      page.cleanup();
    }
    return { kind: 'pages', pages, pictures };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: 'refused', why: isLocked ? 'password' : 'broken' };
  }
}

/** A page under a picture this large is a scan: what text it has is some scanner's guess. */
const MOST_COVERED = 0.7;
/** More strokes than the lines of an empty form: letters that were drawn, not written. */
const MANY_STROKES = 100;

/** A page without text is a picture only if something is on it. */
async function isBlank(page: PDFPageProxy, OPS: Operations): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const images = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const strokes = fnArray.filter((operation) => operation === OPS.constructPath).length;
  return strokes < MANY_STROKES && !fnArray.some((operation) => images.has(operation));
}
