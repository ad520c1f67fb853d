/** The log of decisions as the visible table "Hội đồng", and back (sealed-table.ts says how). */

import { fromPoints, toPoints } from '../base/quantity/points.ts';
import type { Result } from '../base/result.ts';
import type { CellValue } from '../sheet/grid/sheet.ts';
import { entrySchema, isSealed, type LogEntry } from './entry.ts';
import { ENTRY_KINDS, KIND_NAMES } from './entry-kinds.ts';
import { LOG_COLUMNS } from './log-columns.ts';
import { type CellUnder, readLink, readSealedTable, type SealedReading, textOf } from './sealed-table.ts';

/** Reads the table back. Edited rows are listed and not used; refused when a column is missing. */
export function readLogTable(
  titles: readonly CellValue[],
  rows: readonly (readonly (CellValue | null)[])[],
): Result<SealedReading<LogEntry>> {
  return readSealedTable('Bảng quyết định của Hội đồng', LOG_COLUMNS, titles, rows, readEntry);
}

function readEntry(cellUnder: CellUnder): LogEntry | null {
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
