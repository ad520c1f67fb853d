/**
 * The Host over a workbook held in memory, for everybody without Excel: reads and writes .xlsx bytes, keeps marks and
 * charts beside them, and takes typed edits from the preview's grid. Computes no formula: results that an edit makes
 * untrue are forgotten, and a file saved from here is computed when Excel opens it.
 */

import type { Result } from '../../core/base/result.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/sheet/grid/address.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { Action, CellStyle } from '../../core/sheet/workbook/port.ts';
import type { LastReadings } from '../../session/host/last-readings.ts';
import type { Capabilities, Host, HostBook, HostChange, InsertedBook, UndoRecord } from '../../session/host/port.ts';
import { type Mark, markActions } from './marks.ts';
import { type ChartShown, change, look, type PreviewState } from './preview-state.ts';
import { removeSheets } from './remove-sheets.ts';
import { type SheetLooks, sheetLooks } from './sheet-looks.ts';
import { staleResults } from './stale-results.ts';
import { typedValue } from './typed-value.ts';
import { isSameRecord, type SheetIds, type Undone, undone, undoRecord } from './undo-steps.ts';
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
  const held = heldOf(fileName, fileBytes);
  return done({ ...hostOf(held, now), ...gridOf(held) });
}

interface Step {
  readonly record: UndoRecord;
  readonly before: PreviewState;
  readonly after: PreviewState;
}

/** The workbook as it stands: the one thing here that changes. */
interface Held {
  name: string;
  state: PreviewState;
  steps: readonly Step[];
  ids: SheetIds;
  nextId: number;
  /** The cell selected last. */
  place: SelectedCell | null;
  /** As read last. */
  read: HostBook | null;
  readonly readings: LastReadings;
  /** Sheets somebody typed in. */
  readonly edited: Set<string>;
  readonly watchers: Set<(change: HostChange) => void>;
  readonly selections: Set<(place: SelectedCell) => void>;
}

function heldOf(name: string, bytes: Uint8Array): Held {
  return {
    name,
    state: { bytes, marks: new Map(), charts: [] },
    steps: [],
    ids: new Map(),
    nextId: 1,
    place: null,
    read: null,
    readings: {},
    edited: new Set(),
    watchers: new Set(),
    selections: new Set(),
  };
}

function sheetIds(held: Held): SheetIds {
  const known = held.ids;
  const { sheets } = look(held.state).book;
  held.ids = new Map(sheets.map(({ name }) => [name, known.get(name) ?? `t${held.nextId++}`]));
  return held.ids;
}

/** Moves to another state and says what must be put back to undo it. */
function moveTo(held: Held, label: string, after: PreviewState, at: string): UndoRecord {
  const before = held.state;
  const idsBefore = sheetIds(held);
  held.state = after;
  const record = undoRecord({ label, at, before, idsBefore, after, idsAfter: sheetIds(held) });
  held.steps = [...held.steps, { record, before, after }];
  return record;
}

/** Returns what was changed since, and stays. */
function undo(held: Held, record: UndoRecord): Undone['leftAlone'] {
  const last = held.steps.at(-1);
  if (last && last.after === held.state && isSameRecord(last.record, record)) {
    held.state = last.before;
    held.steps = held.steps.slice(0, -1);
    return [];
  }
  const ids = sheetIds(held);
  const nameOf = (id: string) => [...ids].find(([, each]) => each === id)?.[0];
  const { state, leftAlone } = undone(held.state, record, nameOf, held.edited);
  held.state = state;
  held.steps = held.steps.filter((step) => !isSameRecord(step.record, record));
  return leftAlone;
}

function tellChange({ watchers }: Held, sheet: string, range: HostChange['range']): void {
  for (const listener of watchers) listener({ sheet, range, remote: false });
}

/** The actions that all hosts have. */
function hostOf(held: Held, now: () => string): Host {
  return {
    capabilities: CAPABILITIES,
    read: async (progress) => {
      const { book, tables } = look(held.state);
      progress?.(1);
      const { name, readings } = held;
      const fresh: HostBook = { name, book, tables, sheetIds: sheetIds(held), traffic: NO_TRAFFIC, readings };
      // The same object while nothing changed: what was made of it need not be made again.
      if (held.read === null || !isSameRead(held.read, fresh)) held.read = fresh;
      return done(held.read);
    },
    apply: async (label, actions, progress) => {
      const { state: after, refused } = change(held.state, actions);
      progress?.(1);
      return done({ undo: moveTo(held, label, after, now()), refused, traffic: NO_TRAFFIC });
    },
    undo: async (record) => done({ leftAlone: undo(held, record) }),
    select: async (sheet, row, column) => {
      if (!look(held.state).book.sheets.some((item) => item.name === sheet)) return noSheet(sheet);
      held.place = { sheet, row, column };
      for (const listener of held.selections) listener(held.place);
      return done(undefined);
    },
    insertBooks: async (files) => {
      const before = new Set(sheetIds(held).keys());
      const inserted = withBooks(held.state, files);
      held.state = inserted.state;
      const added = [...sheetIds(held)].flatMap(([sheet, id]) => (before.has(sheet) ? [] : [{ id, name: sheet }]));
      return inserted.answers.map((answer): InsertedBook => {
        if (typeof answer !== 'number') return { kind: 'refused', refusal: answer };
        return { kind: 'inserted', sheets: added.splice(0, answer), rebuilt: false };
      });
    },
    selection: async () => {
      const [firstSheet] = look(held.state).book.sheets;
      return done(held.place ?? { sheet: firstSheet?.name ?? '', row: 0, column: 0 });
    },
    watch: async (listener) => {
      held.watchers.add(listener);
      return () => held.watchers.delete(listener);
    },
  };
}

/** The actions of the page's own grid. */
function gridOf(held: Held): Omit<PreviewHost, keyof Host> {
  return {
    open: (newName, bytes) => {
      const read = readBook(bytes);
      if (!read.ok) return read;
      const { nextId, read: readLast, watchers, selections } = held;
      Object.assign(held, heldOf(newName, bytes), { nextId, read: readLast, watchers, selections });
      tellChange(held, read.value.sheets[0]?.name ?? '', null);
      return done(undefined);
    },
    name: () => held.name,
    save: () => {
      const patched = patchBook(held.state.bytes, markActions(held.state.marks));
      return patched.ok ? patched.value.bytes : held.state.bytes;
    },
    edit: (sheetName, row, column, text) => {
      const { book } = look(held.state);
      const sheet = book.sheets.find((sheet) => sheet.name === sheetName);
      if (!sheet) return noSheet(sheetName);
      if (row < 0 || column < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return noSheet(sheetName);
      const format = book.styles[cellAt(sheet, row, column)?.style ?? 0]?.numberFormat ?? 'General';
      const { value, numberFormat } = typedValue(text, format);
      const style: CellStyle | undefined = numberFormat && format === 'General' ? { numberFormat } : undefined;
      const action: Action = { kind: 'write', sheet: sheetName, row, column, value, ...(style ? { style } : {}) };
      const { state: after, refused } = change(held.state, [
        action,
        ...staleResults(book, { sheet: sheetName, row, column }),
      ]);
      const why = refused.find((item) => item.action === action);
      if (why) return { ok: false, refusal: why.refusal };
      held.state = after;
      held.edited.add(sheetName);
      tellChange(held, sheetName, { top: row, left: column, bottom: row, right: column });
      return done(undefined);
    },
    removeSheet: (sheet) => {
      const { book } = look(held.state);
      const isLast = book.sheets.every(({ name: one, state: shown }) => one === sheet || shown !== 'visible');
      if (isLast || !book.sheets.some(({ name: one }) => one === sheet))
        return { ok: false, refusal: { code: 'last-sheet', message: 'Sổ phải còn ít nhất một trang tính hiện.' } };
      const marks = new Map(held.state.marks);
      marks.delete(sheet);
      const charts = held.state.charts.filter((chart) => chart.sheet !== sheet);
      held.state = { bytes: removeSheets(held.state.bytes, new Set([sheet])), marks, charts };
      tellChange(held, sheet, null);
      return done(undefined);
    },
    marks: (sheet) => held.state.marks.get(sheet) ?? new Map(),
    looks: (sheet) => sheetLooks(held.state.bytes, sheet),
    charts: () => held.state.charts,
    onSelect: (listener) => {
      held.selections.add(listener);
      return () => held.selections.delete(listener);
    },
  };
}

function isSameRead(x: HostBook, y: HostBook): boolean {
  const isAlike = x.book === y.book && x.tables === y.tables && x.name === y.name;
  return isAlike && [...x.sheetIds].every(([sheet, id]) => y.sheetIds.get(sheet) === id);
}

function noSheet(sheet: string): { readonly ok: false; readonly refusal: { code: string; message: string } } {
  return { ok: false, refusal: { code: 'not-found', message: `Không có ô này ở trang tính "${sheet}".` } };
}

function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
