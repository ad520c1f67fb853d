/**
 * A1 addresses straight from the XML's characters, without cutting strings: this runs once for each of a million cells.
 */
import { MAX_COLUMNS, MAX_ROWS } from '../../grid/address.ts';

/** Places are packed as row × 16,384 + column, both from 0. */
export const ROW = MAX_COLUMNS;

/** Packed place of the address between `from` and `to`, or -1 when it is none. */
export function parsePlace(source: string, from: number, to: number): number {
  let at = from;
  let column = 0;
  for (; at < to && at < from + 4; at++) {
    const code = source.charCodeAt(at);
    const letter = code >= 97 ? code - 96 : code - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = parseWhole(source, at, to);
  if (column < 1 || column > MAX_COLUMNS || row < 1 || row > MAX_ROWS) return -1;
  return (row - 1) * ROW + column - 1;
}

/** The whole number between `from` and `to` (digits only, at most 15), or -1. */
export function parseWhole(source: string, from: number, to: number): number {
  if (to <= from || to - from > 15) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = source.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
