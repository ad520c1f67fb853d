/** The sheet "Đơn vị" brought to a list of units, and units added to it. */

import { squashKey } from '../../core/base/text/text.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { type Register, type RegisterUnit, unitNamed } from '../../core/report/register.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import { cellAt, type Sheet } from '../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { dateValue, numberValue, textValue } from '../../core/sheets/council/look.ts';
import { REGISTER_DAYS, registerCells, registerPlace } from '../../core/sheets/register-sheet.ts';
import { holds } from '../host/holds.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES, putTable } from './own-tables.ts';

/** What brings the sheet to this register: our table, or the sheet that stands in its place with the same titles. */
export function registerActions(book: HostBook, movement: Movement, register: Register): readonly HostAction[] {
  const nameOf = (kind: string) => movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
  const rows = register.map((unit) => registerCells(unit, nameOf(unit.audience)).map(cellValue));
  const { table, sheet: name } = OWN_TABLES.register;
  const standing = findTable(book, table) ? undefined : book.book.sheets.find((sheet) => sheet.name === name);
  const place = standing && registerPlace(standing);
  if (place) return rowsBelow(standing, place, rows);
  return putTable(book, OWN_TABLES.register, ['Tên gọi khác cách nhau bằng dấu chấm phẩy.'], rows);
}

/** Writes the rows under titles that stand, and empties what stood further down in their columns. */
function rowsBelow(
  sheet: Sheet,
  { row: header, columns }: NonNullable<ReturnType<typeof registerPlace>>,
  rows: readonly (readonly NewValue[])[],
): readonly HostAction[] {
  const last = Math.max(header + rows.length, ...sheet.rows.keys());
  const actions: HostAction[] = [];
  for (let row = header + 1; row <= last; row++)
    columns.forEach((column, at) => {
      const value = rows[row - header - 1]?.[at] ?? { kind: 'empty' };
      if (column === null || holds(cellAt(sheet, row, column)?.value ?? null, value)) return;
      actions.push({ kind: 'write', sheet: sheet.name, row, column, value });
    });
  return actions;
}

function cellValue(value: string | number | null, column: number): NewValue {
  if (typeof value === 'number') return numberValue(value);
  return REGISTER_DAYS.has(column) && value !== null && readDate(value) ? dateValue(value) : textValue(value);
}

/** The units of the reports that stand, as a register to begin with. */
export function unitsReporting(
  reports: readonly { readonly report: { readonly audience: string }; readonly unit: string }[],
): Register {
  return reports.reduce<Register>((units, { report, unit }) => withUnits(units, [unit], report.audience), []);
}

/** The register with units of these names, of which nothing else is known. */
export function withUnits(register: Register, names: readonly string[], audience: string): Register {
  return withListed(
    register,
    names.map((name) => unitNamed(name, audience)),
  );
}

/**
 * The register with these units appended; a unit that is already there is not added again and stays unchanged. Names
 * that differ by a tone are two units.
 */
export function withListed(register: Register, units: Register): Register {
  const keyOf = ({ name, audience }: RegisterUnit) => `${audience} ${squashKey(name)}`;
  const known = new Set(register.map(keyOf));
  const added = units.filter((unit) => {
    const isNew = !known.has(keyOf(unit));
    known.add(keyOf(unit));
    return isNew;
  });
  return added.length === 0 ? register : [...register, ...added];
}
