/** The heading of a grid: rows above the first that counts or is numbered, each column's names joined down its storeys. */

import { isFigure } from '../figure/cell-figure.ts';
import type { PlanText } from '../layout/plan-text.ts';
import { type Grid, gridsOf, type PlacedCell } from './grids.ts';

export interface GridHead {
  /** How many rows it takes; 0 = the grid has none. */
  readonly rows: number;
  /** Of each column, from its upper storey to its lowest; '' = none. */
  readonly names: readonly string[];
}

/** What numbers a row: `1`, `2.1`, `II`, `A.1`, `b)`. */
export const ROW_NUMBER =
  /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5}(?:\.\d{1,2}){0,3}|[A-HĐ](?:\.[IVX\d]{1,4}){0,3}|[a-zđ])[.)]?$/u;
/** `2026`, `Năm 2026`, `Quý II/2026`, `6 tháng`: a heading may say a time and nothing else. */
const TIME =
  /^(?:(?:đến |hết |cuối |giai đoạn |kế hoạch |thực hiện |ước |kh |th |năm )*20\d\d(?: ?[-–] ?20\d\d)?|(?:quý|tháng) (?:[IVX]{1,4}|\d{1,2})(?:[ /]+(?:năm )?20\d\d)?|\d{1,2} tháng(?: đầu| cuối)?(?: năm)?(?: 20\d\d)?|[IVX]{1,4}\/20\d\d)$/iu;

/** A grid with its heading. */
export interface HeadedGrid extends Grid {
  readonly head: GridHead;
}

export function headedGrids(text: PlanText): readonly HeadedGrid[] {
  return gridsOf(text).map((grid) => ({ ...grid, head: headOf(grid) }));
}

export function headOf({ rows, width }: Grid): GridHead {
  const dated = datedFrom(rows, width);
  const first = rows.findIndex((row, at) => !isCounting(row) && (at >= dated || isBody(row, at)));
  const count = Math.min(first < 0 ? wordedHead(rows) : first, storeysOf(rows));
  const storeys = rows.slice(0, count).filter((row) => !isCounting(row));
  const names = Array.from({ length: width }, (_, column) => {
    const seen = new Set<string>();
    for (const [storey] of storeys.entries()) {
      const words = nameAt(storeys, storey, column);
      if (words !== '') seen.add(words);
    }
    return [...seen].join(' ');
  });
  return { rows: count, names };
}

/** `Thời gian | Việc` above months and other times, none of them a figure: a row of words alone above cells with numbers. */
function wordedHead([head = [], ...rows]: Grid['rows']): number {
  const isNumbered = (column: number): boolean =>
    rows.filter((row) => /\d/.test(row[column]?.text ?? '')).length > rows.length / 2;
  return head.every(({ text }) => text !== '' && !/\d/.test(text)) && head.some((_, at) => isNumbered(at)) ? 1 : 0;
}

/** A row that names each column by itself has no other storey below it, unless that repeats some of its names. */
function storeysOf(rows: Grid['rows']): number {
  const repeats = (row: readonly PlacedCell[], below: readonly PlacedCell[] = []): boolean =>
    row.some(({ text }, column) => text === below[column]?.text);
  const whole = rows.findIndex(
    (row, at) =>
      row.every((cell, column) => cell.text !== '' && isApart(cell, row, column, at)) && !repeats(row, rows[at + 1]),
  );
  return whole < 0 ? rows.length : whole + 1;
}
function isApart(cell: PlacedCell, row: readonly PlacedCell[], column: number, at: number): boolean {
  return (cell.row === at || cell.down > 1) && row[column - 1] !== cell && row[column + 1] !== cell;
}

/** `(1) | (2) | (3)`, `A | B | 1 | 2 = 1 x B`: what numbers the columns, in their order. */
export function isCounting(row: readonly { readonly text: string }[]): boolean {
  const texts = [...new Set(row)].flatMap(({ text }) => text || []);
  const numbers = texts.flatMap((text) => /^\(?(\d{1,2})\)?(?:\s?=.*)?$/u.exec(text)?.[1] ?? []).map(Number);
  const letters = texts.filter((text) => /^\(?[A-Ha-h]\)?$/u.test(text)).length;
  return (
    texts.length > 2 && numbers.length + letters === texts.length && numbers.every((number, at) => number === at + 1)
  );
}

/** `Mốc | Việc`: the first row below which a column holds nothing but days; Infinity = no column does. */
function datedFrom(rows: Grid['rows'], width: number): number {
  const starts = Array.from({ length: width }, (_, column) => {
    const last = rows.findLastIndex((row) => !isDay(row[column]?.text ?? ''));
    return last < 0 || last >= rows.length - 2 ? Number.POSITIVE_INFINITY : last + 1;
  });
  return Math.min(...starts);
}
/** `15/6`, `Hết ngày 31/12/2026`, `Ngày 20 hằng tháng`. */
export function isDay(text: string): boolean {
  return DAY.test(text);
}

const DAY =
  /^(?:\p{L}+ ){0,3}\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]20\d\d)?|(?: (?:của|tháng (?:đầu|cuối)))* (?:hằng|hàng|mỗi) (?:tháng|quý|năm))$/u;

/** Numbered, or with a figure that is no time. */
function isBody(row: readonly PlacedCell[], at: number): boolean {
  const own = row.filter((cell, column) => cell.row === (row[column] ?? cell).row && cell.text !== '');
  const [first, ...more] = new Set(own);
  if (
    first &&
    first.column <= 1 &&
    ROW_NUMBER.test(first.text) &&
    more.some(({ text }) => /\p{L}{2}/u.test(text)) &&
    !TIME.test(more.map(({ text }) => text).join(' '))
  )
    return true;
  if (at === 0 && own.length <= 1) return false;
  const counts = own.some(({ text }) => /\d/.test(text) && isFigure(text) && !TIME.test(text));
  return counts && (at > 0 || own.some(({ text }) => /\p{L}{2}/u.test(text)));
}

/**
 * The name that a heading row gives a column. Where the file does not say what a cell covers, an empty place to the
 * right of a name has that name as long as a row below names it.
 */
function nameAt(storeys: readonly (readonly PlacedCell[])[], storey: number, column: number): string {
  const row = storeys[storey] ?? [];
  const own = row[column]?.text ?? '';
  if (own !== '' || storey === storeys.length - 1) return own;
  const below = storeys.slice(storey + 1).some((next) => (next[column]?.text ?? '') !== '');
  if (!below) return '';
  for (let left = column - 1; left >= 0; left--) {
    const words = row[left]?.text ?? '';
    if (words !== '') return storeys.slice(storey + 1).some((next) => (next[left]?.text ?? '') !== '') ? words : '';
  }
  return '';
}
