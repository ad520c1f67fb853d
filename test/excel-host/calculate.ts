/** Brings formulas up to date when they are read, and only those that are read. */
import type { CellValue, Range } from '../../core/sheet/grid/sheet.ts';
import { type HostBook, type HostCell, type HostSheet, sheetOf } from './book.ts';
import { cellCount, cellOf } from './cells.ts';
import { evaluate } from './formula.ts';

const MAX_REFERENCE = 200_000;

/** Calculates the stale formulas of a range; a formula this host does not know keeps the value it has. */
export function calculate(book: HostBook, sheet: HostSheet, range: Range): void {
  for (const [, cells] of rowsWithin(sheet, range)) {
    for (const [column, cell] of cells)
      if (column >= range.left && column <= range.right) calculateCell(book, sheet, cell);
  }
}

/** The rows of a sheet that a range touches; a tall range costs no more than the rows in use. */
function rowsWithin(sheet: HostSheet, range: Range): readonly (readonly [number, ReadonlyMap<number, HostCell>])[] {
  if (range.bottom - range.top > sheet.rows.size)
    return [...sheet.rows].filter(([row]) => row >= range.top && row <= range.bottom);
  const rows: [number, ReadonlyMap<number, HostCell>][] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells = sheet.rows.get(row);
    if (cells) rows.push([row, cells]);
  }
  return rows;
}

/** A cell is marked before its references are followed: a circle reads the old value, where Excel shows 0 and warns. */
function calculateCell(book: HostBook, sheet: HostSheet, cell: HostCell): void {
  if (cell.formula === null || (cell.calculated ?? 0) === book.version) return;
  cell.calculated = book.version;
  const lookup = (name: string | null, range: Range): readonly (CellValue | null)[] | undefined => {
    const home = name === null ? sheet : sheetOf(book, name);
    return home && cellCount(range) <= MAX_REFERENCE ? valuesOf(book, home, range) : undefined;
  };
  cell.value = evaluate(cell.formula, lookup) ?? cell.value;
}

function valuesOf(book: HostBook, sheet: HostSheet, range: Range): (CellValue | null)[] {
  const values: (CellValue | null)[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const cell = cellOf(sheet, row, column);
      if (cell) calculateCell(book, sheet, cell);
      values.push(cell?.value ?? null);
    }
  }
  return values;
}
