/** The sheet "Đơn vị": the register of units read from the workbook, and units added to it. */
import { readDate } from '../../core/grid/date.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register, RegisterUnit } from '../../core/report/register.ts';
import type { Result } from '../../core/result.ts';
import { dateValue, numberValue, textValue } from '../../core/sheets/council/look.ts';
import {
  hasRegisterHeader,
  REGISTER_TITLES,
  registerCells,
  registerFromBook,
} from '../../core/sheets/register-sheet.ts';
import { squashKey } from '../../core/text/text.ts';
import type { NewValue } from '../../core/workbook/port.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { done } from '../host/refusal.ts';
import { findTable, OWN_TABLES, putTable } from './own-tables.ts';

/**
 * The register as it stands; null when the workbook has no such sheet or no unit in it. Refused with the row that
 * cannot be understood.
 */
export function readRegister(book: HostBook, movement: Movement): Result<Register | null> {
  const table = findTable(book, OWN_TABLES.register.table);
  const name = table?.sheet ?? OWN_TABLES.register.sheet;
  const sheet = book.book.sheets.find((one) => one.name === name);
  if (!sheet || table?.rows.every((row) => row.every((value) => value === null || value === ''))) return done(null);
  // A sheet of the office's own that happens to have our name.
  if (!table && !hasRegisterHeader(sheet)) return done(null);
  return registerFromBook({ ...book.book, sheets: [sheet] }, movement.audiences);
}

/** What brings the sheet to this register. */
export function registerActions(book: HostBook, movement: Movement, register: Register): readonly HostAction[] {
  const nameOf = (kind: string) => movement.audiences.find((one) => one.kind === kind)?.name ?? kind;
  return putTable(
    book,
    OWN_TABLES.register,
    ['Tên gọi khác cách nhau bằng dấu chấm phẩy.'],
    register.map((unit) => registerCells(unit, nameOf(unit.audience)).map(cellValue)),
  );
}

const RECEIVED = REGISTER_TITLES.findIndex((title) => title.startsWith('Ngày'));

function cellValue(value: string | number | null, column: number): NewValue {
  if (typeof value === 'number') return numberValue(value);
  return column === RECEIVED && value !== null && readDate(value) ? dateValue(value) : textValue(value);
}

/** The units of the reports that stand, as a register to begin with. */
export function unitsReporting(
  reports: readonly { readonly report: { readonly audience: string }; readonly unit: string }[],
): Register {
  return reports.reduce<Register>((units, { report, unit }) => withUnits(units, [unit], report.audience), []);
}

/**
 * The register with units of these names; one that is there already is not added again. Names that differ by a tone are
 * two units.
 */
export function withUnits(register: Register, names: readonly string[], audience: string): Register {
  const known = new Set(register.filter((unit) => unit.audience === audience).map((unit) => squashKey(unit.name)));
  const added = names.flatMap((name): RegisterUnit[] => {
    if (known.has(squashKey(name))) return [];
    known.add(squashKey(name));
    const nothing = { otherNames: [], received: null, women: null, facts: [], awards: [], portalCode: null };
    return [{ name, audience, registered: true, ...nothing }];
  });
  return added.length === 0 ? register : [...register, ...added];
}
