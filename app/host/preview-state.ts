/**
 * What the preview holds: the workbook's bytes, and beside them what a file cannot show by itself. Every change makes a
 * new state.
 */

import type { Refusal } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { type BookReading, patchBook, readBookAgain } from '../../core/sheet/workbook/file.ts';
import type { Action } from '../../core/sheet/workbook/port.ts';
import type { HostAction, HostTable } from '../../session/host/port.ts';
import { sameValue } from './book-changes.ts';
import { type PreviewMarks, withMark } from './marks.ts';
import { readTables, resizeTables, type TablePlace } from './read-tables.ts';
import { withSheetState } from './sheet-state.ts';
import { appendedRows, newTableSheet, type Planned, tableChange, valueAt } from './table-plan.ts';

export type ChartShown = Extract<HostAction, { kind: 'chart' }>;

export interface PreviewState {
  readonly bytes: Uint8Array;
  readonly marks: PreviewMarks;
  readonly charts: readonly ChartShown[];
}

interface BookState {
  readonly book: Book;
  readonly tables: readonly (HostTable & { readonly place: TablePlace })[];
}

const seen = new WeakMap<Uint8Array, BookState>();
/** Read last: a change leaves most sheets of hundreds as they were. */
let last: BookReading | null = null;

/** The workbook and its tables as data. The bytes were read before, so a refusal here is our bug. */
export function look({ bytes }: Pick<PreviewState, 'bytes'>): BookState {
  const known = seen.get(bytes);
  if (known) return known;
  const read = readBookAgain(bytes, last);
  if (!read.ok) throw new Error(`preview: ${read.refusal.code}`);
  last = read.value;
  const { book } = read.value;
  const sheets = new Map(book.sheets.map((sheet) => [sheet.name, sheet]));
  const tables = readTables(bytes).map((place) => {
    const { top, left, bottom, right } = place.range;
    const sheet = sheets.get(place.sheet);
    const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
    const rowAt = (row: number) => {
      const cells = new Map(sheet?.rows.get(row)?.map((cell) => [cell.column, cell.value]));
      return columns.map((column) => cells.get(column) ?? null);
    };
    return {
      name: place.name,
      sheet: place.sheet,
      range: place.range,
      columns: rowAt(top).map((text) => String(text ?? '')),
      rows: Array.from({ length: bottom - top }, (_, index) => rowAt(top + 1 + index)),
      place,
    };
  });
  const made = { book, tables };
  seen.set(bytes, made);
  return made;
}

interface Changed {
  readonly state: PreviewState;
  readonly refused: readonly { readonly action: HostAction; readonly refusal: Refusal }[];
}

type CoreAction = Extract<HostAction, Action>;

/**
 * Does the actions in order. Actions of the core go to the file together; what needs to see the workbook first waits
 * for them.
 */
export function change(start: PreviewState, actions: readonly HostAction[]): Changed {
  let state = start;
  const refused: { action: HostAction; refusal: Refusal }[] = [];
  let waiting: CoreAction[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const patched = patchBook(state.bytes, waiting);
    if (patched.ok) {
      state = { ...state, bytes: patched.value.bytes };
      refused.push(...patched.value.refused);
    } else refused.push(...waiting.map((action) => ({ action, refusal: patched.refusal })));
    waiting = [];
  };
  for (const action of actions) {
    switch (action.kind) {
      case 'mark':
        state = { ...state, marks: withMark(state.marks, action) };
        break;
      case 'chart':
        state = { ...state, charts: [...state.charts.filter(({ name }) => name !== action.name), action] };
        break;
      case 'hide-sheet': {
        flush();
        const hidden = withSheetState(state.bytes, new Set([action.sheet]), 'hidden');
        if (hidden) state = { ...state, bytes: hidden };
        else refused.push({ action, refusal: LAST_SHEET });
        break;
      }
      case 'put-table':
      case 'append-rows': {
        flush();
        const done = changeTable(state, action);
        if ('refusal' in done) refused.push({ action, refusal: done.refusal });
        else state = done;
        break;
      }
      case 'write':
        if (action.expected !== undefined && !asExpected(start, action)) refused.push({ action, refusal: CHANGED });
        else waiting.push(action);
        break;
      case 'style':
      case 'note':
      case 'column-width':
      case 'add-sheet':
        waiting.push(action);
        break;
    }
  }
  flush();
  return { state, refused };
}

const LAST_SHEET: Refusal = { code: 'last-sheet', message: 'Sổ phải còn ít nhất một trang tính hiện.' };

const CHANGED: Refusal = {
  code: 'changed',
  message: 'Ô đã được người khác sửa sau khi đọc nên không ghi đè; hãy kiểm tra lại.',
};

function asExpected(state: PreviewState, action: Extract<HostAction, { kind: 'write' }>): boolean {
  const sheet = look(state).book.sheets.find(({ name }) => name === action.sheet);
  return sameValue(valueAt(sheet, action.row, action.column), action.expected ?? null);
}

function changeTable(
  state: PreviewState,
  action: Extract<HostAction, { kind: 'put-table' | 'append-rows' }>,
): PreviewState | { readonly refusal: Refusal } {
  const name = action.kind === 'put-table' ? action.plan.table : action.table;
  const { tables, book } = look(state);
  const table = tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  const sheet = book.sheets.find((sheet) => sheet.name === table?.sheet);
  if (!table || !sheet) {
    if (action.kind === 'append-rows')
      return { refusal: { code: 'no-table', message: `Tệp không có bảng "${name}".` } };
    return patched(state, [{ kind: 'add-sheet', sheet: newTableSheet(action.plan) }]);
  }
  const planned: Planned =
    action.kind === 'put-table'
      ? tableChange(table, sheet, action.plan)
      : appendedRows(table, sheet, action.rows, action.added);
  if (!planned.ok) return { refusal: planned.refusal };
  const written = patched(state, planned.value.actions);
  if ('refusal' in written) return written;
  const added = action.kind === 'append-rows' ? action.added : undefined;
  const resized = { table: table.place, range: planned.value.range, added };
  return { ...written, bytes: resizeTables(written.bytes, [resized]) };
}

/** All of the actions or none. */
function patched(state: PreviewState, actions: readonly Action[]): PreviewState | { readonly refusal: Refusal } {
  const done = patchBook(state.bytes, actions);
  if (!done.ok) return { refusal: done.refusal };
  const [first] = done.value.refused;
  return first ? { refusal: first.refusal } : { ...state, bytes: done.value.bytes };
}
