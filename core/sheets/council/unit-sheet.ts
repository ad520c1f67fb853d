/**
 * The council's sheet of a unit: every criterion with figures, own points, counted points, range, reason and flags. The
 * totals are formulas over the table; `UnitTotals` holds their cells, so that the summary can refer to them.
 */

import { fromPoints, type Points } from '../../base/quantity/points.ts';
import { shownShare } from '../../base/quantity/shown-figure.ts';
import type { ReportResult } from '../../judge/run/run-result.ts';
import type { CriterionScore, ScoreSheet } from '../../judge/score/score-sheet.ts';
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { columnName, toA1 } from '../../sheet/grid/address.ts';
import type { NewCell, NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { figureText } from '../figure-text.ts';
import { COUNT, cell, HEADER, POINTS, pointsValue, SHARE, TEXT, textValue } from './look.ts';
import { HEADING_ROWS, type SheetOffice } from './office-frame.ts';
import { headerRowOf, type TableColumn, tableSheet } from './table-sheet.ts';

/** The columns that are added up, in the order they stand on the sheet. */
export const TOTALS = ['self', 'points', 'low', 'high', 'max'] as const;
export type TotalKey = (typeof TOTALS)[number];

const MAIN = 'Chính';
const BONUS = 'Thưởng';
const ADJUSTMENT = 'Điều chỉnh';
const TOTAL_ROW = HEADING_ROWS + 2;
const SHARE_ROW = HEADING_ROWS + 3;
const ABOVE = 2;

/** What is printed first; the rest is for the screen. */
const BEFORE_POINTS: readonly TableColumn[] = [
  { title: 'Mã', width: 6, style: COUNT },
  { title: 'Tiêu chí', width: 33, style: TEXT },
  { title: 'Số liệu báo cáo', width: 16, style: TEXT },
  { title: 'Tự chấm', width: 9, style: POINTS },
];
/** Stands there only where the group that appraises put something to the council. */
const APPRAISED: TableColumn = { title: 'Thẩm định', width: 9, style: POINTS };
const FROM_POINTS: readonly TableColumn[] = [
  { title: 'Điểm chấm', width: 9, style: POINTS },
  { title: 'Tối đa', width: 9, style: POINTS },
  { title: 'Lý do', width: 36, style: TEXT },
  { title: 'Loại', width: 11, style: COUNT },
  { title: 'Thấp nhất', width: 10, style: POINTS },
  { title: 'Cao nhất', width: 10, style: POINTS },
  { title: 'Cảnh báo', width: 44, style: TEXT },
];
const PRINTED = 7;
const SELF_COLUMN = 3;
const REASON_COLUMN = 6;
const KIND_COLUMN = 7;
const TOTAL_COLUMN: Readonly<Record<TotalKey, number>> = { self: SELF_COLUMN, points: 4, max: 5, low: 8, high: 9 };

/** How far the columns behind the unit's own points stand to the right. */
function shiftOf({ points }: ScoreSheet): 0 | 1 {
  return points.some(({ proposal }) => proposal !== null) ? 1 : 0;
}

function totalColumn(key: TotalKey, score: ScoreSheet): number {
  const column = TOTAL_COLUMN[key];
  return column > SELF_COLUMN ? column + shiftOf(score) : column;
}

interface Line {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly figures: string;
  readonly points: Readonly<Record<TotalKey, Points | null>>;
  readonly proposed: Points | null;
  readonly reason: string;
  readonly flags: string;
}

/** Address of a total on a unit's sheet, absolute: `$F$3`. */
export function totalAddress(key: TotalKey, score: ScoreSheet): string {
  return absolute(TOTAL_ROW, totalColumn(key, score));
}

/** Address of the share of the applicable maximum. */
export function shareAddress(score: ScoreSheet): string {
  return absolute(SHARE_ROW, totalColumn('points', score));
}

/** Totals of a score sheet by column. */
export function totalsOf(score: ScoreSheet): Readonly<Record<TotalKey, Points | null>> {
  return { self: score.self, points: score.total, low: score.low, high: score.high, max: score.max };
}

/** The sheet; `name` is its legal name, `table` the table's. */
export function unitSheet(
  result: ReportResult,
  score: ScoreSheet,
  set: CriteriaSet | undefined,
  names: { readonly name: string; readonly table: string; readonly subtitle: string },
  office: SheetOffice,
): NewSheet {
  const unitOf = new Map(set?.criteria.map((criterion) => [criterion.code, criterion.unit]));
  const lines = score.points.map((point) => lineOf(point, result, unitOf.get(point.criterion)));
  const bonusCap = set?.bonusCap ?? 0;
  const adjustment = adjustmentLine(lines, score, bonusCap);
  const body = adjustment ? [...lines, adjustment] : lines;
  const shift = shiftOf(score);
  return tableSheet({
    name: names.name,
    title: `PHIẾU ĐIỂM: ${result.unit}`,
    subtitle: `${names.subtitle} · bản in: văn bản Phiếu chấm điểm`,
    table: names.table,
    columns: [...BEFORE_POINTS, ...(shift ? [APPRAISED] : []), ...FROM_POINTS],
    rows: body.map((line) => rowOf(line, shift)),
    above: { rows: ABOVE, cells: totalCells(score, body.length, bonusCap) },
    freezeColumns: 2,
    // A unit's paper is its score slip in Word: of the book of all units a leadership prints what is about all.
    paper: { office, columns: PRINTED + shift, signed: true, rows: 0 },
  });
}

function lineOf(point: CriterionScore, { report, flags }: ReportResult, unit: string | undefined): Line {
  const entry = report.entries.find((candidate) => candidate.criterion === point.criterion);
  const own = flags.filter(
    (flag) => flag.criterion === point.criterion || flag.criterion?.startsWith(`${point.criterion}.`),
  );
  return {
    code: point.criterion,
    title: point.title,
    kind: point.bonus ? BONUS : MAIN,
    figures: entry ? figureText(entry, unit) : '',
    points: point,
    proposed: point.proposal?.points ?? null,
    reason: point.reason,
    flags: [...new Set(own.map((flag) => flag.message))].join('\n'),
  };
}

/** What rules over the whole sheet (gates, caps) change beyond the plain sum; null when nothing. */
function adjustmentLine(lines: readonly Line[], score: ScoreSheet, bonusCap: Points): Line | null {
  const wanted = totalsOf(score);
  const difference = (key: TotalKey): Points | null => {
    const total = wanted[key];
    return total === null ? null : total - plainTotal(lines, key, bonusCap);
  };
  const points = Object.fromEntries(TOTALS.map((key) => [key, difference(key) || null])) as Line['points'];
  if (TOTALS.every((key) => points[key] === null)) return null;
  const reason = score.classReasons.join(' ') || 'Áp dụng quy tắc chung cho cả phiếu điểm.';
  const title = 'Điều chỉnh theo quy tắc chung';
  return { code: '', title, kind: ADJUSTMENT, figures: '', points, proposed: null, reason, flags: '' };
}

/** Result of the formula of `totalFormula` without an adjustment. */
function plainTotal(lines: readonly Line[], key: TotalKey, bonusCap: Points): Points {
  const sum = (kind: string) =>
    lines.reduce((total, line) => (line.kind === kind ? total + (line.points[key] ?? 0) : total), 0);
  return key === 'max' ? sum(MAIN) : Math.max(0, sum(MAIN) + Math.min(bonusCap, sum(BONUS)));
}

/**
 * SUM by kind: the main points, the bonus up to its cap, the adjustment; rounded, because Excel adds binary fractions.
 */
function totalFormula(key: TotalKey, score: ScoreSheet, rows: number, bonusCap: Points): string {
  const top = headerRowOf(ABOVE, true) + 1;
  const span = (column: number) => `${absolute(top, column)}:${absolute(top + rows - 1, column)}`;
  const values = span(totalColumn(key, score));
  const sum = (kind: string) => `SUMIF(${span(KIND_COLUMN + shiftOf(score))},"${kind}",${values})`;
  if (key === 'max') return `ROUND(${sum(MAIN)}+${sum(ADJUSTMENT)},2)`;
  return `ROUND(MAX(0,${sum(MAIN)}+MIN(${fromPoints(bonusCap)},${sum(BONUS)}))+${sum(ADJUSTMENT)},2)`;
}

function absolute(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

function rowOf({ code, title, kind, figures, points, proposed, reason, flags }: Line, shift: 0 | 1): NewValue[] {
  const of = (key: TotalKey) => pointsValue(points[key]);
  return [
    ...[code, title, figures].map(textValue),
    ...[of('self'), ...(shift ? [pointsValue(proposed)] : [])],
    ...[of('points'), of('max'), textValue(reason), textValue(kind)],
    ...[of('low'), of('high'), textValue(flags)],
  ];
}

function isCut({ share, total, max }: ScoreSheet): boolean {
  return max > 0 && share < Math.round(100 * shownShare(total, max));
}

function totalCells(score: ScoreSheet, rows: number, bonusCap: Points): NewCell[] {
  const totals = totalsOf(score);
  const label = { ...HEADER, horizontal: 'right' } as const;
  const sums = TOTALS.flatMap((key) => {
    const total = totals[key];
    if (total === null) return [];
    const formula = totalFormula(key, score, rows, bonusCap);
    const value: NewValue = { kind: 'formula', formula, value: fromPoints(total) };
    return [cell(TOTAL_ROW, totalColumn(key, score), value, { ...POINTS, bold: true })];
  });
  const total = toA1(TOTAL_ROW, totalColumn('points', score));
  const max = toA1(TOTAL_ROW, totalColumn('max', score));
  const share: NewValue = {
    kind: 'formula',
    // Rounded down where rounding would reach a bound that the unit has not reached, as the core does.
    formula: `IF(${max}=0,0,${isCut(score) ? 'ROUNDDOWN' : 'ROUND'}(${total}/${max},4))`,
    value: score.share / 10_000,
  };
  const name = score.classification?.name ?? 'Chưa xếp loại';
  // The reasons are whole sentences.
  const conclusion = score.classReasons.length === 0 ? name : [`${name}.`, ...score.classReasons].join(' ');
  return [
    cell(TOTAL_ROW, 1, textValue('Tổng cộng'), label),
    ...sums,
    cell(SHARE_ROW, 1, textValue('Tỷ lệ trên điểm tối đa'), label),
    cell(SHARE_ROW, totalColumn('points', score), share, { ...SHARE, bold: true }),
    cell(SHARE_ROW, REASON_COLUMN + shiftOf(score), textValue(`Xếp loại: ${conclusion}`), { ...TEXT, bold: true }),
  ];
}
