/** A1 addresses, to the edges of a sheet. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  columnName,
  fromA1,
  MAX_COLUMNS,
  MAX_ROWS,
  rangeFromA1,
  rangeToA1,
  toA1,
} from '../../../../core/sheet/grid/address.ts';

test.each([
  ['A1', 0, 0],
  ['B7', 6, 1],
  ['Z1', 0, 25],
  ['AA1', 0, 26],
  ['AZ10', 9, 51],
  ['BA10', 9, 52],
  ['ZZ3', 2, 701],
  ['AAA3', 2, 702],
  ['XFD1048576', MAX_ROWS - 1, MAX_COLUMNS - 1],
])('%s', (address, row, column) => {
  expect(toA1(row, column)).toBe(address);
  expect(fromA1(address)).toEqual({ row, column });
});

test('absolute and small letters', () => {
  expect(fromA1('$b$7')).toEqual({ row: 6, column: 1 });
});

test.each(['', 'A', '1', 'A0', 'A01', 'XFE1', 'A1048577', 'AAAA1', 'A1:B2', ' A1', 'A-1', 'Sheet1!A1', 'A1 '])(
  '%j is no address',
  (text) => {
    expect(fromA1(text)).toBeUndefined();
  },
);

test('every cell comes back', () => {
  fc.assert(
    fc.property(fc.nat(MAX_ROWS - 1), fc.nat(MAX_COLUMNS - 1), (row, column) => {
      expect(fromA1(toA1(row, column))).toEqual({ row, column });
    }),
  );
});

test('column names are in order and never repeat', () => {
  const names = Array.from({ length: MAX_COLUMNS }, (_, column) => columnName(column));
  expect(new Set(names).size).toBe(MAX_COLUMNS);
  expect(names.at(-1)).toBe('XFD');
});

test('ranges: corners in any order, one cell is its own range', () => {
  expect(rangeFromA1('C3:A1')).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
  expect(rangeFromA1('B2')).toEqual({ top: 1, left: 1, bottom: 1, right: 1 });
  expect(rangeFromA1('A1:')).toBeUndefined();
  expect(rangeToA1({ top: 0, left: 0, bottom: 2, right: 2 })).toBe('A1:C3');
  expect(rangeToA1({ top: 1, left: 1, bottom: 1, right: 1 })).toBe('B2');
});
