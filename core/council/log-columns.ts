/** The columns of the table "Hội đồng": an entry of the log as the cells of its row. */
import { fromPoints } from '../base/quantity/points.ts';
import type { LogEntry } from './entry.ts';
import { KIND_NAMES } from './entry-kinds.ts';
import { numberColumns, type SealedColumn, type SealedValue, sealColumns } from './sealed-columns.ts';

export const LOG_COLUMNS: readonly SealedColumn<LogEntry>[] = [
  ...numberColumns<LogEntry>(),
  { title: 'Người quyết định', show: ({ who }) => who },
  { title: 'Đơn vị', show: ({ unit }) => unit },
  { title: 'Tiêu chí', show: ({ criterion }) => criterion },
  { title: 'Cảnh báo', show: ({ flag }) => flag },
  { title: 'Quyết định', show: ({ kind }) => KIND_NAMES[kind] },
  { title: 'Điểm', show: ({ points }) => (points === null ? null : fromPoints(points)) },
  { title: 'Lý do', show: ({ reason }) => reason || null },
  { title: 'Dấu vết số liệu', show: ({ subject }) => subject },
  ...sealColumns<LogEntry>(),
];

/** Titles of the table's columns, in the order of `entryCells`. */
export const LOG_TITLES: readonly string[] = LOG_COLUMNS.map(({ title }) => title);

/** An entry as the cells of its row. */
export function entryCells(entry: LogEntry): readonly SealedValue[] {
  return LOG_COLUMNS.map(({ show }) => show(entry));
}
