/**
 * Undoing in the preview. What a change did is recorded cell by cell, so that it can be undone after later changes too:
 * a cell somebody changed since is left as it is.
 */
import { toA1 } from '../../core/sheet/grid/address.ts';
import { patchBook } from '../../core/sheet/workbook/file.ts';
import type { Action, NewValue } from '../../core/sheet/workbook/port.ts';
import type { UndoRecord } from '../../session/host/port.ts';
import { bookChanges, sameValue } from './book-changes.ts';
import { look, type PreviewState } from './preview-state.ts';
import { resizeTables } from './read-tables.ts';
import { removeSheets } from './remove-sheets.ts';
import { withSheetState } from './sheet-state.ts';
import { valueAt } from './table-plan.ts';

/** Sheet names with their ids, which survive a renaming. */
export type SheetIds = ReadonlyMap<string, string>;

interface Change {
  readonly label: string;
  /** ISO instant. */
  readonly at: string;
  readonly before: PreviewState;
  readonly idsBefore: SheetIds;
  readonly after: PreviewState;
  readonly idsAfter: SheetIds;
}

/** The cells and parts that undo has to restore after a change. */
export function undoRecord({ label, at, before, idsBefore, after, idsAfter }: Change): UndoRecord {
  const seenBefore = look(before);
  const seenAfter = look(after);
  const marked = [...after.marks.keys()].filter((sheet) => after.marks.get(sheet) !== before.marks.get(sheet));
  return {
    label,
    at,
    cells: bookChanges(seenBefore.book, seenAfter.book, (sheet) => idsBefore.get(sheet)),
    addedSheets: [...idsAfter].flatMap(([sheet, id]) => (idsBefore.has(sheet) ? [] : [id])),
    marks: marked.map((sheet) => ({
      sheetId: idsAfter.get(sheet) ?? '',
      ranges: [...(after.marks.get(sheet)?.values() ?? [])].map(({ row, column }) => ({
        top: row,
        left: column,
        bottom: row,
        right: column,
      })),
    })),
    charts: after.charts
      .filter((chart) => !before.charts.includes(chart))
      .map((chart) => ({ sheetId: idsAfter.get(chart.sheet) ?? '', name: chart.name })),
    hidden: seenAfter.book.sheets.flatMap(({ name: sheet, state: now }) => {
      const was = seenBefore.book.sheets.find((item) => item.name === sheet)?.state;
      return now === 'hidden' && was === 'visible' ? [idsAfter.get(sheet) ?? ''] : [];
    }),
    tables: seenBefore.tables.flatMap(({ name: table, range }) => {
      const grown = seenAfter.tables.find((item) => item.name === table);
      return grown && (grown.range.bottom !== range.bottom || grown.range.right !== range.right)
        ? [{ table, before: range, after: grown.range }]
        : [];
    }),
  };
}

interface KeptCell {
  readonly sheet: string;
  /** `` = the whole sheet. */
  readonly address: string;
}

export interface Undone {
  readonly state: PreviewState;
  /** Cells changed since the run: undo leaves them as they are. */
  readonly leftAlone: readonly KeptCell[];
}

/** `edited` = sheets somebody typed in: such a sheet stays. */
export function undone(
  state: PreviewState,
  record: UndoRecord,
  nameOf: (id: string) => string | undefined,
  edited: ReadonlySet<string>,
): Undone {
  const leftAlone: KeptCell[] = [];
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
      book.sheets.find((item) => item.name === sheet),
      row,
      column,
    );
    if (sheet === undefined) continue;
    if (sameValue(held, after))
      actions.push({ kind: 'write', sheet, row, column, value: valueBack(before, formulaBefore) });
    else if (!sameValue(held, before)) leftAlone.push({ sheet, address: toA1(row, column) });
  }
  const added = record.addedSheets.flatMap((id) => nameOf(id) ?? []);
  leftAlone.push(...added.filter((sheet) => edited.has(sheet)).map((sheet) => ({ sheet, address: '' })));
  const gone = new Set(added.filter((sheet) => !edited.has(sheet)));
  const patched = patchBook(state.bytes, actions);
  const marks = new Map(state.marks);
  for (const { sheetId } of record.marks) marks.delete(nameOf(sheetId) ?? '');
  const charts = new Set(record.charts.map((chart) => chart.name));
  const unhidden = new Set((record.hidden ?? []).flatMap((id) => nameOf(id) ?? []));
  const resized = tablesBack(patched.ok ? patched.value.bytes : state.bytes, record);
  const bytes = unhidden.size > 0 ? (withSheetState(resized, unhidden, 'visible') ?? resized) : resized;
  return {
    leftAlone,
    state: {
      bytes: removeSheets(bytes, gone),
      marks,
      charts: state.charts.filter((chart) => !charts.has(chart.name)),
    },
  };
}

export function isSameRecord(x: UndoRecord, y: UndoRecord): boolean {
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
