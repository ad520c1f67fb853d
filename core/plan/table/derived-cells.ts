/** Figures of a table that only come from its other figures: sums of rows or columns, changes, ratios. */
import { plainNumber } from '../figure/figure-value.ts';
import { SUM } from './column-content.ts';

interface Words {
  readonly text: string;
}
type Rows<C extends Words> = readonly (readonly C[])[];

const number = (text: string | undefined): number => (text ? plainNumber(text.replace(/\s*%$/, '')) : Number.NaN);
const isNear = (number: number, other: number, by: number): boolean => Math.abs(number - other) <= by;

/** Rows called a sum, or the last without a name, in which a figure is the sum of the rows above or below. */
export function sumRows<C extends Words>(rows: Rows<C>): ReadonlySet<number> {
  const sums = new Set<number>();
  rows.forEach((row, at) => {
    // What has a number of its own in the list is wanted for itself: `3 | Tổng đàn bò`.
    const [first = ''] = row.map(({ text }) => text).filter((text) => text !== '');
    const isNamed = Number.isNaN(number(first));
    if (isNamed ? !SUM.test(first) : row[0]?.text !== '' || at < rows.length - 1) return;
    const isSum = row.some(
      (cell, column) =>
        !Number.isNaN(number(cell.text)) &&
        (isSumOf(number(cell.text), columnOf(rows.slice(0, at), column)) ||
          (at === 0 && isSumOf(number(cell.text), columnOf(rows.slice(1), column)))),
    );
    if (isSum) sums.add(at);
  });
  return sums;
}

function columnOf<C extends Words>(rows: Rows<C>, column: number): readonly number[] {
  return rows.flatMap((row) => {
    const value = number(row[column]?.text);
    return Number.isNaN(value) ? [] : [value];
  });
}

function isSumOf(sum: number, parts: readonly number[]): boolean {
  return (
    parts.length > 1 &&
    isNear(
      sum,
      parts.reduce((all, part) => all + part, 0),
      1e-6,
    )
  );
}

/** Columns looked at. */
const MOST_COLUMNS = 24;

/** Columns called a sum whose every figure is the sum of the figures before it; the first column only numbers. */
export function sumColumns<C extends Words>(rows: Rows<C>, names: readonly string[]): ReadonlySet<number> {
  return new Set(
    names.slice(0, MOST_COLUMNS).flatMap((name, at) => {
      if (!CALLED_SUM.test(name)) return [];
      const filled = rows.filter((row) => !Number.isNaN(number(row[at]?.text)));
      const isSum = (row: readonly C[]): boolean => {
        const parts = row.slice(0, at).flatMap((cell, column) => {
          const value = number(cell.text);
          return column === 0 || Number.isNaN(value) ? [] : [value];
        });
        return isSumOf(number(row[at]?.text), parts);
      };
      return filled.length > 0 && filled.every(isSum) ? [at] : [];
    }),
  );
}
const CALLED_SUM = /(?<!\p{L})(?:cộng|tổng)(?!\p{L})/iu;

/** Columns in which every figure is the change or the ratio of the same two columns before it. */
export function changeColumns<C extends Words>(rows: Rows<C>): ReadonlySet<number> {
  const width = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => row.length)));
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => number(row[column]?.text)));
  const isChange = (own: readonly number[], from: readonly number[], to: readonly number[]): boolean => {
    const filled = own.flatMap((value, at) => (Number.isNaN(value) ? [] : [{ value, from: from[at], to: to[at] }]));
    const fits = (of: (before: number, behind: number) => number, by: number): boolean =>
      filled.every(({ value, from: before = Number.NaN, to: behind = Number.NaN }) =>
        isNear(value, of(before, behind), by),
      );
    return (
      filled.length > 1 &&
      (fits((before, behind) => behind - before, 0.051) || fits((before, behind) => (100 * behind) / before, 0.51))
    );
  };
  return new Set(
    columns.flatMap((own, at) => {
      const before = columns.slice(0, at);
      const isOne = before.some((from, first) => before.slice(first + 1).some((to) => isChange(own, from, to)));
      return isOne ? [at] : [];
    }),
  );
}
