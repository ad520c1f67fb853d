/** Actions on one sheet gathered by cell, in order, before its XML is touched once. */
import { MAX_COLUMNS, MAX_ROWS } from '../../grid/address.ts';
import type { Range } from '../../grid/sheet.ts';
import type { MarkSeverity } from '../marks.ts';
import type { Action, CellStyle, NewValue } from '../port.ts';
import type { ActionCode } from './action-refusal.ts';
import { ROW } from './cell-address.ts';

export interface CellEdit {
  value?: NewValue;
  /** The action the value comes from: refused as a whole where the cell must not be overwritten. */
  write?: Action;
  styles: { readonly action: Action; readonly style: CellStyle }[];
}

export interface SheetEdits {
  /** By packed place (cell-address.ts). */
  readonly cells: Map<number, CellEdit>;
  readonly notes: Map<number, { readonly action: Action; readonly text: string }[]>;
  readonly widths: Map<number, number>;
  readonly marks: Map<number, MarkSeverity>;
  /** Where marks and notes of ours that stand now are taken off. */
  readonly unmarked: Range[];
}

/** What gathering must know of the sheet. */
export interface SheetShape {
  readonly merges: readonly Range[];
  /** Header rows of tables. */
  readonly tableHeaders: readonly Range[];
}

type CellAction = Exclude<Action, { kind: 'add-sheet' }>;

const MAX_STYLED = 200_000;

/** Collects actions; calls `refuse` for each impossible action. */
export function gatherEdits(
  actions: readonly CellAction[],
  shape: SheetShape,
  refuse: (action: Action, code: ActionCode) => void,
): SheetEdits {
  const edits: SheetEdits = { cells: new Map(), notes: new Map(), widths: new Map(), marks: new Map(), unmarked: [] };
  for (const action of actions) {
    const code = gather(action, shape, edits);
    if (code) refuse(action, code);
  }
  return edits;
}

function gather(action: CellAction, shape: SheetShape, edits: SheetEdits): ActionCode | undefined {
  if (action.kind === 'column-width') {
    if (!isInside(0, action.column)) return 'outside-sheet';
    edits.widths.set(action.column, action.width);
    return undefined;
  }
  if (action.kind === 'style') return gatherStyle(action, shape, edits);
  if (action.kind === 'mark') return gatherMark(action, shape, edits);
  if (!isInside(action.row, action.column)) return 'outside-sheet';
  const place = anchorOf(shape.merges, action.row, action.column);
  if (action.kind === 'note') {
    const notes = edits.notes.get(place) ?? [];
    edits.notes.set(place, [...notes, { action, text: action.text }]);
    return undefined;
  }
  if (shape.tableHeaders.some((range) => contains(range, Math.floor(place / ROW), place % ROW))) return 'table-header';
  const edit = editAt(edits, place);
  edit.value = action.value;
  edit.write = action;
  if (action.style) edit.styles.push({ action, style: action.style });
  return undefined;
}

function gatherMark(
  action: Extract<Action, { kind: 'mark' }>,
  shape: SheetShape,
  edits: SheetEdits,
): ActionCode | undefined {
  const { ranges, severity, texts = [] } = action;
  if (!ranges.every(({ top, left, bottom, right }) => isInside(top, left) && isInside(bottom, right)))
    return 'outside-sheet';
  if (severity === null) {
    edits.unmarked.push(...ranges);
    for (const places of [edits.marks, edits.notes]) {
      for (const place of places.keys())
        if (ranges.some((range) => contains(range, Math.floor(place / ROW), place % ROW))) places.delete(place);
    }
    return undefined;
  }
  if (ranges.reduce((sum, range) => sum + sizeOf(range), 0) > MAX_STYLED) return 'range-too-large';
  for (const { top, left, bottom, right } of ranges)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) edits.marks.set(anchorOf(shape.merges, row, column), severity);
  for (const { row, column, text } of texts) {
    const place = anchorOf(shape.merges, row, column);
    edits.notes.set(place, [...(edits.notes.get(place) ?? []), { action, text }]);
  }
  return undefined;
}

function sizeOf({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

function gatherStyle(
  action: Extract<Action, { kind: 'style' }>,
  shape: SheetShape,
  edits: SheetEdits,
): ActionCode | undefined {
  const { top, left, bottom, right } = action.range;
  if (!isInside(top, left) || !isInside(bottom, right)) return 'outside-sheet';
  if (sizeOf(action.range) > MAX_STYLED) return 'range-too-large';
  const near = shape.merges.filter((m) => m.top <= bottom && m.bottom >= top && m.left <= right && m.right >= left);
  const places = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      places.add(row * ROW + column);
      // A merge has the look of its first cell; the covered cells still carry its borders.
      if (near.length > 0) places.add(anchorOf(near, row, column));
    }
  }
  for (const place of places) editAt(edits, place).styles.push({ action, style: action.style });
  return undefined;
}

function editAt(edits: SheetEdits, place: number): CellEdit {
  const edit = edits.cells.get(place) ?? { styles: [] };
  edits.cells.set(place, edit);
  return edit;
}

/** Packed place of a cell, or of the first cell of the merge that covers it. */
function anchorOf(merges: readonly Range[], row: number, column: number): number {
  const merge = merges.find((range) => contains(range, row, column));
  return merge ? merge.top * ROW + merge.left : row * ROW + column;
}

/** True when the cell lies in the range. */
export function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function isInside(row: number, column: number): boolean {
  const whole = Number.isInteger(row) && Number.isInteger(column);
  return whole && row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS;
}
