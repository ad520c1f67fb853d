/** The log of decisions as the visible table "Hội đồng", and back (sealed-table.ts says how). */
import type { CellValue } from '../grid/sheet.ts';
import { fromPoints, toPoints } from '../movement/points.ts';
import type { Result } from '../workbook/port.ts';
import { ENTRY_KINDS, type Entry, entrySchema, isSealed, KIND_NAMES } from './entry.ts';
import {
  type CellUnder,
  numberColumns,
  readLink,
  readSealedTable,
  type SealedColumn,
  type SealedReading,
  type Shown,
  sealColumns,
  textOf,
} from './sealed-table.ts';

const COLUMNS: readonly SealedColumn<Entry>[] = [
  ...numberColumns<Entry>(),
  { title: 'Người quyết định', show: ({ who }) => who },
  { title: 'Đơn vị', show: ({ unit }) => unit },
  { title: 'Tiêu chí', show: ({ criterion }) => criterion },
  { title: 'Cảnh báo', show: ({ flag }) => flag },
  { title: 'Quyết định', show: ({ kind }) => KIND_NAMES[kind] },
  { title: 'Điểm', show: ({ points }) => (points === null ? null : fromPoints(points)) },
  { title: 'Lý do', show: ({ reason }) => reason || null },
  { title: 'Dấu vết số liệu', show: ({ subject }) => subject },
  ...sealColumns<Entry>(),
];

/** Titles of the table's columns, in the order of `entryCells`. */
export const LOG_TITLES: readonly string[] = COLUMNS.map(({ title }) => title);

/** One entry as the cells of its row. */
export function entryCells(entry: Entry): readonly Shown[] {
  return COLUMNS.map(({ show }) => show(entry));
}

/** Reads the table back. Edited rows are listed and not used; refused when a column is missing. */
export function readLogTable(
  titles: readonly CellValue[],
  rows: readonly (readonly (CellValue | null)[])[],
): Result<SealedReading<Entry>> {
  return readSealedTable('Bảng quyết định của Hội đồng', COLUMNS, titles, rows, readEntry);
}

function readEntry(cellUnder: CellUnder): Entry | null {
  const text = (title: string) => textOf(cellUnder(title));
  const parsed = entrySchema.safeParse({
    ...readLink(cellUnder),
    who: text('Người quyết định'),
    unit: text('Đơn vị'),
    criterion: text('Tiêu chí') || null,
    flag: text('Cảnh báo') || null,
    kind: ENTRY_KINDS.find((kind) => KIND_NAMES[kind] === text('Quyết định')),
    points: readPoints(cellUnder('Điểm')),
    reason: text('Lý do'),
    subject: text('Dấu vết số liệu'),
  });
  return parsed.success && isSealed(parsed.data) ? parsed.data : null;
}

/** undefined for what we did not write: a text, or a number finer than hundredths. */
function readPoints(value: CellValue): number | null | undefined {
  if (value === '') return null;
  if (typeof value !== 'number') return undefined;
  const points = toPoints(value);
  return fromPoints(points) === value ? points : undefined;
}
