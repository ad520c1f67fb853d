/**
 * The Host over a workbook held in memory, for everybody without Excel: reads and writes .xlsx bytes, keeps marks and
 * charts beside them, and takes typed edits from the preview's grid. Computes no formula: results that an edit makes
 * untrue are forgotten, and a file saved from here is computed when Excel opens it.
 */

import type { Result } from '../../core/base/result.ts';
import { MAX_COLUMNS, MAX_ROWS, toA1 } from '../../core/sheet/grid/address.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { Action, CellStyle, NewValue } from '../../core/sheet/workbook/port.ts';
import type { Capabilities, Host, HostBook, HostChange, InsertedBook, UndoRecord } from '../../session/host/port.ts';
import { bookChanges, sameValue } from './book-changes.ts';
import { type Mark, markActions } from './marks.ts';
import { type ChartShown, change, look, type PreviewState } from './preview-state.ts';
import { resizeTables } from './read-tables.ts';
import { removeSheets } from './remove-sheets.ts';
import { type SheetLooks, sheetLooks } from './sheet-looks.ts';
import { withSheetState } from './sheet-state.ts';
import { staleResults } from './stale-results.ts';
import { valueAt } from './table-plan.ts';
import { typedValue } from './typed-value.ts';
import { withBooks } from './with-books.ts';

export interface PreviewHost extends Host {
  /** Takes another workbook in; a file that cannot be read is refused and the old one stays. */
  readonly open: (name: string, bytes: Uint8Array) => Result<void>;
  readonly name: () => string;
  /** The workbook as .xlsx with the marks as fills and notes. */
  readonly save: () => Uint8Array;
  /** A text typed into a cell of the grid, read as Excel under Vietnamese settings reads it; `` empties the cell. */
  readonly edit: (sheet: string, row: number, column: number, text: string) => Result<void>;
  /** The marks on a sheet, by `markKey`. */
  readonly marks: (sheet: string) => ReadonlyMap<string, Mark>;
  readonly looks: (sheet: string) => SheetLooks;
  readonly charts: () => readonly ChartShown[];
  /** Removes a sheet from the workbook for good; refused for the last visible sheet. */
  readonly removeSheet: (sheet: string) => Result<void>;
  /** The cell that the pane selected last; the grid scrolls to it. */
  readonly onSelect: (listener: (place: SelectedCell) => void) => () => void;
}

export interface SelectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const CAPABILITIES: Capabilities = {
  kind: 'preview',
  api: null,
  insertSheets: true,
  charts: true,
  conditionalFormats: false,
  nativeUndo: false,
  dressesProtected: true,
  events: true,
};

const NO_TRAFFIC = { syncs: 0, bytesUp: 0, bytesDown: 0 };

/** `now` gives an ISO instant. Refused when the bytes are no workbook that can be read. */
export function previewHost(
  fileName: string,
  fileBytes: Uint8Array,
  now: () => string = () => new Date().toISOString(),
): Result<PreviewHost> {
  const first = readBook(fileBytes);
  if (!first.ok) return first;
  return done(makeHost(fileName, fileBytes, now));
}

interface Step {
  readonly record: UndoRecord;
  readonly before: PreviewState;
  readonly after: PreviewState;
}

function makeHost(fileName: string, fileBytes: Uint8Array, now: () => string): PreviewHost {
  let name = fileName;
  let state: PreviewState = { bytes: fileBytes, marks: new Map(), charts: [] };
  let steps: readonly Step[] = [];
  let ids = new Map<string, string>();
  let nextId = 1;
  let place: SelectedCell | null = null;
  let read: HostBook | null = null;
  /** Sheets somebody typed in. */
  const edited = new Set<string>();
  const watchers = new Set<(change: HostChange) => void>();
  const selections = new Set<(place: SelectedCell) => void>();

  const sheetIds = (): ReadonlyMap<string, string> => {
    const known = ids;
    ids = new Map(look(state).book.sheets.map((sheet) => [sheet.name, known.get(sheet.name) ?? `t${nextId++}`]));
    return ids;
  };
  const nameOf = (id: string) => [...sheetIds()].find(([, one]) => one === id)?.[0];

  /** Moves to another state and says what must be put back to undo it. */
  const moveTo = (label: string, after: PreviewState): UndoRecord => {
    const before = state;
    const oldIds = sheetIds();
    const seenBefore = look(before);
    state = after;
    const newIds = sheetIds();
    const seenAfter = look(after);
    const marked = [...after.marks.keys()].filter((sheet) => after.marks.get(sheet) !== before.marks.get(sheet));
    const record: UndoRecord = {
      label,
      at: now(),
      cells: bookChanges(seenBefore.book, seenAfter.book, (sheet) => oldIds.get(sheet)),
      addedSheets: [...newIds].flatMap(([sheet, id]) => (oldIds.has(sheet) ? [] : [id])),
      marks: marked.map((sheet) => ({
        sheetId: newIds.get(sheet) ?? '',
        ranges: [...(after.marks.get(sheet)?.values() ?? [])].map(({ row, column }) => ({
          top: row,
          left: column,
          bottom: row,
          right: column,
        })),
      })),
      charts: after.charts
        .filter((chart) => !before.charts.includes(chart))
        .map((chart) => ({ sheetId: newIds.get(chart.sheet) ?? '', name: chart.name })),
      hidden: seenAfter.book.sheets.flatMap(({ name: sheet, state: now }) => {
        const was = seenBefore.book.sheets.find((one) => one.name === sheet)?.state;
        return now === 'hidden' && was === 'visible' ? [newIds.get(sheet) ?? ''] : [];
      }),
      tables: seenBefore.tables.flatMap(({ name: table, range }) => {
        const grown = seenAfter.tables.find((one) => one.name === table);
        return grown && (grown.range.bottom !== range.bottom || grown.range.right !== range.right)
          ? [{ table, before: range, after: grown.range }]
          : [];
      }),
    };
    steps = [...steps, { record, before, after }];
    return record;
  };

  const undo = (record: UndoRecord): { sheet: string; address: string }[] => {
    const last = steps.at(-1);
    if (last && last.after === state && isSame(last.record, record)) {
      state = last.before;
      steps = steps.slice(0, -1);
      return [];
    }
    const kept: { sheet: string; address: string }[] = [];
    const actions: Action[] = [];
    const { book } = look(state);
    for (const { sheetId, row, column, before, formulaBefore, after } of record.cells) {
      // A column a table got stays, empty: its title and the table's list of columns must agree.
      if (
        record.tables?.some(
          (table) => row === table.after.top && column > table.before.right && column <= table.after.right,
        )
      )
        continue;
      const sheet = nameOf(sheetId);
      const held = valueAt(
        book.sheets.find((one) => one.name === sheet),
        row,
        column,
      );
      if (sheet === undefined) continue;
      if (sameValue(held, after))
        actions.push({ kind: 'write', sheet, row, column, value: valueBack(before, formulaBefore) });
      else if (!sameValue(held, before)) kept.push({ sheet, address: toA1(row, column) });
    }
    const added = record.addedSheets.flatMap((id) => nameOf(id) ?? []);
    kept.push(...added.filter((sheet) => edited.has(sheet)).map((sheet) => ({ sheet, address: '' })));
    const gone = new Set(added.filter((sheet) => !edited.has(sheet)));
    const patched = patchBook(state.bytes, actions);
    const marks = new Map(state.marks);
    for (const { sheetId } of record.marks) marks.delete(nameOf(sheetId) ?? '');
    const charts = new Set(record.charts.map((chart) => chart.name));
    const unhidden = new Set((record.hidden ?? []).flatMap((id) => nameOf(id) ?? []));
    const resized = tablesBack(patched.ok ? patched.value.bytes : state.bytes, record);
    const bytes = unhidden.size > 0 ? (withSheetState(resized, unhidden, 'visible') ?? resized) : resized;
    state = {
      bytes: removeSheets(bytes, gone),
      marks,
      charts: state.charts.filter((chart) => !charts.has(chart.name)),
    };
    steps = steps.filter((step) => !isSame(step.record, record));
    return kept;
  };

  return {
    capabilities: CAPABILITIES,
    read: async (progress) => {
      const { book, tables } = look(state);
      progress?.(1);
      const now: HostBook = { name, book, tables, sheetIds: sheetIds(), traffic: NO_TRAFFIC };
      // The same object while nothing changed: what was made of it need not be made again.
      if (read === null || !isSameRead(read, now)) read = now;
      return done(read);
    },
    apply: async (label, actions, progress) => {
      const { state: after, refused } = change(state, actions);
      progress?.(1);
      return done({ undo: moveTo(label, after), refused, traffic: NO_TRAFFIC });
    },
    undo: async (record) => done({ kept: undo(record) }),
    select: async (sheet, row, column) => {
      if (!look(state).book.sheets.some((one) => one.name === sheet)) return noSheet(sheet);
      place = { sheet, row, column };
      for (const listener of selections) listener(place);
      return done(undefined);
    },
    insertBooks: async (files) => {
      const before = new Set(sheetIds().keys());
      const inserted = withBooks(state, files);
      state = inserted.state;
      const added = [...sheetIds()].flatMap(([sheet, id]) => (before.has(sheet) ? [] : [{ id, name: sheet }]));
      return inserted.answers.map((answer): InsertedBook => {
        if (typeof answer !== 'number') return { kind: 'refused', refusal: answer };
        return { kind: 'inserted', sheets: added.splice(0, answer), rebuilt: false };
      });
    },
    selection: async () => {
      const [firstSheet] = look(state).book.sheets;
      return done(place ?? { sheet: firstSheet?.name ?? '', row: 0, column: 0 });
    },
    watch: async (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    open: (newName, bytes) => {
      const read = readBook(bytes);
      if (!read.ok) return read;
      [name, state, steps, ids, place] = [newName, { bytes, marks: new Map(), charts: [] }, [], new Map(), null];
      edited.clear();
      for (const listener of watchers)
        listener({ sheet: read.value.sheets[0]?.name ?? '', range: null, remote: false });
      return done(undefined);
    },
    name: () => name,
    save: () => {
      const patched = patchBook(state.bytes, markActions(state.marks));
      return patched.ok ? patched.value.bytes : state.bytes;
    },
    edit: (sheetName, row, column, text) => {
      const { book } = look(state);
      const sheet = book.sheets.find((one) => one.name === sheetName);
      if (!sheet) return noSheet(sheetName);
      if (row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return noSheet(sheetName);
      const format = book.styles[cellAt(sheet, row, column)?.style ?? 0]?.numberFormat ?? 'General';
      const { value, numberFormat } = typedValue(text, format);
      const style: CellStyle | undefined = numberFormat && format === 'General' ? { numberFormat } : undefined;
      const action: Action = { kind: 'write', sheet: sheetName, row, column, value, ...(style ? { style } : {}) };
      const { state: after, refused } = change(state, [
        action,
        ...staleResults(book, { sheet: sheetName, row, column }),
      ]);
      const why = refused.find((one) => one.action === action);
      if (why) return { ok: false, refusal: why.refusal };
      state = after;
      edited.add(sheetName);
      const range = { top: row, left: column, bottom: row, right: column };
      for (const listener of watchers) listener({ sheet: sheetName, range, remote: false });
      return done(undefined);
    },
    removeSheet: (sheet) => {
      const { book } = look(state);
      const isLast = book.sheets.every(({ name: one, state: shown }) => one === sheet || shown !== 'visible');
      if (isLast || !book.sheets.some(({ name: one }) => one === sheet))
        return { ok: false, refusal: { code: 'last-sheet', message: 'Sổ phải còn ít nhất một trang tính hiện.' } };
      const marks = new Map(state.marks);
      marks.delete(sheet);
      const charts = state.charts.filter((chart) => chart.sheet !== sheet);
      state = { bytes: removeSheets(state.bytes, new Set([sheet])), marks, charts };
      for (const listener of watchers) listener({ sheet, range: null, remote: false });
      return done(undefined);
    },
    marks: (sheet) => state.marks.get(sheet) ?? new Map(),
    looks: (sheet) => sheetLooks(state.bytes, sheet),
    charts: () => state.charts,
    onSelect: (listener) => {
      selections.add(listener);
      return () => selections.delete(listener);
    },
  };
}

function isSameRead(x: HostBook, y: HostBook): boolean {
  const isAlike = x.book === y.book && x.tables === y.tables && x.name === y.name;
  return isAlike && [...x.sheetIds].every(([sheet, id]) => y.sheetIds.get(sheet) === id);
}

function isSame(x: UndoRecord, y: UndoRecord): boolean {
  const ids = (record: UndoRecord) =>
    JSON.stringify([record.label, record.at, record.addedSheets, record.cells.length]);
  return x === y || ids(x) === ids(y);
}

function valueBack(before: UndoRecord['cells'][number]['before'], formula: string | null): NewValue {
  if (formula !== null)
    return {
      kind: 'formula',
      formula,
      value: typeof before === 'boolean' || typeof before === 'object' ? null : before,
    };
  if (before === null) return { kind: 'empty' };
  switch (typeof before) {
    case 'string':
      return { kind: 'text', text: before };
    case 'number':
      return { kind: 'number', number: before };
    case 'boolean':
      return { kind: 'boolean', boolean: before };
    case 'object':
      return { kind: 'text', text: before.error };
  }
}

/** Tables get the length they had before the run, but never lose a row that holds something. */
function tablesBack(bytes: Uint8Array, record: UndoRecord): Uint8Array {
  const before = new Map(record.tables?.map(({ table, before: range }) => [table, range]));
  const changes = look({ bytes }).tables.flatMap(({ name, range, rows, place: table }) => {
    const old = before.get(name);
    if (!old) return [];
    const filled = rows.findLastIndex((row) => row.some((value) => value !== null)) + 1;
    const bottom = Math.max(old.bottom, range.top + filled);
    return bottom === range.bottom ? [] : [{ table, range: { ...range, bottom } }];
  });
  return resizeTables(bytes, changes);
}

function noSheet(sheet: string): { readonly ok: false; readonly refusal: { code: string; message: string } } {
  return { ok: false, refusal: { code: 'not-found', message: `Không có ô này ở trang tính "${sheet}".` } };
}

function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
