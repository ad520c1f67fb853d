/** Checks of single value cells: whether the content can be read as the kind of value the criterion expects. */
import type { Measure } from '../../movement/rule.ts';
import type { Read, Reading } from '../../report/report.ts';
import { FIGURE_ROLES, type FigureRole, figureReads, isFilledByUnit } from './figures.ts';
import type { Finding } from './finding.ts';
import type { CheckRun, CheckSubject, Line } from './run.ts';
import { rawText } from './words.ts';

/** One cell of a line: a figure, or points; `total` belongs to no line. */
export interface ValueCell {
  readonly subject: CheckSubject;
  readonly line: Line | null;
  readonly what: FigureRole | 'self' | 'max' | 'total';
  readonly read: Read;
}

const SPOT_NAMES: Readonly<Record<ValueCell['what'], string>> = {
  numerator: 'số đạt (a)',
  denominator: 'tổng số (b)',
  value: 'kết quả',
  exempted: 'số loại trừ',
  baseline: 'số liệu ban đầu',
  self: 'điểm tự chấm',
  max: 'điểm tối đa',
  total: 'tổng điểm',
};

/**
 * Every cell that should be readable. Figures others fill in are not the unit's fault; points are typed for every
 * criterion.
 */
function spotsOf(subject: CheckSubject): readonly ValueCell[] {
  const figures = subject.lines
    .filter(isFilledByUnit)
    .flatMap((line) => figureReads(line.entry).map(({ role, read }) => ({ subject, line, what: role, read })));
  const points = subject.rows.flatMap((line) =>
    (['self', 'max'] as const).flatMap((what): readonly ValueCell[] => {
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
export function spotFinding(spot: ValueCell, words: string, data: Finding['data'] = {}): Finding {
  const { subject, line, what, read } = spot;
  const message = line === null ? `Tổng điểm ${words}.` : `Tiêu chí ${line.code}: ${SPOT_NAMES[what]} ${words}.`;
  return {
    subject,
    ...(line === null ? {} : { line: line.code }),
    cell: read.cell,
    message,
    data: { found: rawText(read.raw), ...data },
    ...(isFigure(what) ? {} : { doubt: 'nothing' as const }),
  };
}

export function isFigure(what: ValueCell['what']): what is FigureRole {
  return (FIGURE_ROLES as readonly string[]).includes(what);
}

const spots = new WeakMap<CheckSubject, readonly ValueCell[]>();

/** The spots of all reports, listed once for the four checks. */
export function allSpots({ subjects }: CheckRun): readonly ValueCell[] {
  return subjects.flatMap((subject) => {
    const known = spots.get(subject) ?? spotsOf(subject);
    spots.set(subject, known);
    return known;
  });
}

/** What a cell has to hold: a result as the criterion measures it, a number everywhere else. */
export function expectedIn({ line, what }: ValueCell): Measure | 'number' {
  return what === 'value' || what === 'baseline' ? (line?.measure ?? 'number') : 'number';
}

export function isExpected(kind: Reading['kind'], spot: ValueCell): boolean {
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
    case 'rate':
    case 'number':
      return kind === 'number' || (kind === 'fraction' && spot.what === 'numerator');
  }
}

/** `3/4` of a count that is to reach 4 says how many of them; of any other it may be a slip of the keyboard. */
function isOfTarget({ line, read }: ValueCell): boolean {
  const target = line?.part === null ? line.criterion.target : null;
  return read.reading.kind === 'fraction' && target !== null && target.value === read.reading.b;
}

/** Kinds that other checks speak of, or that are no fault. */
export function isOtherwiseJudged(kind: Reading['kind']): boolean {
  return kind === 'missing' || kind === 'not-applicable' || kind === 'error' || kind === 'ambiguous';
}

/** A date line somebody filled in: a day and a month stand there. `ngày … tháng … năm 2025` is a line left open. */
export function isWrittenDate(text: string): boolean {
  return (text.match(/\d+/g) ?? []).filter((digits) => digits.length <= 2).length >= 2;
}
