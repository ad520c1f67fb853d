/**
 * The sheet "Chỉ số" in the office's workbook: captured indicator values as rows, and back. Its columns and how a row
 * is read are core's.
 */
import type { Observation } from '../../core/indicator/observation.ts';
import { INDICATOR_COLUMNS, INDICATOR_NOTE } from '../../core/sheets/indicator-columns.ts';
import { fieldPlaces, observationOfRow } from '../../core/sheets/indicator-rows.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES, putTable } from './own-tables.ts';

export interface ReadObservations {
  /** null = there is no such sheet. */
  readonly observations: readonly Observation[] | null;
  /** Vietnamese sentences on rows that could not be read. */
  readonly notes: readonly string[];
}

export function readObservations(book: HostBook): ReadObservations {
  const table = findTable(book, OWN_TABLES.observations.table);
  if (!table) return { observations: null, notes: [] };
  const places = fieldPlaces(table.columns);
  const notes: string[] = [];
  const observations: Observation[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (row.every((value) => value === null || value === '')) continue;
    const read = observationOfRow((field) => row[places.get(field) ?? -1] ?? null, '');
    if (typeof read !== 'string') observations.push(read);
    else notes.push(`Trang "${table.sheet}", dòng ${index + 1} của bảng: ${read} Dòng này không được dùng.`);
  }
  return { observations, notes };
}

/** What brings the sheet to these observations. A sheet of an earlier version keeps its fewer columns. */
export function observationActions(book: HostBook, observations: readonly Observation[]): readonly HostAction[] {
  const own = OWN_TABLES.observations;
  const standing = findTable(book, own.table)?.columns;
  const kept = INDICATOR_COLUMNS.map(({ title, later }) => !later || !standing || standing.includes(title));
  return putTable(
    book,
    { ...own, columns: own.columns.filter((_, at) => kept[at]) },
    [INDICATOR_NOTE],
    observations.map((one) => INDICATOR_COLUMNS.filter((_, at) => kept[at]).map(({ value }) => value(one))),
  );
}

/** A later capture of the same indicator, unit and period takes the earlier one's place; all others stay. */
export function mergeObservations(held: readonly Observation[], added: readonly Observation[]): readonly Observation[] {
  const merged = new Map(held.map((one) => [observationKey(one), one]));
  for (const one of added) merged.set(observationKey(one), one);
  return [...merged.values()];
}

/** Same indicator, unit and period. */
export function observationKey({ indicator, unit, period }: Observation): string {
  return JSON.stringify([indicator, unit.code ?? unit.id ?? unit.name, period]);
}
