/**
 * Sealed entries in a table of ours: rows are added below the present ones, never rewritten. The content of an entry
 * does not matter here.
 */
import type { SealedValue } from '../../core/council/sealed-columns.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { numberValue, textValue } from '../../core/sheets/council/look.ts';
import { FROM_COPY, findTable, type OwnTable, rowsOf, textOf } from '../book/own-tables.ts';
import type { HostAction, HostBook, HostTable } from '../host/port.ts';

interface SealedRow {
  /** In the order of the table's titles. */
  readonly cells: readonly SealedValue[];
  /** File name of the copy it came from; null = written here. */
  readonly from: string | null;
}

/** Actions that append these rows in order. */
export function sealedActions(
  book: HostBook,
  own: OwnTable,
  subtitle: string,
  added: readonly SealedRow[],
): readonly HostAction[] {
  if (added.length === 0) return [];
  const { sheet, table, title, columns } = own;
  const rows = added.map(({ cells, from }) => [...cells, from].map(newValue));
  const standing = findTable(book, table);
  if (!standing) return [{ kind: 'put-table', plan: { sheet, table, heading: [title, subtitle], columns, rows } }];
  const filled = (at: number) => rows.some((row) => (row[at]?.kind ?? 'empty') !== 'empty');
  const lost = columns.flatMap(({ name }, at) => (!standing.columns.includes(name) && filled(at) ? [name] : []));
  const more = isFreeAtRight(book, standing, lost.length) ? lost : [];
  // The columns may have been moved; the rows follow them.
  const places = [...standing.columns, ...more].map((name) => columns.findIndex((column) => column.name === name));
  const inOrder = rows.map((row) => places.map((at): NewValue => row[at] ?? { kind: 'empty' }));
  return [{ kind: 'append-rows', table, rows: inOrder, ...(more.length > 0 ? { added: more } : {}) }];
}

/** Nothing stands in the columns beside the table, from its header down: there it can grow. */
export function isFreeAtRight({ book }: HostBook, { sheet, range }: HostTable, width: number): boolean {
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? new Map<number, never>();
  return [...rows].every(
    ([row, cells]) =>
      row < range.top ||
      cells.every(({ column, value }) => column <= range.right || column > range.right + width || value === null),
  );
}

function newValue(value: SealedValue): NewValue {
  return typeof value === 'number' ? numberValue(value) : textValue(value);
}

/** Seal of an entry → file name of the copy it came from; those written here are not in it. */
export function originsIn(table: HostTable | undefined): ReadonlyMap<string, string> {
  const traces = rowsOf(table).map((row) => [textOf(row, 'Dấu vết'), textOf(row, FROM_COPY)] as const);
  return new Map(traces.filter(([, from]) => from !== ''));
}

/**
 * Seals to store once the log ends with `heads`: a seal that is missing from the log stays, so that the loss remains
 * visible.
 */
export function sealsAfter(
  log: readonly { readonly hash: string }[],
  heads: readonly string[],
  known: readonly string[],
): readonly string[] {
  const held = new Set(log.map(({ hash }) => hash));
  return [...heads, ...known.filter((seal) => !held.has(seal))];
}
