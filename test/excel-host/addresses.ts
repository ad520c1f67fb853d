/** Addresses as Excel's API takes and gives them: `A1:C3`, `'Xã A'!B2`, `A:C`, `5:7`, several joined by commas. */
import { columnName, fromA1, MAX_COLUMNS, MAX_ROWS, rangeToA1 } from '../../core/sheet/grid/address.ts';
import type { Range } from '../../core/sheet/grid/sheet.ts';
import { type HostBook, type HostSheet, sheetOf } from './book.ts';
import { refuse } from './host-error.ts';
import type { Target } from './host-object.ts';

/** Longer address texts are cut without a word; what is left is rarely an address. */
export const MAX_ADDRESS = 8_192;

export const WHOLE_SHEET: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** `'Xã A'!B2` as Excel answers it. */
export function addressOf(target: Target): string {
  const sheet = quoted(target.sheet.name);
  return target.areas.map((area) => `${sheet}!${areaAddress(area)}`).join(',');
}

/** An area without its sheet: `B2`, `A1:C3`, `A:C`, `5:7`. */
export function areaAddress(area: Range): string {
  const wholeColumns = area.top === 0 && area.bottom === MAX_ROWS - 1;
  const wholeRows = area.left === 0 && area.right === MAX_COLUMNS - 1;
  if (wholeRows) return `${area.top + 1}:${area.bottom + 1}`;
  if (wholeColumns) return `${columnName(area.left)}:${columnName(area.right)}`;
  return rangeToA1(area);
}

function quoted(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !fromA1(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** One address on a sheet, or on the sheet it names itself; also names of the book. */
export function targetOf(book: HostBook, sheet: HostSheet, text: string): Target {
  const named = book.names.get(text.toLowerCase());
  if (named) return { sheet: named.sheet, areas: [named.range] };
  const bang = text.lastIndexOf('!');
  const onSheet = bang < 0 ? sheet : sheetOf(book, unquoted(text.slice(0, bang)));
  const area = areaOf(text.slice(bang + 1));
  if (!onSheet || !area) refuse('InvalidArgument', `Địa chỉ không hợp lệ: ${text.slice(0, 60)}`);
  return { sheet: onSheet, areas: [area] };
}

/**
 * Several addresses joined by the list separator, cut at Excel's limit; another separator makes one bad address of
 * them.
 */
export function targetsOf(book: HostBook, sheet: HostSheet, text: string, separator: ',' | ';'): Target {
  const areas: Range[] = [];
  for (const part of text.slice(0, MAX_ADDRESS).split(separator))
    areas.push(...targetOf(book, sheet, part.trim()).areas);
  return { sheet, areas };
}

function unquoted(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function areaOf(text: string): Range | null {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  if (/^\d+$/.test(first) && /^\d+$/.test(last) && text.includes(':'))
    return ordered(Number(first) - 1, 0, Number(last) - 1, MAX_COLUMNS - 1);
  if (/^[A-Z]+$/i.test(first) && /^[A-Z]+$/i.test(last) && text.includes(':')) {
    const a = fromA1(`${first}1`);
    const b = fromA1(`${last}1`);
    return a && b ? ordered(0, a.column, MAX_ROWS - 1, b.column) : null;
  }
  const a = fromA1(first);
  const b = fromA1(last);
  return a && b ? ordered(a.row, a.column, b.row, b.column) : null;
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Range | null {
  if (Math.min(row, otherRow) < 0 || Math.max(row, otherRow) >= MAX_ROWS) return null;
  return {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
}
