/**
 * A1 addresses: `B7` ↔ row 6, column 1 (0-based), ranges `A1:C3`. Limits are Excel's: 1,048,576 rows, 16,384 columns.
 */
import type { Range } from './sheet.ts';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

function spelt(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Of the columns that nearly all cells stand in. */
const NAMES = Array.from({ length: 100 }, (_, column) => spelt(column));

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  return NAMES[column] ?? spelt(column);
}

/** (6, 1) → `B7`. */
export function toA1(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `B7`, `$B$7` → {row: 6, column: 1}; undefined when it is no address on a sheet. */
export function fromA1(address: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address);
  if (!match) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  if (column > MAX_COLUMNS || row > MAX_ROWS) return undefined;
  return { row: row - 1, column: column - 1 };
}

/** `A1:C3` or `B2` → range; undefined when it is none. */
export function rangeFromA1(text: string): Range | undefined {
  const [first = '', last = first] = text.split(':');
  const a = fromA1(first);
  const b = fromA1(last);
  if (!a || !b) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/** Range → `A1:C3`, or `B2` when it is one cell. */
export function rangeToA1(range: Range): string {
  const first = toA1(range.top, range.left);
  const last = toA1(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}
