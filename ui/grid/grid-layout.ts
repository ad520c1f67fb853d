/** Where rows and columns of a sheet stand on the screen, and which of them are in view. Pure; pixels. */
import type { Range, Sheet } from '../../core/sheet/grid/sheet.ts';
import type { CellStyle } from '../../core/sheet/workbook/port.ts';

export const ROW_HEIGHT = 24;
export const HEADER_WIDTH = 44;
const LETTER = 7.5;
/** Height of a line of a text that wraps. */
export const LINE = 17;
const PADDING = 8;
const NARROWEST = 48;
const WIDEST = 260;
/** Spreadsheets draw seven pixels a character, five beside; our letters are wider. A sheet is not all one column. */
const OWN_LETTER = 7.5;
const OWN_NARROWEST = 20;
const OWN_WIDEST = 560;
const HIGHEST = 320;
/** Pixels of a point. */
const POINT = 4 / 3;
/** Beyond what is used, so that there is room to type. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 4;
const FEWEST_ROWS = 40;
const FEWEST_COLUMNS = 10;

export interface GridLayout {
  readonly rows: number;
  readonly columns: number;
  /** Left edge of each column, and the right edge of the last: columns + 1 entries. */
  readonly lefts: readonly number[];
  /** Upper edge of each row, and the lower edge of the last: rows + 1 entries. */
  readonly tops: readonly number[];
  /** `row,column` of a merge's first cell → the merge. */
  readonly merges: ReadonlyMap<string, Range>;
}

/** What is drawn of a sheet beside its values. */
export interface SheetDrawing {
  /** What a cell shows. */
  readonly textOf: (row: number, column: number) => string;
  /** The look the file gives a cell. */
  readonly lookOf: (row: number, column: number) => CellStyle | undefined;
  /** Column → width in characters, row → height in points, where the file says it. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
}

/**
 * A column without a width fits its texts, a row is as high as its wrapped texts unless the file makes it higher; text
 * in a merge needs no room.
 */
export function gridLayout(sheet: Sheet, { textOf, lookOf, widths, heights }: SheetDrawing): GridLayout {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  const letters = new Map<number, number>();
  let lastRow = 0;
  let lastColumn = 0;
  for (const [row, cells] of sheet.rows) {
    lastRow = Math.max(lastRow, row);
    for (const { column } of cells) {
      lastColumn = Math.max(lastColumn, column);
      if (merges.has(`${row},${column}`)) continue;
      const longest = Math.max(0, ...linesOf(textOf(row, column)).map((line) => line.length));
      letters.set(column, Math.max(letters.get(column) ?? 0, longest));
    }
  }
  const columns = Math.max(FEWEST_COLUMNS, lastColumn + 1 + SPARE_COLUMNS);
  const lefts = edges(columns, (column) => ownWidth(widths.get(column), letters.get(column) ?? 8));
  const rows = Math.max(FEWEST_ROWS, lastRow + 1 + SPARE_ROWS);
  const tops = edges(rows, (row) => {
    const own = Math.round((heights.get(row) ?? 0) * POINT);
    const wrapped = (sheet.rows.get(row) ?? []).filter(
      ({ column }) => lookOf(row, column)?.wrap === true && !merges.has(`${row},${column}`),
    );
    const lines = wrapped.map(({ column }) => {
      const room = Math.max(1, Math.floor(((lefts[column + 1] ?? 0) - (lefts[column] ?? 0) - PADDING) / LETTER));
      return linesOf(textOf(row, column)).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
    });
    return Math.min(HIGHEST, Math.max(ROW_HEIGHT, own, Math.max(0, ...lines) * LINE + 6));
  });
  return { rows, columns, lefts, tops, merges };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n');
}

function edges(count: number, sizeOf: (at: number) => number): readonly number[] {
  const all = [0];
  for (let at = 0; at < count; at++) all.push((all[at] ?? 0) + sizeOf(at));
  return all;
}

function ownWidth(own: number | undefined, letters: number): number {
  if (own !== undefined) return Math.min(OWN_WIDEST, Math.max(OWN_NARROWEST, Math.round(own * OWN_LETTER + 5)));
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(letters * LETTER + 14)));
}

/** Pixels from column `from` to column `to`. */
export function widthOf({ lefts }: GridLayout, from: number, to: number): number {
  return (lefts[to + 1] ?? 0) - (lefts[from] ?? 0);
}

/** Pixels from row `from` to row `to`. */
export function heightOf({ tops }: GridLayout, from: number, to: number): number {
  return (tops[to + 1] ?? 0) - (tops[from] ?? 0);
}

/**
 * The last column a text covers: as in spreadsheets, a text that does not wrap continues over the empty cells behind
 * it.
 */
export function spillOf(layout: GridLayout, sheet: Sheet, row: number, column: number, text: string): number {
  const { lefts, columns, merges } = layout;
  const end = (lefts[column] ?? 0) + text.length * LETTER + PADDING;
  const cells = sheet.rows.get(row) ?? [];
  let last = column;
  const isFree = (next: number) =>
    next < columns &&
    !merges.has(`${row},${next}`) &&
    !cells.some((cell) => cell.column === next && cell.value !== null);
  while ((lefts[last + 1] ?? 0) < end && isFree(last + 1)) last += 1;
  return last;
}

export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Rows drawn beyond the view. */
const MARGIN = 4;
/** A merge that begins outside of the view is drawn from its first cell, unless that is very far. */
const FAR = 200;

/** First and last row and column to draw: those in view, with a few rows more at either end. */
export function inView({ rows, columns, lefts, tops, merges }: GridLayout, view: View): Range {
  const left = Math.min(columns - 1, before(lefts, view.left));
  const seen = {
    top: Math.max(0, Math.min(rows - 1, before(tops, view.top)) - MARGIN),
    bottom: Math.min(rows - 1, before(tops, view.top + view.height) + 1 + MARGIN),
    left,
    right: Math.min(columns - 1, Math.max(left, before(lefts, view.left + view.width - 1))),
  };
  const begun = [...merges.values()].filter(
    (merge) =>
      merge.bottom >= seen.top &&
      merge.top <= seen.bottom &&
      merge.right >= seen.left &&
      merge.left <= seen.right &&
      seen.top - merge.top < FAR &&
      seen.left - merge.left < FAR,
  );
  return {
    ...seen,
    top: begun.reduce((top, range) => Math.min(top, range.top), seen.top),
    left: begun.reduce((left, range) => Math.min(left, range.left), seen.left),
  };
}

/** Whole rows that fit in the view, at least one. */
export function rowsInView({ tops }: GridLayout, { top, height }: View): number {
  return Math.max(1, before(tops, top + height) - before(tops, top) - 1);
}

/** Index of the last edge at or before a place. */
function before(edges: readonly number[], place: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((edges[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Scroll place that brings a cell into view, changing as little as can be. */
export function scrollTo(
  { lefts, tops }: GridLayout,
  row: number,
  column: number,
  view: View,
): { top: number; left: number } {
  const cellLeft = lefts[column] ?? 0;
  const cellTop = tops[row] ?? 0;
  return {
    top: nearest(view.top, view.height, cellTop, tops[row + 1] ?? cellTop),
    left: nearest(view.left, view.width, cellLeft, lefts[column + 1] ?? cellLeft),
  };
}

function nearest(at: number, size: number, from: number, to: number): number {
  if (from < at) return from;
  return to > at + size ? Math.min(from, to - size) : at;
}

/** The merge a cell is part of. */
export function mergeAt({ merges }: GridLayout, row: number, column: number): Range | undefined {
  for (const merge of merges.values()) {
    if (merge.top <= row && row <= merge.bottom && merge.left <= column && column <= merge.right) return merge;
  }
  return undefined;
}
