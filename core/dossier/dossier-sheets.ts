/**
 * "Hồ sơ phong trào": a movement as the sheets of one workbook that an officer reads and corrects. read-dossier.ts
 * reads them back.
 */

import type { Movement } from '../movement/movement.ts';
import type { Register } from '../report/register.ts';
import type { Range } from '../sheet/grid/sheet.ts';
import { newBook } from '../sheet/workbook/file.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { cell, HEADER, printSetup, SUBTITLE, TEXT, TITLE, textValue } from '../sheets/council/look.ts';
import { REGISTER_TITLES, registerCells } from '../sheets/register-sheet.ts';
import { yesNo } from './codec.ts';
import { factsOf } from './dossier-facts.ts';
import { dossierTables } from './dossier-tables.ts';
import { factsSheet } from './facts.ts';
import { listsSheet } from './lists-sheet.ts';
import { AUDIENCE_LIST } from './plan-tables.ts';
import { type ScanPictures, scannedSheet } from './scanned-sheet.ts';
import { choosing, type RowCounts } from './table.ts';

export const UNITS_SHEET = 'Đơn vị';
const NOTE = 'Sửa thẳng vào ô rồi lưu. Số có chữ “Đề xuất” ở cột Nguồn là của phần mềm, không phải của kế hoạch.';

/** The workbook's bytes. */
export function dossierBook(movement: Movement, units: Register = [], pictures?: ScanPictures): Uint8Array {
  return newBook(dossierSheets(movement, units, pictures));
}

/**
 * The dossier's sheets: first those that an officer works with, then the plan's own content. `pictures` = cut out of
 * the scan the plan was read from, by the code of the number.
 */
export function dossierSheets(
  movement: Movement,
  units: Register = [],
  pictures: ScanPictures = new Map(),
): NewSheet[] {
  const tables = dossierTables(movement);
  const { targets, criteria, quotas, ...others } = tables;
  const counts: RowCounts = new Map(Object.values(tables).map(({ count }) => count));
  return [
    factsSheet(factsOf(movement), movement.awards, NOTE, counts),
    ...(movement.scanned ? [scannedSheet(movement.scanned, pictures)] : []),
    ...[targets, criteria, quotas].map((table) => table.sheet(counts)),
    unitsSheet(units, movement, counts),
    ...Object.values(others).map((table) => table.sheet(counts)),
    listsSheet(),
  ];
}

const HEADER_ROW = 2;
/** Rows below the last unit that have the lists. */
const SPARE_ROWS = 300;

/** In the columns every register of the program has. */
function unitsSheet(units: Register, { audiences }: Movement, counts: RowCounts): NewSheet {
  const nameOf = (kind: string) => audiences.find((audience) => audience.kind === kind)?.name ?? kind;
  const values = units.map((unit) => registerCells(unit, nameOf(unit.audience)));
  const column = (title: string): Range => {
    const at = REGISTER_TITLES.indexOf(title);
    return { top: HEADER_ROW + 1, bottom: HEADER_ROW + units.length + SPARE_ROWS, left: at, right: at };
  };
  return {
    name: UNITS_SHEET,
    cells: [
      cell(0, 0, textValue('DANH SÁCH ĐƠN VỊ'), TITLE),
      cell(1, 0, textValue('Chỉ cần tên và đối tượng; các cột khác ghi khi có.'), SUBTITLE),
      ...REGISTER_TITLES.map((title, at) => cell(HEADER_ROW, at, textValue(title), HEADER)),
      ...values.flatMap((row, at) =>
        row.map((value, column) =>
          cell(
            HEADER_ROW + 1 + at,
            column,
            typeof value === 'number' ? { kind: 'number', number: value } : textValue(value),
            TEXT,
          ),
        ),
      ),
    ],
    columnWidths: new Map(REGISTER_TITLES.map((_, at) => [at, at === 0 ? 40 : 18])),
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    validations: [
      ...choosing({ title: 'Đối tượng', codec: {}, from: AUDIENCE_LIST }, column('Đối tượng'), counts),
      ...choosing({ title: 'Đăng ký', codec: yesNo(true) }, column('Đăng ký'), counts),
    ],
    print: printSetup(HEADER_ROW),
  };
}
