/**
 * Scoring and saving one report: read the unit's file, check, score and write the scored copy. ExcelJS gets the
 * finished actions for free and only loads the file, does the same writes, fills, notes and sheets, and saves. Both
 * must leave the same values in the same cells. Two kinds of files: the bundled demo as it is (one sheet each), and the
 * same reports in typical workbooks, with an annex of 60 × 10 cells.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { checkFiles } from '../core/judge/check/check.ts';
import { joinResults } from '../core/judge/run/run-result.ts';
import { scoreReports } from '../core/judge/run/score.ts';
import { findMovement } from '../core/movements/index.ts';
import { unitName } from '../core/report/match-unit.ts';
import { readReports } from '../core/report/read.ts';
import { toA1 } from '../core/sheet/grid/address.ts';
import { patchBook, readBook } from '../core/sheet/workbook/file.ts';
import { MARK_FILL } from '../core/sheet/workbook/marks.ts';
import type { Action, CellStyle, NewValue } from '../core/sheet/workbook/port.ts';
import { copyPlaces } from '../core/sheets/copy-place.ts';
import { scoredCopies } from '../core/sheets/scored-copy.ts';
import { interleave, median, ratio, sized, table, times } from './measure.ts';
import { addTypicalSheet } from './typical-workbooks.ts';

const FOLDER = 'cli/demo/ta-ma-2025';
const movement = findMovement('ta-ma-2023-2030');
if (!movement) throw new Error('the bundled movement is gone');
const period = { kind: 'year', year: 2025 } as const;
const demo: readonly InputFile[] = readdirSync(FOLDER).map((name) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(FOLDER, name))),
}));

interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file with an annex, as a library that is not ours saves it. */
async function withAnnex({ name, bytes }: InputFile, seed: number): Promise<InputFile> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  addTypicalSheet(workbook, 'Phụ lục', seed);
  return { name, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

interface Saved {
  readonly actions: readonly Action[];
  readonly bytes: Uint8Array;
}

/** The whole way for a single file; the actions are saved for the other contender. */
function scoreAndSave({ name, bytes }: InputFile): Saved {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const read = readReports(book.value, { file: name, movement: movement!, period });
  const context = { movement: movement!, period, asOf: null, register: null, previous: null, observations: null };
  const { flags, silent } = checkFiles([read], context);
  const scored = scoreReports({ movement: movement!, reports: read.reports, flags, register: null, period });
  const named = read.reports.map((report) => ({ report, unit: unitName(report, null) }));
  const joined = joinResults(named, flags, scored.sheets);
  const result = {
    movement: movement!,
    period,
    ...joined,
    flags,
    rankings: scored.rankings,
    impacts: scored.impacts,
    silent,
    register: null,
    observations: null,
  };
  const places = joined.reports.map((report) => ({ result: report, places: copyPlaces(book.value, report.report) }));
  const actions = scoredCopies(result)(name, places);
  const patched = patchBook(bytes, actions);
  if (!patched.ok) throw new Error(patched.refusal.message);
  return { actions, bytes: patched.value.bytes };
}

async function exceljsSave({ bytes }: InputFile, actions: readonly Action[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  for (const action of actions) {
    if (action.kind === 'add-sheet') {
      const sheet = workbook.addWorksheet(action.sheet.name);
      for (const cell of action.sheet.cells) {
        const target = sheet.getCell(cell.row + 1, cell.column + 1);
        target.value = plainValue(cell.value);
        dress(target, cell.style);
      }
      for (const [column, width] of action.sheet.columnWidths ?? []) sheet.getColumn(column + 1).width = width;
      continue;
    }
    const sheet = workbook.getWorksheet(action.sheet);
    if (!sheet) throw new Error(`no sheet ${action.sheet}`);
    if (action.kind === 'column-width') sheet.getColumn(action.column + 1).width = action.width;
    else if (action.kind === 'style') {
      for (let row = action.range.top; row <= action.range.bottom; row++) {
        for (let column = action.range.left; column <= action.range.right; column++) {
          dress(sheet.getCell(row + 1, column + 1), action.style);
        }
      }
    } else if (action.kind === 'mark') {
      for (const { row, column, text } of action.texts ?? []) {
        const target = sheet.getCell(row + 1, column + 1);
        target.note = text;
        if (action.severity) dress(target, { fill: MARK_FILL[action.severity] });
      }
    } else {
      const target = sheet.getCell(toA1(action.row, action.column));
      if (action.kind === 'note') target.note = action.text;
      else {
        target.value = plainValue(action.value);
        dress(target, action.style);
      }
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function plainValue(value: NewValue): ExcelJS.CellValue {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'formula':
      return { formula: value.formula, result: value.value ?? 0 };
    case 'empty':
      return null;
  }
}

function dress(cell: ExcelJS.Cell, style: CellStyle | undefined): void {
  if (!style) return;
  if (style.fill) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${style.fill}` } };
  if (style.bold || style.fontName) {
    cell.font = { bold: style.bold ?? false, name: style.fontName ?? 'Times New Roman', size: style.fontSize ?? 13 };
  }
  if (style.border) {
    const thin = { style: 'thin' } as const;
    cell.border = { top: thin, left: thin, bottom: thin, right: thin };
  }
  if (style.numberFormat) cell.numFmt = style.numberFormat;
  if (style.wrap) cell.alignment = { wrapText: true };
}

/**
 * `sheet!row,column` → value of every cell that has a value. Zeros and empty texts of formulas, which ExcelJS drops,
 * are left out.
 */
function valuesOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const values = new Map<string, string>();
  for (const { name, rows } of book.value.sheets) {
    for (const [row, cells] of rows) {
      for (const { column, value, formula } of cells) {
        if (value === null || (formula !== undefined && !value)) continue;
        values.set(`${name}!${row},${column}`, JSON.stringify(value));
      }
    }
  }
  return values;
}

/** Both contenders must have done the same, or their times say nothing. */
function demandSame(name: string, ours: Uint8Array, theirs: Uint8Array): void {
  const [own, other] = [valuesOf(ours), valuesOf(theirs)];
  const [odd] = [...own].filter(([place, value]) => other.get(place) !== value);
  if (odd) throw new Error(`${name} ${odd[0]}: ${odd[1]}, ExcelJS ${other.get(odd[0])}`);
  if (own.size !== other.size) throw new Error(`${name}: ${own.size} values, ExcelJS ${other.size}`);
}

/**
 * Two rows: ExcelJS against the same work, finished actions written into the file, and against the whole way from bytes
 * to the scored copy.
 */
async function compare(what: string, files: readonly InputFile[]): Promise<readonly (readonly string[])[]> {
  const prepared = files.map((file) => ({ file, ...scoreAndSave(file) }));
  for (const { file, actions, bytes } of prepared) demandSame(file.name, bytes, await exceljsSave(file, actions));
  const [ours, exceljs, patch] = await interleave(
    [
      { name: 'ours', run: () => files.forEach((file) => void scoreAndSave(file)) },
      {
        name: 'exceljs',
        run: async () => {
          for (const { file, actions } of prepared) await exceljsSave(file, actions);
        },
      },
      {
        name: 'patch',
        run: () => {
          for (const { file, actions } of prepared) if (!patchBook(file.bytes, actions).ok) throw new Error(file.name);
        },
      },
    ],
    15,
  );
  const each = [ours!, exceljs!, patch!].map(({ rounds }) => (median(rounds) / files.length).toFixed(1));
  console.error(`${what}: ours ${each[0]} ms, ExcelJS ${each[1]} ms, patch ${each[2]} ms a report`);
  return [
    [`${what}: ExcelJS ÷ our patch, the same writes`, times(ratio(exceljs!, patch!)), '≥ 4'],
    [`${what}: ExcelJS ÷ our read, check, score and patch`, times(ratio(exceljs!, ours!)), '(≥ 4)'],
  ];
}

const typical = await Promise.all(demo.slice(0, sized(demo.length, 3)).map(withAnnex));
console.log(
  table(
    ['ExcelJS loads, writes the finished scores, notes and sheets, saves', 'ratio', 'wanted'],
    [...(await compare('demo files', demo)), ...(await compare('typical workbooks (annex of 60 × 10)', typical))],
  ),
);
