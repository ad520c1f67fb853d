/**
 * The sheet "Chỉ số" in the office's workbook: captured indicator values as rows, and back. Its columns and how a row
 * is read are core's.
 */
import { sourceOf } from '../../core/portal/capture/source.ts';
import { difference } from '../../core/portal/indicator/difference.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { type ChangeOf, indicatorCells } from '../../core/sheets/indicator-cells.ts';
import { CHANGE_TITLE, INDICATOR_COLUMNS, INDICATOR_NOTE } from '../../core/sheets/indicator-columns.ts';
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
  const changeOf = changesOver(book);
  const used = INDICATOR_COLUMNS.filter(({ title, later }) => !later || !standing || standing.includes(title));
  return putTable(
    book,
    { ...own, columns: own.columns.filter(({ name }) => used.some(({ title }) => title === name)) },
    [INDICATOR_NOTE],
    observations.map((observation) => indicatorCells(observation, changeOf, used)),
  );
}

/**
 * An unchanged row keeps its change; a row that replaces another gets its change against that row, but only from the
 * same source: two sources count differently.
 */
function changesOver(book: HostBook): ChangeOf {
  const table = findTable(book, OWN_TABLES.observations.table);
  const places = fieldPlaces(table?.columns ?? []);
  const at = table?.columns.indexOf(CHANGE_TITLE) ?? -1;
  const held = new Map(
    (table?.rows ?? []).flatMap((row) => {
      const item = observationOfRow((field) => row[places.get(field) ?? -1] ?? null, '');
      const change = row[at];
      return typeof item === 'string'
        ? []
        : [[observationKey(item), { one: item, change: typeof change === 'number' ? change : null }] as const];
    }),
  );
  const source = ({ provenance: { reader, url } }: Observation) => sourceOf(reader.id, url);
  return (observation) => {
    const before = held.get(observationKey(observation));
    if (!before) return null;
    if (before.one.provenance.capturedAt === observation.provenance.capturedAt) return before.change;
    return source(before.one) === source(observation) ? difference(observation.value, before.one.value) : null;
  };
}

/** A later capture of the same indicator, unit and period replaces the earlier; all others stay. */
export function mergeObservations(held: readonly Observation[], added: readonly Observation[]): readonly Observation[] {
  const merged = new Map(held.map((observation) => [observationKey(observation), observation]));
  for (const observation of added) merged.set(observationKey(observation), observation);
  return [...merged.values()];
}

/** Same indicator, unit and period. */
export function observationKey({ indicator, unit, period }: Observation): string {
  return JSON.stringify([indicator, unit.code ?? unit.id ?? unit.name, period]);
}
