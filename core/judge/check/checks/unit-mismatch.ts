import { formatNumber } from '../../../base/quantity/points.ts';
import { bareKey } from '../../../base/text/text.ts';
import { kindOf } from '../../../movement/rule.ts';
import type { Read } from '../../../report/report.ts';
import { type CheckedFigures, figuresOf, isRounding, ratioOf } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun, CheckSubject, Line } from '../run.ts';
import { on, openLines } from '../value.ts';
import { percent, quote } from '../words.ts';

/** Số ghi theo đơn vị tính khác với tiêu chí, như 0,95 thay cho 95 %. */
export const unitMismatch: Check<'unit-mismatch'> = {
  code: 'unit-mismatch',
  severity: 'error',
  doubt: 'value',
  name: 'Sai đơn vị tính',
  todo: 'Xác nhận với đơn vị rồi ghi lại theo đúng đơn vị tính của tiêu chí.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const share = shareForCount(subject, line);
    if (share !== null) return [share];
    const read = line.entry.value;
    const figures = figuresOf(line);
    const { typed } = figures;
    if (read === undefined || typed === null) return [];
    const unit = writtenUnit(read);
    if (unit !== undefined && !isSameUnit(unit, line)) {
      const message = `ghi đơn vị tính ${quote(unit)}, tiêu chí tính bằng ${quote(unitOf(line))}`;
      return [on(subject, line, typed.cell, message, { data: { found: unit, expected: unitOf(line) } })];
    }
    if (isBareCount(subject, line, read)) {
      const count = formatNumber(typed.value, 4);
      const message = `ghi ${count} ở ô hỏi số đạt trên tổng số, có thể là ${percent(typed.value)} hoặc ${count} trên một tổng số chưa ghi (ghi như 2/3)`;
      return [on(subject, line, typed.cell, message, { data: { found: typed.value } })];
    }
    if (!isShareForPercent(line, figures, read.percent === true)) return [];
    const message = `ghi ${formatNumber(typed.value, 4)} trong khi tiêu chí tính bằng %, có thể là ${percent(typed.value * 100)}`;
    const data = { found: typed.value, meant: typed.value * 100 };
    return [on(subject, line, typed.cell, message, { data, candidates: [typed.value, typed.value * 100] })];
  });
}

/**
 * `58,2 %` where the number of cases belongs: it may be the ratio itself, or that many percent of the total. The
 * message names both readings, because we cannot tell them apart.
 */
function shareForCount(subject: CheckSubject, line: Line): Finding | null {
  const { numerator, denominator } = line.entry;
  if (line.measure !== 'percentage') return null;
  const figure = numberIn(numerator);
  const total = numberIn(denominator);
  if (numerator?.percent && figure !== null) {
    const asCount = `${formatNumber(figure, 2)} trường hợp`;
    const of = total === null || total <= 0 ? 'tổng số' : formatNumber(total, 2);
    const message = `ô số đạt (a) ghi ${percent(figure)}, có thể là ${percent(figure)} của ${of} hoặc ${asCount}`;
    const ratio = total !== null && total > 0 && figure <= total ? [(100 * figure) / total] : [];
    const candidates = figure <= 100 ? { candidates: [figure, ...ratio] } : {};
    return on(subject, line, numerator.cell, message, { data: { found: figure, total: total ?? '' }, ...candidates });
  }
  if (denominator?.percent && total !== null)
    return on(subject, line, denominator.cell, `ô tổng số (b) ghi ${percent(total)}, không phải số trường hợp`, {
      data: { found: total },
    });
  return null;
}

function numberIn(read: Read | undefined): number | null {
  return read?.reading.kind === 'number' ? read.reading.value : null;
}

/**
 * A ratio of at most 1 without percent sign is taken for a share only when the criterion asks for at least so many
 * percent.
 */
const LEAST_PLAUSIBLE_TARGET = 10;

/**
 * 0,95 for 95 %: proved by a/b; without a/b, assumed when it is far below a target of 10 % or more. A printed % sign is
 * believed.
 */
function isShareForPercent(line: Line, figures: CheckedFigures, percentSign: boolean): boolean {
  const typed = figures.typed?.value ?? 0;
  if (line.measure !== 'percentage' || typed <= 0 || typed > 1) return false;
  const ratio = ratioOf(figures);
  if (ratio !== null) return !isRounding(typed, ratio) && isRounding(typed * 100, ratio);
  return !percentSign && line.criterion.direction === 'higher' && goalOf(line) >= LEAST_PLAUSIBLE_TARGET;
}

/**
 * On our own form without columns for a and b, a share is entered as `2/3`: a whole number there without a percent sign
 * may be only the 2. With a and b in rows of their own it is the ratio.
 */
function isBareCount(
  { report }: CheckSubject,
  { measure, entry }: Line,
  { reading, percent: isPercent }: Read,
): boolean {
  const { columns } = report.layout;
  if (numberIn(entry.numerator) !== null && numberIn(entry.denominator) !== null) return false;
  const asksPair = report.formVersion !== undefined && !columns.has('numerator') && !columns.has('denominator');
  if (measure !== 'percentage' || !asksPair || reading.kind !== 'number' || isPercent || reading.unit) return false;
  return Number.isInteger(reading.value) && reading.value > 0;
}

/** The required percent: the target, else the figure at which the rule gives full points; 0 when neither exists. */
function goalOf({ criterion, part, rule }: Line): number {
  if (part === null && criterion.target !== null) return criterion.target.value;
  return Math.max(0, ...kindOf(rule).goals(rule));
}

/** A part has no unit of its own unless it is a ratio. */
function unitOf(line: Line): string {
  if (line.measure === 'percentage') return '%';
  return line.part === null ? line.criterion.unit : '';
}

/** Things that are never each other (without diacritics and spaces). Words like lần, lượt, cuộc count anything. */
const DIFFERENT_THINGS = [
  'nguoi',
  'ho',
  'thon',
  'ban',
  'xom',
  'coquan',
  'doanhnghiep',
  'hoso',
  'vanban',
  'thietbi',
  'camera',
];

const SCALES = /^(?:(?:nghin|ngan|trieu|ty|ti)(?:dong)?|dong|vnd)$/;

/** Behind the number, or the percent sign or format; undefined when there is none. */
function writtenUnit({ reading, percent: isPercent }: Read): string | undefined {
  return (reading.kind === 'number' ? reading.unit : undefined) ?? (isPercent ? '%' : undefined);
}

/**
 * `hộ` is not `người`, `%/năm` is not `%` (but a rate may leave the year out), `triệu đồng` is not `đồng`; other words
 * pass.
 */
function isSameUnit(found: string, line: Line): boolean {
  const expected = unitOf(line);
  const [x, y] = [bareKey(found), bareKey(expected)];
  if (line.measure === 'rate') return found.includes('%') || x === y;
  if (found.includes('%') !== expected.includes('%')) return false;
  if (x === y) return true;
  return !found.includes('%') && !SCALES.test(x) && !(DIFFERENT_THINGS.includes(x) && DIFFERENT_THINGS.includes(y));
}
