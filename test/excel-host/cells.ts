/** Cells of a sheet: reading, replacing, used range. No rules of Excel here beyond what a cell is. */
import type { CellValue, Range } from '../../core/sheet/grid/sheet.ts';
import type { HostBook, HostCell, HostSheet } from './book.ts';
import { notModelled } from './host-error.ts';
import type { Look } from './look.ts';

/** Formatting or clearing more cells than this one by one works only in a real Excel. */
const MAX_TOUCHED = 1_000_000;

export function cellOf(sheet: HostSheet, row: number, column: number): HostCell | undefined {
  return sheet.rows.get(row)?.get(column);
}

export function lookOf(book: HostBook, sheet: HostSheet, row: number, column: number): Look {
  return cellOf(sheet, row, column)?.look ?? book.plain;
}

/** Replaces parts of a cell; a cell left empty and plain goes away. */
export function putCell(
  book: HostBook,
  sheet: HostSheet,
  row: number,
  column: number,
  change: Partial<HostCell>,
): void {
  const cells = sheet.rows.get(row) ?? new Map<number, HostCell>();
  const before = cells.get(column) ?? { value: null, formula: null, look: book.plain };
  const after = { ...before, ...change };
  if (after.value === null && after.formula === null && after.look === book.plain) cells.delete(column);
  else cells.set(column, after);
  if (cells.size > 0) sheet.rows.set(row, cells);
  else sheet.rows.delete(row);
}

export function cellCount(range: Range): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

export function covers(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** The cells two ranges share; null = none. */
export function overlap(a: Range, b: Range): Range | null {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top <= both.bottom && both.left <= both.right ? both : null;
}

/** The smallest range around both. */
export function around(a: Range, b: Range): Range {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** Runs over every cell place of a range, row by row. */
export function eachPlace(range: Range, visit: (row: number, column: number) => void): void {
  if (cellCount(range) > MAX_TOUCHED) notModelled(`Thay đổi từng ô của vùng ${cellCount(range)} ô`);
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) visit(row, column);
}

/** Gives every cell of the range another look. */
export function restyle(
  book: HostBook,
  sheet: HostSheet,
  range: Range,
  change: (look: Look, row: number, column: number) => Look,
): void {
  eachPlace(range, (row, column) =>
    putCell(book, sheet, row, column, { look: change(lookOf(book, sheet, row, column), row, column) }),
  );
}

/** The matrix of a range, computed cell by cell. */
export function matrix<T>(sheet: HostSheet, range: Range, read: (cell: HostCell | undefined, row: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells = sheet.rows.get(row);
    const line: T[] = [];
    for (let column = range.left; column <= range.right; column++) line.push(read(cells?.get(column), row));
    rows.push(line);
  }
  return rows;
}

/**
 * Smallest range around the cells in use: with values, or (`valuesOnly` false) also those that only have a look. null =
 * none.
 */
export function usedRange(sheet: HostSheet, within: Range | null, valuesOnly: boolean): Range | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, cells] of sheet.rows) {
    if (within && (row < within.top || row > within.bottom)) continue;
    for (const [column, cell] of cells) {
      if (valuesOnly && cell.value === null && cell.formula === null) continue;
      if (within && (column < within.left || column > within.right)) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { top, left, bottom, right };
}

/** Excel's wire form of a value: `""` for empty, the error's text for an error. */
export function wireValue(value: CellValue | null): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}
