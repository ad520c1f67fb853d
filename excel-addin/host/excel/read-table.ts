/** A table of the workbook from the cells already read. */

import type { Range, Sheet } from '../../../core/sheet/grid/sheet.ts';
import type { HostTable } from '../../../session/host/port.ts';

/** The table over `range` (header row included; a row of totals is left out of `rows`). */
export function tableOf(name: string, sheet: Pick<Sheet, 'name' | 'rows'>, range: Range, totals: boolean): HostTable {
  const line = (row: number) => {
    const cells = new Map(sheet.rows.get(row)?.map((cell) => [cell.column, cell.value]));
    return columnsOf(range).map((column) => cells.get(column) ?? null);
  };
  const bottom = totals ? range.bottom - 1 : range.bottom;
  const rows = Array.from({ length: Math.max(0, bottom - range.top) }, (_, index) => line(range.top + 1 + index));
  const columns = line(range.top).map((value) => (value === null || typeof value === 'object' ? '' : String(value)));
  return { name, sheet: sheet.name, range, columns, rows };
}

function columnsOf({ left, right }: Range): number[] {
  return Array.from({ length: right - left + 1 }, (_, index) => left + index);
}
