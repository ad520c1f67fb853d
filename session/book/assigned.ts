/** Targets given out to units, in the office's workbook: the sheet "Chỉ tiêu giao". */
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { ASSIGNED_SHEET, ASSIGNED_TABLE, type AssignedRead, readAssigned } from '../../core/sheets/assigned-sheet.ts';
import type { HostBook } from '../host/port.ts';
import { ASSIGNED_LIST, findTable, type OwnTable } from './own-tables.ts';

export const ASSIGNED: OwnTable = {
  ...ASSIGNED_LIST,
  title: 'CHỈ TIÊU GIAO CHO TỪNG ĐƠN VỊ',
  columns: ASSIGNED_TABLE.map(([name, width]) => ({ name, width })),
};
const NOTHING: AssignedRead = { targets: [], faults: [] };

/** By our table, wherever it stands by now, or by the sheet's name. */
export function assignedTargets(
  { book, tables }: Pick<HostBook, 'book' | 'tables'>,
  movement: Movement,
  register: Register | null,
): AssignedRead {
  const name = (findTable({ tables }, ASSIGNED.table)?.sheet ?? ASSIGNED_SHEET).normalize('NFC');
  const sheet = book.sheets.find((own) => own.name.normalize('NFC') === name);
  if (!sheet) return NOTHING;
  return (
    readAssigned(sheet, { movement, register }) ?? {
      targets: [],
      faults: [`Trang “${sheet.name}” không có các cột của bảng giao chỉ tiêu nên không dùng.`],
    }
  );
}
