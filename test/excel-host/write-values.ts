/** Writing matrices into ranges with Excel's own rules: shapes, `null` and `""`, locked cells, merged cells. */
import type { Range } from '../../core/sheet/grid/sheet.ts';
import type { HostBook, HostSheet } from './book.ts';
import { calculate } from './calculate.ts';
import { cellOf, covers, lookOf, overlap, putCell } from './cells.ts';
import { enter } from './enter.ts';
import { refuse } from './host-error.ts';
import type { World } from './world.ts';
import { refuseProtected } from './world.ts';

/** Checks that a matrix fits the range: a single value fills it, anything else must have its exact shape. */
export function shaped(value: unknown, range: Range): (row: number, column: number) => unknown {
  const rows = range.bottom - range.top + 1;
  const columns = range.right - range.left + 1;
  if (value === null || value === undefined) refuse('InvalidArgument', 'Giá trị ghi vào vùng không hợp lệ.');
  if (!Array.isArray(value)) return () => value;
  const wrong = value.length !== rows || value.some((line) => !Array.isArray(line) || line.length !== columns);
  if (wrong) refuse('InvalidArgument', `Số dòng hoặc số cột của mảng không khớp với vùng ${rows}×${columns}.`);
  const lines = value as readonly (readonly unknown[])[];
  return (row, column) => lines[row - range.top]?.[column - range.left];
}

/** Writes values or formulas. A batch is no transaction, but one assignment is: a refused matrix changes nothing. */
export function writeValues(world: World, sheet: HostSheet, range: Range, value: unknown): void {
  const at = shaped(value, range);
  refuseLocked(world.book, sheet, range, at);
  const entered = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const input = at(row, column);
      if (input === null || hiddenByMerge(sheet, row, column)) continue;
      entered.push({ row, column, ...enter(input, lookOf(world.book, sheet, row, column).numberFormat) });
    }
  }
  for (const cell of entered) {
    const look = lookOf(world.book, sheet, cell.row, cell.column);
    const old = cellOf(sheet, cell.row, cell.column);
    const general = cell.numberFormat !== undefined && look.numberFormat === 'General';
    putCell(world.book, sheet, cell.row, cell.column, {
      value: cell.formula !== null && cell.formula === old?.formula ? old.value : cell.value,
      formula: cell.formula,
      look: general ? { ...look, numberFormat: cell.numberFormat ?? look.numberFormat } : look,
    });
  }
  if (entered.length > 0) {
    world.book.version++;
    calculate(world.book, sheet, range);
    world.changed(sheet, range);
  }
}

/** On a protected sheet only unlocked cells can be written; one locked cell refuses the whole assignment. */
function refuseLocked(
  book: HostBook,
  sheet: HostSheet,
  range: Range,
  at: (row: number, column: number) => unknown,
): void {
  if (sheet.protection === null) return;
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++)
      if (at(row, column) !== null && lookOf(book, sheet, row, column).locked) refuseProtected(sheet);
}

/** A cell of a merged area that is not its first one holds nothing. */
function hiddenByMerge(sheet: HostSheet, row: number, column: number): boolean {
  return sheet.merges.some((merge) => covers(merge, row, column) && !(merge.top === row && merge.left === column));
}

/** Merges; a table or another merged area in the way is refused. Only the first cell keeps its value. */
export function merge(world: World, sheet: HostSheet, range: Range): void {
  refuseProtected(sheet);
  if (sheet.tables.some((table) => overlap(table.range, range)))
    refuse('InvalidOperation', 'Không thể trộn ô trong bảng.');
  sheet.merges = sheet.merges.filter((other) => !overlap(other, range));
  sheet.merges.push(range);
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++)
      if (row !== range.top || column !== range.left)
        putCell(world.book, sheet, row, column, { value: null, formula: null });
}
