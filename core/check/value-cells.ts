/** Checks of single value cells: can what stands there be read as what the criterion asks for. */

import type { Measure } from '../movement/rule.ts';
import { formatNumber } from '../quantity/points.ts';
import { percentage, toNumber } from '../quantity/quantity.ts';
import type { Read, Reading } from '../report/report.ts';
import { FIGURE_ROLES, type FigureRole, figureReads, figuresOf, isFilledByUnit, isSilent, ratioOf } from './figures.ts';
import type { Check, Finding } from './finding.ts';
import { type Line, type Run, remarksOf, type Subject } from './run.ts';
import { quote, rawText } from './words.ts';

export const valueCellChecks: readonly Check[] = [
  { code: 'not-a-number', find: notANumber },
  { code: 'ambiguous-number', find: ambiguousNumber },
  { code: 'formula-error', find: formulaError },
  { code: 'invalid-date', find: invalidDate },
];

/** One cell of a line: a figure, or points; `total` belongs to no line. */
interface Spot {
  readonly subject: Subject;
  readonly line: Line | null;
  readonly what: FigureRole | 'self' | 'max' | 'total';
  readonly read: Read;
}

const SPOT_NAMES: Readonly<Record<Spot['what'], string>> = {
  numerator: 'số đạt (a)',
  denominator: 'tổng số (b)',
  value: 'kết quả',
  exempted: 'số loại trừ',
  baseline: 'số liệu ban đầu',
  self: 'điểm tự chấm',
  max: 'điểm tối đa',
  total: 'tổng điểm',
};

/** Every cell that should be readable. Figures others fill in are not the unit's fault; points are typed for every criterion. */
function spotsOf(subject: Subject): readonly Spot[] {
  const figures = subject.lines
    .filter(isFilledByUnit)
    .flatMap((line) => figureReads(line.entry).map(({ role, read }) => ({ subject, line, what: role, read })));
  const points = subject.rows.flatMap((line) =>
    (['self', 'max'] as const).flatMap((what): readonly Spot[] => {
      const read = line.entry[what];
      return read === undefined ? [] : [{ subject, line, what, read }];
    }),
  );
  const { total } = subject.report;
  return [
    ...figures,
    ...points,
    ...(total === null ? [] : [{ subject, line: null, what: 'total' as const, read: total }]),
  ];
}

/** Points cells never touch the figure: their faults put nothing in doubt. */
function spotFinding(spot: Spot, said: string, data: Finding['data'] = {}): Finding {
  const { subject, line, what, read } = spot;
  const message = line === null ? `Tổng điểm ${said}.` : `Tiêu chí ${line.code}: ${SPOT_NAMES[what]} ${said}.`;
  return {
    subject,
    ...(line === null ? {} : { line: line.code }),
    cell: read.cell,
    message,
    data: { found: rawText(read.raw), ...data },
    ...(isFigure(what) ? {} : { doubt: 'nothing' as const }),
  };
}

function isFigure(what: Spot['what']): what is FigureRole {
  return (FIGURE_ROLES as readonly string[]).includes(what);
}

const spots = new WeakMap<Subject, readonly Spot[]>();

/** The spots of all reports, listed once for the four checks. */
function allSpots({ subjects }: Run): readonly Spot[] {
  return subjects.flatMap((subject) => {
    const known = spots.get(subject) ?? spotsOf(subject);
    spots.set(subject, known);
    return known;
  });
}

/** What a cell has to hold: a result as the criterion measures it, a number everywhere else. */
function expectedIn({ line, what }: Spot): Measure | 'number' {
  return what === 'value' || what === 'baseline' ? (line?.measure ?? 'number') : 'number';
}

function isExpected(kind: Reading['kind'], spot: Spot): boolean {
  switch (expectedIn(spot)) {
    case 'yes-no':
      return kind === 'yes' || kind === 'no';
    case 'level':
      return kind === 'level';
    case 'date':
      return kind === 'date';
    case 'percentage':
      return kind === 'number' || kind === 'fraction';
    case 'count':
    case 'amount':
      return kind === 'number' || isOfTarget(spot);
    default:
      return kind === 'number' || (kind === 'fraction' && spot.what === 'numerator');
  }
}

/** `3/4` of a count that is to reach 4 says how many of them; of any other it may be a slip of the keyboard. */
function isOfTarget({ line, read }: Spot): boolean {
  const target = line?.part === null ? line.criterion.target : null;
  return read.reading.kind === 'fraction' && target !== null && target.value === read.reading.b;
}

/** Kinds that other checks speak of, or that are no fault. */
function isOtherwiseJudged(kind: Reading['kind']): boolean {
  return kind === 'missing' || kind === 'not-applicable' || kind === 'error' || kind === 'ambiguous';
}

function notANumber(run: Run): readonly Finding[] {
  return allSpots(run).flatMap((spot) => {
    const { reading, raw } = spot.read;
    const expected = expectedIn(spot);
    if (expected === 'date' || isOtherwiseJudged(reading.kind) || isExpected(reading.kind, spot)) return [];
    if (isInjected(spot)) return [];
    const shown = quote(rawText(raw));
    if (reading.kind === 'bound')
      return [spotFinding(spot, `ghi ${shown} là mức chỉ tiêu, không phải kết quả đạt được`)];
    return [spotFinding(spot, `ghi ${shown}, không phải ${WANTED[expected] ?? 'một số'}`)];
  });
}

/** Text that Excel would run is flagged as that (`injected-formula`). */
function isInjected({ subject, read }: Spot): boolean {
  const { sheet, address } = read.cell;
  return remarksOf(subject, 'formula-text').some(({ cell }) => cell.sheet === sheet && cell.address === address);
}

const WANTED: Readonly<Partial<Record<Measure | 'number', string>>> = {
  'yes-no': 'Có hoặc Không',
  level: 'một trong các mức của tiêu chí',
};

function ambiguousNumber(run: Run): readonly Finding[] {
  return allSpots(run).flatMap((spot) => {
    const { reading } = spot.read;
    if (reading.kind !== 'ambiguous' || expectedIn(spot) === 'date') return [];
    const either = reading.candidates.map((value) => formatNumber(value, 4)).join(' hoặc ');
    const candidates = candidatesFor(spot, reading.candidates);
    const finding = spotFinding(spot, `ghi ${quote(reading.text)} có thể đọc là ${either}`);
    return [candidates === undefined ? finding : { ...finding, candidates }];
  });
}

/** In the criterion's unit: an unclear a or b gives as many ratios; undefined when the rest of the ratio is not known either. */
function candidatesFor({ line, what }: Spot, values: readonly number[]): readonly number[] | undefined {
  if (what === 'value') return values;
  if (line === null || !isFigure(what)) return undefined;
  const { a, b } = figuresOf(line);
  if (what === 'numerator' && b !== null && b.value > 0)
    return values.map((value) => toNumber(percentage(value, b.value)));
  if (what === 'denominator' && a !== null && values.every((value) => value > 0)) {
    return values.map((value) => toNumber(percentage(a.value, value)));
  }
  return undefined;
}

/** A ratio that is `#DIV/0!` because a or b is empty or b is 0 follows from those cells: they are flagged, not the ratio. */
function formulaError(run: Run): readonly Finding[] {
  return allSpots(run).flatMap((spot) => {
    const { reading } = spot.read;
    if (reading.kind !== 'error' || followsFromFigures(spot, reading.text)) return [];
    const finding = spotFinding(spot, `chứa lỗi ${quote(reading.text)}`);
    const ratio = spot.line === null ? null : ratioOf(figuresOf(spot.line));
    return [spot.what === 'value' && ratio !== null ? { ...finding, candidates: [ratio] } : finding];
  });
}

function followsFromFigures({ line, what }: Spot, error: string): boolean {
  if (what !== 'value' || line === null || error !== '#DIV/0!') return false;
  const { numerator, denominator } = line.entry;
  const { a, b } = figuresOf(line);
  if (a !== null && b !== null) return a.value !== 0 && b.value === 0;
  return denominator !== undefined && (isSilent(numerator) || isSilent(denominator));
}

function invalidDate(run: Run): readonly Finding[] {
  const inLines = allSpots(run).flatMap((spot) => {
    const { reading, raw } = spot.read;
    if (expectedIn(spot) !== 'date' || isExpected(reading.kind, spot)) return [];
    if (isOtherwiseJudged(reading.kind) && reading.kind !== 'ambiguous') return [];
    return [spotFinding(spot, `ghi ${quote(rawText(raw))} không phải ngày hợp lệ`)];
  });
  const ofReports = run.subjects.flatMap((subject): readonly Finding[] => {
    const { date } = subject.report;
    if (date === null || date.date !== null || !isWrittenDate(date.text)) return [];
    const message = `Ngày báo cáo ghi ${quote(date.text)} không phải ngày hợp lệ.`;
    return [{ subject, cell: date.cell, message, data: { found: date.text } }];
  });
  return [...inLines, ...ofReports];
}

/** A date line somebody filled in: a day and a month stand there. `ngày … tháng … năm 2025` is a line left open. */
export function isWrittenDate(text: string): boolean {
  return (text.match(/\d+/g) ?? []).filter((digits) => digits.length <= 2).length >= 2;
}
