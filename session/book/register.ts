/** The sheet "Đơn vị": the register of units read from the workbook. What writes it: register-actions.ts. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { registerFromBook, registerRows } from '../../core/sheets/register-sheet.ts';
import type { HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES } from './own-tables.ts';

/**
 * The register as it stands; null when the workbook has no such sheet or no unit in it. Refused with the row that
 * cannot be understood.
 */
export function readRegister(book: HostBook, movement: Movement): Result<Register | null> {
  const table = findTable(book, OWN_TABLES.register.table);
  const name = table?.sheet ?? OWN_TABLES.register.sheet;
  const sheet = book.book.sheets.find((sheet) => sheet.name === name);
  if (!sheet || table?.rows.every((row) => row.every((value) => value === null || value === ''))) return done(null);
  if (table) return registerFromBook({ ...book.book, sheets: [sheet] }, movement.audiences);
  // The dossier's own sheet, or an office's sheet that happens to have our name.
  const read = registerRows(sheet, movement.audiences, book.book.date1904);
  const fault = read?.faults[0];
  if (fault) return refuse('register', `Danh sách đơn vị, hàng ${fault.row}: ${fault.message}`);
  return done(read && read.units.length > 0 ? read.units : null);
}
