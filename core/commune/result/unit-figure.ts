/**
 * A unit's contribution to a figure of the commune, as it is in its report or on the portal; a doubtful figure stays
 * doubtful.
 */
import { formatNumber } from '../../base/quantity/points.ts';
import type { ReportResult } from '../../judge/run/run-result.ts';
import type { Observe } from '../../judge/score/observed.ts';
import type { CriterionScore } from '../../judge/score/score-sheet.ts';
import { entryValue } from '../../judge/score/value.ts';
import type { Entry, Read } from '../../report/report.ts';
import type { Tied } from './measured-by.ts';

export type UnitFigure =
  /** Both counts. `inDoubt`: a may be anything from 0 to b while flags are open. */
  | {
      readonly kind: 'pair';
      readonly a: number;
      readonly b: number;
      readonly inDoubt: boolean;
      readonly portal: boolean;
    }
  /** A count; in doubt it may be any. */
  | { readonly kind: 'count'; readonly value: number; readonly inDoubt: boolean }
  /** A share without its counts: bounds the whole, adds to no sum. Percent. */
  | { readonly kind: 'share'; readonly n: number; readonly d: number; readonly why: string }
  /** Did not arise, and nobody doubts it. */
  | { readonly kind: 'none-arose' }
  | { readonly kind: 'unknown'; readonly why: string };

const unknown = (why: string): UnitFigure => ({ kind: 'unknown', why });
const NO_COUNTS = 'chỉ ghi tỷ lệ';

/** The figure of a unit's report under one criterion. */
export function unitFigure(result: ReportResult, { criterion }: Tied, observe: Observe | null): UnitFigure {
  const observed = criterion.indicator === null ? undefined : observe?.(criterion.indicator);
  const { numerator, denominator } = observed ?? {};
  if (numerator != null && denominator != null && isPair(numerator, denominator))
    return { kind: 'pair', a: numerator, b: denominator, inDoubt: false, portal: true };
  const entry = result.report.entries.find((entry) => entry.criterion === criterion.code);
  if (!entry) return unknown('báo cáo không có dòng này');
  const doubt = doubtIn(result, criterion.code, entry);
  const value = entryValue(entry, criterion.measure, false);
  switch (value.kind) {
    case 'figure':
      break;
    case 'not-applicable':
      return doubt === 'none' ? { kind: 'none-arose' } : unknown('ghi không phát sinh, chờ Hội đồng xác nhận');
    case 'none':
      return unknown(value.why);
    case 'yes':
    case 'no':
    case 'date':
    case 'level':
      return unknown('số liệu không đọc được');
  }
  if (criterion.measure !== 'percentage') {
    const amount = value.n / value.d;
    return amount < 0 ? unknown('số liệu âm') : { kind: 'count', value: amount, inDoubt: doubt !== 'none' };
  }
  const { a, b } = value;
  if (a === null || b === null) {
    const shown = `${NO_COUNTS} ${formatNumber(value.n / value.d)} %, không có tử số và mẫu số`;
    const isShare = value.n >= 0 && value.n <= 100 * value.d;
    return doubt === 'none' && isShare ? { kind: 'share', n: value.n, d: value.d, why: shown } : unknown(shown);
  }
  if (!isPair(a, b)) return unknown(`tử số ${formatNumber(a)}, mẫu số ${formatNumber(b)} không hợp lý`);
  if (doubt === 'size') return unknown(`mẫu số ${formatNumber(b)} còn cảnh báo chưa xử lý`);
  return { kind: 'pair', a, b, inDoubt: doubt !== 'none', portal: false };
}

/** Answers to the parts, or to the criterion itself: all yes, some no, or unknown. */
export function unitAnswer(result: ReportResult, { criterion, parts }: Tied): 'yes' | 'no' | 'none-arose' | 'unknown' {
  const entry = result.report.entries.find((entry) => entry.criterion === criterion.code);
  if (!entry || doubtIn(result, criterion.code, entry) !== 'none') return 'unknown';
  const answered = parts.length === 0 ? [entry] : parts.map((code) => partOf(entry, code));
  const answers = answered.map((entry) => (entry ? entryValue(entry, 'yes-no', false).kind : 'none'));
  if (answers.includes('no')) return 'no';
  if (answers.every((answer) => answer === 'yes')) return 'yes';
  return answers.every((answer) => answer === 'not-applicable') ? 'none-arose' : 'unknown';
}

function partOf(entry: Entry, code: string): Entry | undefined {
  return entry.parts?.find(({ criterion }) => criterion === code || criterion === `${entry.criterion}.${code}`);
}

function isPair(a: number, b: number): boolean {
  return a >= 0 && b > 0 && a <= b;
}

/**
 * What is open about the figure: `size` = its denominator too. Points the council set by itself say nothing about the
 * figure, so a flag on it keeps it in doubt; a flag the council accepted does not.
 */
function doubtIn(result: ReportResult, code: string, entry: Entry): 'none' | 'value' | 'size' {
  const point = result.score?.points.find(({ criterion }) => criterion === code);
  const open = new Set(point?.flags ?? []);
  const own = result.flags.filter(
    (flag) => flag.severity === 'error' && flag.doubt === 'value' && isOf(flag.criterion, code),
  );
  const standing = point && isRuled(point) ? own : own.filter(({ id }) => open.has(id));
  if (standing.some(({ cell }) => cell !== null && isAt(entry.denominator, cell))) return 'size';
  return standing.length > 0 || open.size > 0 ? 'value' : 'none';
}

function isRuled({ appraised, flags }: CriterionScore): boolean {
  return appraised !== null && flags.length === 0;
}

function isOf(criterion: string | null, code: string): boolean {
  return criterion === code || (criterion?.startsWith(`${code}.`) ?? false);
}

function isAt(read: Read | undefined, cell: { readonly sheet: string; readonly address: string }): boolean {
  return read !== undefined && read.cell.sheet === cell.sheet && read.cell.address === cell.address;
}
