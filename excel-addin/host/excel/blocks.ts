/**
 * Single cells gathered into as few rectangles as their pattern allows, so that one call to Excel serves many cells.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Rectangles that hold all places: neighbours in a row make a run; equal runs at most `gap` rows apart make one
 * rectangle. With gap 0 they hold nothing else; otherwise what lies between is to be left alone (null in a matrix).
 */
export function rectanglesOf(places: Iterable<CellPlace>, gap = 0): Range[] {
  const columnsByRow = new Map<number, Set<number>>();
  for (const { row, column } of places) {
    const columns = columnsByRow.get(row) ?? new Set<number>();
    columnsByRow.set(row, columns.add(column));
  }
  const done: Range[] = [];
  const open = new Map<string, Range>();
  for (const row of [...columnsByRow.keys()].sort((a, b) => a - b)) {
    for (const [left, right] of runsOf(columnsByRow.get(row) ?? new Set())) {
      const key = `${left}:${right}`;
      const above = open.get(key);
      if (above && row - above.bottom <= gap + 1) open.set(key, { ...above, bottom: row });
      else {
        if (above) done.push(above);
        open.set(key, { top: row, left, bottom: row, right });
      }
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

function runsOf(columns: ReadonlySet<number>): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** All cells of the ranges. */
export function placesOf(ranges: readonly Range[]): CellPlace[] {
  return ranges.flatMap(({ top, left, bottom, right }) =>
    Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, index) => ({
      row: top + Math.floor(index / (right - left + 1)),
      column: left + (index % (right - left + 1)),
    })),
  );
}

/** The rectangle around all ranges; undefined when there is none. */
export function around(ranges: readonly Range[]): Range | undefined {
  const [first, ...rest] = ranges;
  return rest.reduce(
    (whole, range) =>
      whole && {
        top: Math.min(whole.top, range.top),
        left: Math.min(whole.left, range.left),
        bottom: Math.max(whole.bottom, range.bottom),
        right: Math.max(whole.right, range.right),
      },
    first,
  );
}

/** A place as a single number, to key maps with. */
export function placeKey(row: number, column: number): number {
  return row * 16_384 + column;
}

export function placeOf(key: number): CellPlace {
  return { row: Math.floor(key / 16_384), column: key % 16_384 };
}

export function isInside({ top, left, bottom, right }: Range, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function sameRange(a: Range, b: Range): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** The range of a sheet. */
export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: Range): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

/** A matrix of the range's shape. */
export function matrixOf<T>(range: Range, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: range.bottom - range.top + 1 }, (_, y) =>
    Array.from({ length: range.right - range.left + 1 }, (_, x) => at(range.top + y, range.left + x)),
  );
}
