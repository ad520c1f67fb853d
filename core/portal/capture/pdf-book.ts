/**
 * A report printed to PDF as a workbook of one sheet: the lines of its text, and the rows of its grids with their cells,
 * so that it is read like a report that came as a workbook.
 */

import { pdfLines, type TextPage } from '../../plan/file/pdf-lines.ts';
import { COVERED_FROM_ABOVE, COVERED_FROM_LEFT, NEXT_IN_CELL } from '../../plan/layout/written-grid.ts';
import type { Book, Cell, Range } from '../../sheet/grid/sheet.ts';

/** `pages` = pieces of text and drawn lines as the PDF places them. */
export function pdfBook(pages: readonly TextPage[]): Book {
  const grid = pdfLines(pages)
    .split('\n')
    .map((line) => line.split('\t'));
  const rows = new Map<number, readonly Cell[]>();
  const merges: Range[] = [];
  for (const [row, cells] of grid.entries()) {
    const own: Cell[] = [];
    for (const [column, text] of cells.entries()) {
      if (isCovered(text)) continue;
      const value = text.replaceAll(NEXT_IN_CELL, ' ').replace(/\s+/g, ' ').trim();
      if (value !== '') own.push({ row, column, value });
      const right = column + run(cells.slice(column + 1), COVERED_FROM_LEFT);
      const bottom =
        row +
        run(
          grid.slice(row + 1).map((below) => below[column]),
          COVERED_FROM_ABOVE,
        );
      if (right > column || bottom > row) merges.push({ top: row, left: column, bottom, right });
    }
    if (own.length > 0) rows.set(row, own);
  }
  const sheet = { name: 'PDF', state: 'visible' as const, rows, merges };
  return {
    sheets: [{ ...sheet, hiddenRows: new Set(), hiddenColumns: new Set() }],
    ...{ date1904: false, styles: [], macros: false, externalLinks: [] },
  };
}

function isCovered(text: string): boolean {
  return text === COVERED_FROM_LEFT || text === COVERED_FROM_ABOVE;
}

/** How many of the first carry the mark. */
function run(texts: readonly (string | undefined)[], mark: string): number {
  const end = texts.findIndex((text) => text !== mark);
  return end < 0 ? texts.length : end;
}
