/**
 * The table of the form: header, groups, criteria, parts and the total. The only formulas are the ratios and the total.
 */

import { formatNumber, fromPoints, type Points } from '../base/quantity/points.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import { factsOf, partsOf } from '../movement/rule.ts';
import { targetText } from '../movement/rules/wording.ts';
import { toA1 } from '../sheet/grid/address.ts';
import type { CellStyle, NewCell, NewValue } from '../sheet/workbook/port.ts';
import type { FormColumn, FormGrid, FormLine, FormRow } from './form-grid.ts';
import * as look from './form-look.ts';
import type { FormShape, FormSubject } from './form-subject.ts';
import { joined, methodText, PROPOSED, sharedSentences } from './method-text.ts';
import { textOrEmpty as text } from './spans.ts';

const HEADERS: Readonly<Partial<Record<FormColumn, string>>> = {
  code: 'Mã',
  title: 'Tiêu chí',
  basis: 'Căn cứ kế hoạch',
  unit: 'ĐVT',
  target: 'Chỉ tiêu',
  max: 'Điểm tối đa',
  method: 'Cách tính điểm',
  baseline: 'Trước phong trào',
  numerator: 'Số thực hiện (a)',
  denominator: 'Tổng số (b)',
  value: 'Kết quả',
  self: 'Điểm tự chấm',
  before: 'Tiến độ kỳ trước',
  evidence: 'Minh chứng',
  explanation: 'Giải trình',
};
const OTHER_HEADERS: Readonly<Record<FormShape, typeof HEADERS>> = {
  full: {},
  short: { title: 'Nội dung', explanation: 'Ghi chú' },
  'follow-up': { method: 'Cách tính', explanation: 'Ghi chú' },
};

/** The unit's own values that rows print, by the code of the criterion or part. */
type OfUnit = Pick<FormSubject, 'before' | 'assigned'>;

/** Header, group rows, criteria, parts and the total. */
export function tableCells(grid: FormGrid, set: CriteriaSet, ofUnit: OfUnit = {}): readonly NewCell[] {
  const words = { ...HEADERS, ...OTHER_HEADERS[grid.shape] };
  // The plan awards no points: a single mark counts for the whole column.
  const ours = grid.isOurs ? `\n${PROPOSED}` : '';
  const header = [...grid.columns].map(([role, column]): NewCell => {
    const value = text(`${words[role] ?? ''}${role === 'method' && grid.shape === 'full' ? ours : ''}`);
    return { row: grid.headerRow, column, value, style: look.HEADER };
  });
  const shared = sharedOf(grid);
  const rows = grid.rows.flatMap((row) => rowCells(grid, row, shared.get(row) ?? [], ofUnit));
  return [...header, ...rows, ...totalCells(grid, set)];
}

/** What the lines of each group have in common, for its own row and theirs; the short form has room for each. */
function sharedOf({ rows, shape, committee }: FormGrid): ReadonlyMap<FormRow, readonly string[]> {
  const shared = new Map<FormRow, readonly string[]>();
  if (shape !== 'full') return shared;
  const heads = rows.filter((row) => row.kind === 'group');
  for (const head of heads) {
    const next = heads.find(({ row }) => row > head.row)?.row ?? Number.POSITIVE_INFINITY;
    const own = rows.filter(({ row }) => row > head.row && row < next);
    const lines = own.flatMap((row) => (row.kind === 'line' && row.line.criterion.group === head.code ? row.line : []));
    const sentences = sharedSentences(lines, committee, shape);
    for (const row of [head, ...own]) shared.set(row, sentences);
  }
  return shared;
}

function rowCells(
  grid: FormGrid,
  row: FormRow,
  shared: readonly string[],
  { before, assigned }: OfUnit,
): readonly NewCell[] {
  return [...grid.columns].map(([role, column]): NewCell => {
    const at = { row: row.row, column };
    if (row.kind === 'group') return { ...at, value: groupValue(row, role, shared), style: groupStyle(role, row) };
    const { line } = row;
    if (role === 'before') return { ...at, value: text(before?.get(line.code) ?? ''), style: look.printed(role) };
    const own = role === 'target' && factsOf(line.rule).byAssignment ? assigned?.get(line.code) : undefined;
    if (own !== undefined) return { ...at, value: text(ownTarget(own, line)), style: printedStyle(line, role) };
    if (isPrinted(role))
      return { ...at, value: printedValue(line, role, grid, shared), style: printedStyle(line, role) };
    if (role === 'value' && line.open.has('numerator')) {
      return { ...at, value: ratio(grid, row.row), style: { ...look.printed(role), numberFormat: '0.00' } };
    }
    const style = line.open.has(role) ? look.open(role, isWords(line, role, grid.shape)) : look.closed(role);
    return { ...at, value: { kind: 'empty' }, style };
  });
}

const PRINTED = ['code', 'title', 'basis', 'unit', 'target', 'max', 'method'] as const satisfies readonly FormColumn[];
type Printed = (typeof PRINTED)[number];

function isPrinted(role: FormColumn): role is Printed {
  return PRINTED.some((text) => text === role);
}

function groupValue(row: Extract<FormRow, { kind: 'group' }>, role: FormColumn, shared: readonly string[]): NewValue {
  if (role === 'code') return text(row.code);
  if (role === 'method') return text(shared.length === 0 ? '' : `Chung cả nhóm: ${joined(shared)}`);
  if (role === 'title') return text(row.title);
  return role === 'max' && row.maxPoints > 0 ? points(row.maxPoints) : { kind: 'empty' };
}

/** A group's title runs on over the empty cells beside it. */
function groupStyle(role: FormColumn, { title }: Extract<FormRow, { kind: 'group' }>): CellStyle {
  const horizontal = look.printed(role).horizontal;
  const style = horizontal === undefined ? look.GROUP : { ...look.GROUP, horizontal };
  if (role === 'method') return { ...style, bold: false, italic: true };
  return role === 'title' && title.length <= GROUP_LETTERS ? { ...style, wrap: false } : style;
}

/** Bold letters that fit over title, unit and target. */
const GROUP_LETTERS = 32;

function printedValue(
  line: FormLine,
  role: Printed,
  { shape, committee, isOurs }: FormGrid,
  shared: readonly string[],
): NewValue {
  const { target } = line.criterion;
  switch (role) {
    case 'code':
      return text(line.code);
    case 'title':
      return text(line.title);
    case 'basis':
      return text(basisText(line));
    case 'unit':
      return text(unitText(line));
    case 'target':
      return target === null || !hasFigure(line)
        ? { kind: 'empty' }
        : text(`${targetText(target.comparator, target.value, line.criterion.unit)}${ourMark(line)}`);
    case 'max':
      return points(printedMaximum(line));
    case 'method':
      return text(methodText(line, committee, shape, { isMarked: shape === 'full' && isOurs, sentences: shared }));
  }
}

/** The unit's assigned target, in the words of the form. */
function ownTarget(value: number | 'none', { criterion: { unit } }: FormLine): string {
  if (value === 'none') return 'Không giao';
  return `${formatNumber(value)}${unit === null ? '' : ` ${unit}`} (giao)`;
}

/** The section of the plan, `mục II.3.h`; a criterion without a section is our proposal. */
function basisText({ kind, criterion }: FormLine): string {
  if (kind === 'part') return '';
  const { section } = criterion.source;
  if (section !== '') return `mục ${section}`;
  return criterion.proposed ? PROPOSED : '';
}

function printedMaximum({ rule, maxPoints }: FormLine): number {
  const { deducts } = factsOf(rule);
  return deducts === null ? maxPoints : 0 - deducts;
}

/** The plan's own figure bears no mark. */
function ourMark({ criterion }: FormLine): string {
  return criterion.proposed && criterion.target?.code === null ? ` ${PROPOSED}` : '';
}

/** A target is printed beside the one figure it is measured by: not on parts, nor where parts are added up. */
function hasFigure({ kind, rule, measure }: FormLine): boolean {
  return kind === 'criterion' && partsOf(rule).length === 0 && !NO_FIGURE.has(measure);
}

const NO_FIGURE: ReadonlySet<FormLine['measure']> = new Set(['yes-no', 'date', 'level']);

function printedStyle(line: FormLine, role: FormColumn): CellStyle {
  return line.kind === 'part' && role !== 'method' ? { ...look.printed(role), italic: true } : look.printed(role);
}

function unitText({ kind, measure, criterion }: FormLine): string {
  if (measure === 'percentage') return '%';
  if (measure === 'yes-no') return 'Có/Không';
  if (measure === 'date') return 'ngày';
  if (measure === 'level') return 'mức';
  return kind === 'criterion' ? criterion.unit : '';
}

/** Days, names and `2/3` stay as typed: Excel set to English would turn 05/11/2025 into 11 May. */
function isWords(line: FormLine, role: FormColumn, shape: FormShape): boolean {
  if (role === 'evidence' || role === 'explanation') return true;
  return role === 'value' && (NO_FIGURE.has(line.measure) || (shape === 'short' && line.measure === 'percentage'));
}

/** a/b in percent; nothing while a or b is no number, so that an untouched form says nothing. */
function ratio(grid: FormGrid, row: number): NewValue {
  const a = toA1(row, grid.columns.get('numerator') ?? 0);
  const b = toA1(row, grid.columns.get('denominator') ?? 0);
  return {
    kind: 'formula',
    formula: `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),IF(${b}>0,${a}/${b}*100,""),"")`,
    value: null,
  };
}

function totalCells(grid: FormGrid, set: CriteriaSet): readonly NewCell[] {
  const { totalRow, columns, rows } = grid;
  if (totalRow === null) return [];
  const self = columns.get('self') ?? 0;
  const range = `${toA1(grid.headerRow + 1, self)}:${toA1(rows.at(-1)?.row ?? totalRow, self)}`;
  const most = set.criteria.reduce((sum, { bonus, maxPoints }) => sum + (bonus ? 0 : maxPoints), 0);
  return [...columns].map(([role, column]): NewCell => {
    const horizontal = look.printed(role).horizontal;
    const style: CellStyle = horizontal === undefined ? look.TOTAL : { ...look.TOTAL, horizontal };
    const at = { row: totalRow, column, style };
    if (role === 'title') return { ...at, value: text('Tổng cộng') };
    if (role === 'max') return { ...at, value: points(most) };
    if (role !== 'self') return { ...at, value: { kind: 'empty' } };
    return { ...at, value: { kind: 'formula', formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, value: null } };
  });
}

function points(value: Points): NewValue {
  return { kind: 'number', number: fromPoints(value) };
}
