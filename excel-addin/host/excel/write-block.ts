/**
 * Values of single cells → operations that write them as range matrices. What lies between the cells is null: left
 * alone.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../../core/sheet/workbook/port.ts';
import type { HostAction } from '../../../session/host/port.ts';
import { type CellPlace, matrixOf, placeKey, rangeAt, rectanglesOf } from './blocks.ts';
import { inputOf, type RawCell, valueAfter } from './cell-value.ts';
import { CALL, type Op, type SheetRef } from './op.ts';
import { jsonBytes } from './run.ts';
import { GAP } from './survey.ts';
import type { CellNow } from './survey-answer.ts';

/** A new value for a cell, with what it holds now (undefined on a sheet this run adds: nothing to take back). */
export interface CellChange extends CellPlace {
  readonly value: NewValue;
  readonly now?: CellNow | undefined;
  readonly action: HostAction;
}

/** Rows are sent in pieces of this weight, so that batches can be cut below the limit. */
const PIECE = 400_000;

/**
 * Operations for the changes of one sheet; of two changes of a cell the later counts. `gap`: rows between two cells
 * that one call may span; 0 where what lies between may be locked.
 */
export function writeOps(ref: SheetRef, changes: readonly CellChange[], gap = GAP): Op[] {
  const last = new Map(changes.map((change) => [placeKey(change.row, change.column), change]));
  const rectangles = rectanglesOf(last.values(), gap);
  return rectangles.flatMap((range) => pieces(range, last)).map((range) => writeOp(ref, range, last));
}

function writeOp(ref: SheetRef, range: Range, last: ReadonlyMap<number, CellChange>): Op {
  const inside: CellChange[] = [];
  const values = matrixOf(range, (row, column): RawCell => {
    const change = last.get(placeKey(row, column));
    if (!change) return null;
    inside.push(change);
    return inputOf(change.value);
  });
  const { id } = ref;
  return {
    bytes: jsonBytes(values) + CALL,
    actions: [...new Set(inside.map(({ action }) => action))],
    send: () => {
      rangeAt(ref.proxy(), range).values = values;
    },
    ...(id === null
      ? {}
      : {
          undo: {
            cells: inside.map(({ row, column, value, now }) => ({
              sheetId: id,
              row,
              column,
              before: now?.value ?? null,
              formulaBefore: now?.formula ?? null,
              after: valueAfter(value),
              ...(value.kind === 'formula' ? { formulaAfter: value.formula } : {}),
            })),
          },
        }),
  };
}

/** Cuts a rectangle between rows so that no piece is too heavy. */
function pieces(range: Range, last: ReadonlyMap<number, CellChange>): Range[] {
  const list: Range[] = [];
  let top = range.top;
  let bytes = 0;
  for (let row = range.top; row <= range.bottom; row += 1) {
    let weight = 0;
    for (let column = range.left; column <= range.right; column += 1) {
      const value = last.get(placeKey(row, column))?.value;
      // A Vietnamese letter is three bytes at most; what JSON escapes is rare.
      weight += value?.kind === 'text' ? 4 + 3 * value.text.length : 24;
    }
    if (bytes > 0 && bytes + weight > PIECE) {
      list.push({ ...range, top, bottom: row - 1 });
      top = row;
      bytes = 0;
    }
    bytes += weight;
  }
  return [...list, { ...range, top }];
}
