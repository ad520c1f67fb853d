/**
 * The sheet "Chỉ tiêu giao": a target for each unit and criterion. Two layouts are read: a row for each target, or, as
 * plans have it ("giao cho từng thôn"), units down and criteria across, a column for each code or title.
 */
import { parsePeriod, periodKey } from '../base/period/period.ts';
import { bareKey } from '../base/text/text.ts';
import type { Movement } from '../movement/movement.ts';
import { factsOf } from '../movement/rule.ts';
import type { AssignedTarget } from '../report/assigned-targets.ts';
import { matchUnit } from '../report/match-unit.ts';
import type { Register } from '../report/register.ts';
import { readNumberText } from '../sheet/grid/number-text.ts';
import { type Cell, type CellValue, isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import { type TitledRow, titledRows } from './titled-rows.ts';

export const ASSIGNED_SHEET = 'Chỉ tiêu giao';
/** Title and width in characters, in the order of the cells. */
export const ASSIGNED_TABLE = [
  ['Đơn vị', 36],
  ['Mã tiêu chí', 12],
  ['Chỉ tiêu giao', 16],
  ['Kỳ', 10],
] as const;

const UNIT = [
  'Đơn vị',
  'Tên đơn vị',
  'Đơn vị, địa phương',
  'Thôn',
  'Bản',
  'Thôn, bản',
  'Tên thôn',
  'Tên bản',
  'Xóm',
  'Tổ dân phố',
];
const COLUMNS = {
  unit: UNIT,
  criterion: ['Mã tiêu chí', 'Tiêu chí', 'Mã'],
  value: ['Chỉ tiêu giao', 'Chỉ tiêu', 'Giao', 'Mức giao'],
  period: ['Kỳ', 'Năm', 'Kỳ báo cáo'],
} as const;

export interface AssignedRead {
  readonly targets: readonly AssignedTarget[];
  /** Vietnamese sentences on cells that cannot be used. */
  readonly faults: readonly string[];
}

interface AssignedSetting {
  readonly movement: Movement;
  readonly register: Register | null;
}

/** null = the sheet is in neither layout. */
export function readAssigned(sheet: Pick<Sheet, 'name' | 'rows'>, setting: AssignedSetting): AssignedRead | null {
  const rows = titledRows(sheet, COLUMNS, ['unit', 'criterion', 'value']);
  return rows === null ? readMatrix(sheet, setting) : readRows(sheet.name, rows, setting);
}

function readRows(
  name: string,
  rows: readonly TitledRow<keyof typeof COLUMNS>[],
  setting: AssignedSetting,
): AssignedRead {
  const targets: AssignedTarget[] = [];
  const faults: string[] = [];
  const codes = codesOf(setting.movement);
  for (const { number, text, value } of rows) {
    const at = `Trang “${name}”, hàng ${number}`;
    const typed = value('criterion');
    const code = codes.get(bareKey(typeof typed === 'number' ? String(typed) : text('criterion')));
    const unit = unitIn(text('unit'), setting);
    const given = targetIn(value('value'));
    const written = text('period');
    const period = written === '' ? null : parsePeriod(written);
    if (given === null) continue;
    if (unit === null) faults.push(`${at}: không có đơn vị “${text('unit')}” trong danh sách.`);
    else if (code === undefined)
      faults.push(`${at}: “${text('criterion')}” không phải tiêu chí chấm theo chỉ tiêu giao.`);
    else if (given === undefined) faults.push(`${at}: “${text('value')}” không phải là một số rõ ràng.`);
    else if (period === undefined) faults.push(`${at}: không hiểu kỳ “${written}”.`);
    else targets.push({ unit, criterion: code, period: period === null ? '' : periodKey(period), value: given });
  }
  return { targets, faults };
}

/** Rows of the sheet looked at for the headings. */
const HEADER_ROWS = 20;

function readMatrix({ name, rows }: Pick<Sheet, 'name' | 'rows'>, setting: AssignedSetting): AssignedRead | null {
  const codes = codesOf(setting.movement);
  const units = new Set(UNIT.map(bareKey));
  const inOrder = [...rows].sort(([x], [y]) => x - y);
  for (const [row, cells] of inOrder.filter(([at]) => at < HEADER_ROWS)) {
    const first = cells.find(({ value }) => typeof value === 'string' && units.has(bareKey(value)));
    if (!first) continue;
    const columns = new Map(
      cells.flatMap(({ column, value }) => {
        const code = isCellError(value) ? undefined : headingCode(String(value), codes);
        return code === undefined || column === first.column ? [] : [[column, code] as const];
      }),
    );
    if (columns.size === 0) continue;
    const targets: AssignedTarget[] = [];
    const rest = cells.filter(({ column }) => column > first.column && !columns.has(column));
    const faults = rest
      .filter(({ column }) =>
        inOrder.some(([at, below]) => at > row && holdsTarget(below, column, first.column, setting)),
      )
      .map(
        ({ value }) =>
          `Trang “${name}”, cột “${isCellError(value) ? value.error : value}” không phải tiêu chí chấm theo chỉ tiêu giao nên không dùng.`,
      );
    for (const [at, below] of inOrder.filter(([number]) => number > row)) {
      const named = below.find(({ column }) => column === first.column)?.value;
      const unit = typeof named === 'string' ? unitIn(named, setting) : null;
      const filled = below.filter(({ column }) => columns.has(column));
      if (unit === null && filled.length > 0 && typeof named === 'string' && !SUMS.test(named))
        faults.push(`Trang “${name}”, hàng ${at + 1}: không có đơn vị “${named}” trong danh sách.`);
      if (unit === null) continue;
      for (const { column, value } of filled) {
        const given = targetIn(isCellError(value) ? '#' : value);
        const criterion = columns.get(column) ?? '';
        if (given === undefined)
          faults.push(
            `Trang “${name}”, hàng ${at + 1}, tiêu chí ${criterion}: “${isCellError(value) ? value.error : value}” không phải là một số rõ ràng.`,
          );
        else if (given !== null) targets.push({ unit, criterion, period: '', value: given });
      }
    }
    return { targets, faults };
  }
  return null;
}

/** A figure in a unit's row. */
function holdsTarget(cells: readonly Cell[], column: number, unitColumn: number, setting: AssignedSetting): boolean {
  const valueAt = (at: number) => cells.find((cell) => cell.column === at)?.value ?? null;
  const [named, value] = [valueAt(unitColumn), valueAt(column)];
  return (
    typeof named === 'string' &&
    unitIn(named, setting) !== null &&
    !isCellError(value) &&
    typeof targetIn(value) === 'number'
  );
}

/** Rows that add the units up. */
const SUMS = /^\s*(?:tổng|cộng|toàn xã)/iu;

/** Codes, and titles, of all that is scored by a target given out. */
function codesOf({ criteriaSets }: Movement): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const take = (code: string, title: string) => {
    found.set(bareKey(code), code);
    if (!found.has(bareKey(title))) found.set(bareKey(title), code);
  };
  for (const { criteria } of criteriaSets)
    for (const { code, title, rule } of criteria) {
      if (factsOf(rule).byAssignment) take(code, title);
      for (const part of factsOf(rule).parts)
        if (factsOf(part.rule).byAssignment) take(`${code}.${part.code}`, part.title);
    }
  return found;
}

/** `1.2`, `1.2. Số hộ có tài khoản`, or the title alone. */
function headingCode(text: string, codes: ReadonlyMap<string, string>): string | undefined {
  const [, opening = ''] = /^\s*(?:tiêu chí\s+)?([0-9A-Za-z]+(?:\.[0-9A-Za-z]+)*)[.:)\s]/iu.exec(`${text} `) ?? [];
  return codes.get(bareKey(text)) ?? codes.get(bareKey(opening));
}

function unitIn(text: string, { register }: AssignedSetting): string | null {
  const name = text.normalize('NFC').trim();
  if (name === '') return null;
  return register === null ? name : (matchUnit(name, register)?.name ?? null);
}

const NONE = new Set(['không giao', 'không giao chỉ tiêu', '-', '–', '—', 'x'].map((text) => bareKey(text)));

/** null = the cell is empty, undefined = it holds no figure. */
function targetIn(cell: CellValue | null): number | 'none' | null | undefined {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return cell;
  const text = String(cell).normalize('NFC').trim();
  if (text === '') return null;
  if (NONE.has(bareKey(text)) || /^[-–—]$/u.test(text)) return 'none';
  const read = readNumberText(text.replace(/\s*%$/u, ''), 'decimal');
  return read?.kind === 'number' ? read.value : undefined;
}
