/** Where rows and columns of a sheet stand on the screen, and which of them are in view. Pure; pixels. */
import type { Range, Sheet } from '../../core/grid/sheet.ts';

export const ROW_HEIGHT = 24;
export const HEADER_WIDTH = 44;
const LETTER = 7.5;
const NARROWEST = 48;
const WIDEST = 260;
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
  /** `row,column` of a merge's first cell → the merge. */
  readonly merges: ReadonlyMap<string, Range>;
}

/** `textOf` gives what a cell shows. Text of a merge does not widen its column. */
export function gridLayout(sheet: Sheet, textOf: (row: number, column: number) => string): GridLayout {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  const widths = new Map<number, number>();
  let lastRow = 0;
  let lastColumn = 0;
  for (const [row, cells] of sheet.rows) {
    lastRow = Math.max(lastRow, row);
    for (const { column } of cells) {
      lastColumn = Math.max(lastColumn, column);
      if (merges.has(`${row},${column}`)) continue;
      const longest = Math.max(
        0,
        ...textOf(row, column)
          .split('\n')
          .map((line) => line.length),
      );
      widths.set(column, Math.max(widths.get(column) ?? 0, longest));
    }
  }
  const rows = Math.max(FEWEST_ROWS, lastRow + 1 + SPARE_ROWS);
  const columns = Math.max(FEWEST_COLUMNS, lastColumn + 1 + SPARE_COLUMNS);
  const lefts = [0];
  for (let column = 0; column < columns; column++) {
    const letters = (widths.get(column) ?? 8) * LETTER + 14;
    lefts.push((lefts[column] ?? 0) + Math.min(WIDEST, Math.max(NARROWEST, Math.round(letters))));
  }
  return { rows, columns, lefts, merges };
}

export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** First and last row and column in view, with a few rows more at either end. */
export function inView({ rows, columns, lefts }: GridLayout, view: View): Range {
  const margin = 4;
  const first = lefts.findIndex((_, column) => (lefts[column + 1] ?? Number.POSITIVE_INFINITY) > view.left);
  const left = Math.min(columns - 1, Math.max(0, first));
  const beyond = lefts.findIndex((at) => at >= view.left + view.width);
  return {
    top: Math.max(0, Math.floor(view.top / ROW_HEIGHT) - margin),
    bottom: Math.min(rows - 1, Math.ceil((view.top + view.height) / ROW_HEIGHT) + margin),
    left,
    right: beyond < 0 ? columns - 1 : Math.max(left, beyond - 1),
  };
}

/** Scroll place that brings a cell into view, changing as little as can be. */
export function scrollTo(
  { lefts }: GridLayout,
  row: number,
  column: number,
  view: View,
): { top: number; left: number } {
  const cellLeft = lefts[column] ?? 0;
  const cellRight = lefts[column + 1] ?? cellLeft;
  return {
    top: nearest(view.top, view.height, row * ROW_HEIGHT, (row + 1) * ROW_HEIGHT),
    left: nearest(view.left, view.width, cellLeft, cellRight),
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
