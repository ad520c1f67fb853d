/**
 * The three columns we write beside a report's table. Found again by their headers and taken out of the book before it
 * is read, so that our own points are never read as the unit's.
 */

import { SCORE_HEADERS } from '../../core/form/score-columns.ts';
import type { Book, Cell, CellValue, Sheet } from '../../core/sheet/grid/sheet.ts';

export interface OwnColumns {
  readonly sheet: string;
  readonly headerRow: number;
  /** First of the three. */
  readonly column: number;
  /** Their values, headers included: `row,column` → value. */
  readonly held: ReadonlyMap<string, CellValue>;
}

interface Stripped {
  readonly book: Book;
  readonly columns: readonly OwnColumns[];
}

/** The book without our columns, and where they stood. */
export function stripOwnColumns(book: Book): Stripped {
  const parted = book.sheets.map((sheet) => {
    const made = known.get(sheet) ?? withoutOwn(sheet);
    known.set(sheet, made);
    return made;
  });
  return {
    book: { ...book, sheets: parted.map(({ sheet }) => sheet) },
    columns: parted.flatMap(({ columns }) => columns),
  };
}

interface Parted {
  readonly sheet: Sheet;
  readonly columns: readonly OwnColumns[];
}

/** Most sheets of hundreds are the same objects after a change as before it. */
const known = new WeakMap<Sheet, Parted>();

function withoutOwn(sheet: Sheet): Parted {
  const headers = headersOn(sheet);
  if (headers.length === 0) return { sheet, columns: [] };
  const blocks = headers.map((header) => ({
    ...header,
    // Another of our headers in the same columns begins the next table's block.
    end: Math.min(
      ...headers.filter((other) => other.column === header.column && other.row > header.row).map(({ row }) => row),
      Number.POSITIVE_INFINITY,
    ),
    held: new Map<string, CellValue>(),
  }));
  const rows = new Map<number, readonly Cell[]>();
  for (const [row, cells] of sheet.rows) {
    const remaining = cells.filter((cell) => {
      const block = blocks.find((block) => row >= block.row && row < block.end && isWithin(cell.column, block.column));
      if (block && cell.value !== null) block.held.set(cellKey(row, cell.column), cell.value);
      return !block;
    });
    if (remaining.length > 0) rows.set(row, remaining);
  }
  const columns = blocks.map(({ row, column, held }) => ({ sheet: sheet.name, headerRow: row, column, held }));
  return { sheet: { ...sheet, rows }, columns };
}

export function cellKey(row: number, column: number): string {
  return `${row},${column}`;
}

function isWithin(column: number, first: number): boolean {
  return column >= first && column < first + SCORE_HEADERS.length;
}

function headersOn(sheet: Sheet): { readonly row: number; readonly column: number }[] {
  const found: { row: number; column: number }[] = [];
  for (const [row, cells] of sheet.rows) {
    cells.forEach((cell, at) => {
      const isHeader = SCORE_HEADERS.every((text, offset) => {
        const other = cells[at + offset];
        return (
          other?.column === cell.column + offset &&
          typeof other.value === 'string' &&
          other.value.normalize('NFC') === text
        );
      });
      if (isHeader) found.push({ row, column: cell.column });
    });
  }
  return found;
}
