/**
 * "Hồ sơ phong trào": a movement as the sheets of one workbook that an officer reads and corrects. read-dossier.ts
 * reads them back.
 */
import type { Movement } from '../movement/movement.ts';
import type { Register } from '../report/register.ts';
import { cell, HEADER, printSetup, SUBTITLE, TEXT, TITLE, textValue } from '../sheets/council/look.ts';
import { REGISTER_TITLES, registerCells } from '../sheets/register-sheet.ts';
import { newBook } from '../workbook/file.ts';
import type { NewSheet } from '../workbook/port.ts';
import { criteriaRows, criteriaTable, type SetRow, setsTable } from './criteria-tables.ts';
import { type Facts, factsSheet } from './facts.ts';
import * as plan from './plan-tables.ts';
import { type ScanPictures, scannedSheet } from './scanned-sheet.ts';
import { tableSheet } from './table.ts';

export const UNITS_SHEET = 'Đơn vị';
const NOTE = 'Sửa thẳng vào ô rồi lưu. Số có chữ “Đề xuất” ở cột Nguồn là của phần mềm, không phải của kế hoạch.';

/** The workbook's bytes. */
export function dossierBook(movement: Movement, units: Register = []): Uint8Array {
  return newBook(dossierSheets(movement, units));
}

/**
 * Its sheets: first those an officer works with, then what the plan says beside. `pictures` = cut out of the scan the
 * plan was read from, by the code of the number.
 */
export function dossierSheets(
  movement: Movement,
  units: Register = [],
  pictures: ScanPictures = new Map(),
): NewSheet[] {
  const { audiences, phases, awards } = movement;
  const withSource = <T extends { readonly source: Movement['quotas'][number]['source'] }>({ source, ...row }: T) => ({
    ...row,
    ...plan.sourceRow(source),
  });
  const criteria = criteriaTable(audiences, phases).criterion;
  return [
    factsSheet(factsOf(movement), awards, NOTE),
    ...(movement.scanned ? [scannedSheet(movement.scanned, pictures)] : []),
    tableSheet(plan.targetsTable(audiences), movement.targets),
    tableSheet(criteria, movement.criteriaSets.flatMap(criteriaRows)),
    tableSheet(plan.quotasTable(awards, phases), movement.quotas.map(withSource)),
    unitsSheet(units, movement),
    tableSheet(setsTable(audiences, phases), movement.criteriaSets.map(setRow)),
    tableSheet(plan.AUDIENCES, audiences.map(withSource)),
    tableSheet(plan.PHASES, phases.map(withSource)),
    tableSheet(plan.AWARDS, awards.map(withSource)),
    tableSheet(plan.standardsTable(audiences), movement.standards.map(withSource)),
    tableSheet(plan.CALENDAR, movement.calendar.map(withSource)),
    tableSheet(plan.CONTENTS, contentRows(movement)),
    tableSheet(plan.ROLES, movement.roles.map(withSource)),
    tableSheet(plan.BASES, movement.legalBases.map(basisRow)),
    tableSheet(plan.WARNINGS, movement.warnings),
  ];
}

function factsOf(movement: Movement): Facts {
  const { issuer, period, outOfTurn } = movement;
  return {
    id: movement.id,
    title: movement.title,
    otherTitles: movement.otherTitles,
    commune: issuer.commune,
    province: issuer.province,
    district: issuer.district,
    predecessors: movement.predecessors,
    validFrom: movement.validFrom,
    recipients: movement.recipients,
    planNumber: movement.plan.number,
    planDate: movement.plan.date,
    planDateText: movement.plan.dateText,
    planTitle: movement.plan.title,
    theme: movement.theme,
    from: period.from,
    to: period.to,
    scope: movement.scope,
    outOfTurn: outOfTurn?.text ?? null,
    outOfTurnAward: outOfTurn?.award ?? null,
    ...plan.sourceRow(outOfTurn?.source ?? { section: '' }),
  };
}

function setRow({ groups: _, criteria: __, ...set }: Movement['criteriaSets'][number]): SetRow {
  return set;
}

function contentRows({ contents, priorityFields }: Movement): plan.ContentRow[] {
  return [
    ...contents.map(({ code, text, source }) => ({ kind: 'content' as const, code, text, ...plan.sourceRow(source) })),
    ...priorityFields.map(({ code, name, source }) => ({
      kind: 'field' as const,
      code,
      text: name,
      ...plan.sourceRow(source),
    })),
  ];
}

function basisRow({ warning, ...basis }: Movement['legalBases'][number]): plan.BasisRow {
  return { ...basis, warningKind: warning?.kind ?? null, warningText: warning?.message ?? null };
}

const HEADER_ROW = 2;

/** In the columns every register of the program has. */
function unitsSheet(units: Register, { audiences }: Movement): NewSheet {
  const nameOf = (kind: string) => audiences.find((one) => one.kind === kind)?.name ?? kind;
  const values = units.map((unit) => registerCells(unit, nameOf(unit.audience)));
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
    print: printSetup(HEADER_ROW),
  };
}
