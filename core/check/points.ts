/** Checks of the unit's own points (điểm tự chấm) and its total: compared with the rule, never used. */

import type { Criterion } from '../movement/criteria-set.ts';
import { formatPoints, type Points, toPoints } from '../quantity/points.ts';
import type { CellRef, Entry } from '../report/report.ts';
import { type CriterionResult, scoreCriterion } from '../score/criterion.ts';
import { decimalsOf } from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import { type Line, partEntry, partsOf, type Run, type Subject } from './run.ts';
import { isFigureInDoubt } from './value.ts';

export const pointsChecks: readonly Check[] = [
  { code: 'negative-self-score', find: negativeSelfScore },
  { code: 'self-score-exceeds-max', find: selfScoreExceedsMax },
  { code: 'self-score-mismatch', find: selfScoreMismatch },
  { code: 'total-mismatch', find: totalMismatch },
];

/** A row in which the unit typed points. */
interface SelfScore extends Line {
  readonly self: Points;
  readonly cell: CellRef;
}

/** Points typed for criteria and parts; sets without points (SR-31) have none to check. */
function selfScores(subject: Subject): readonly SelfScore[] {
  if (!subject.set?.scored) return [];
  return subject.rows.flatMap((row): readonly SelfScore[] => {
    const read = row.entry.self;
    return read?.reading.kind === 'number' ? [{ ...row, self: toPoints(read.reading.value), cell: read.cell }] : [];
  });
}

function negativeSelfScore({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject) =>
    selfScores(subject)
      .filter(({ rule, self }) => rule.kind !== 'deduction' && self < 0)
      .map(({ code, cell, self }) => ({
        subject,
        line: code,
        cell,
        message: `Tiêu chí ${code}: điểm tự chấm âm: ${formatPoints(self)}.`,
        data: { self: self / 100 },
      })),
  );
}

/** Against the maximum of the set, whatever the sheet prints. A deduction is written with or without its minus. */
function selfScoreExceedsMax({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject) =>
    selfScores(subject).flatMap(({ code, cell, self, maxPoints, rule }) => {
      const most = rule.kind === 'deduction' ? Math.max(maxPoints, rule.cap) : maxPoints;
      if ((rule.kind === 'deduction' ? Math.abs(self) : self) <= most) return [];
      const message = `Tiêu chí ${code}: điểm tự chấm ${formatPoints(self)} vượt điểm tối đa ${formatPoints(most)}.`;
      return [{ subject, line: code, cell, message, data: { self: self / 100, max: most / 100 } }];
    }),
  );
}

/** Roundings units use, in hundredths: whole points, halves, quarters, tenths, hundredths. */
const STEPS: readonly Points[] = [100, 50, 25, 10, 1];

/** The coarsest step that all points typed in the sheet keep to: a sheet in whole points rounded 4,6 to 5. */
function roundingStep(subject: Subject): Points {
  const all = selfScores(subject).map(({ self }) => self);
  return STEPS.find((step) => all.every((self) => self % step === 0)) ?? 1;
}

/** Rounded to the sheet's step (half either way), or cut off. */
function isRoundedTo(step: Points, self: Points, computed: Points): boolean {
  return 2 * Math.abs(self - computed) <= step || (self <= computed && computed - self < step);
}

function selfScoreMismatch(run: Run, found: Found): readonly Finding[] {
  return run.subjects.flatMap((subject) => {
    if (found.inReport(subject, 'wrong-audience', 'wrong-period')) return [];
    const step = roundingStep(subject);
    return selfScores(subject).flatMap((one): readonly Finding[] => {
      const { code, criterion, cell, self } = one;
      if (code !== criterion.code || isInDoubt(subject, one, found)) return [];
      const results = computedFor(run, subject, one);
      const [result] = results;
      if (result === undefined || results.some(({ computed }) => isRoundedTo(step, self, computed))) return [];
      const { computed, reason } = result;
      return [
        {
          subject,
          line: code,
          cell,
          message: `Tiêu chí ${code}: tự chấm ${formatPoints(self)} điểm, tính theo quy tắc được ${formatPoints(computed)} điểm (${reason}).`,
          data: { self: self / 100, computed: computed / 100 },
        },
      ];
    });
  });
}

/** The cause was found: the figure is in doubt, the points are out of bounds, the maximum was changed, evidence is missing. */
function isInDoubt(subject: Subject, { code, criterion }: SelfScore, found: Found): boolean {
  const own = subject.lines.filter((line) => line.criterion.code === criterion.code);
  return (
    own.some((line) => isFigureInDoubt(found, subject, line)) ||
    found.on(subject, code, 'self-score-exceeds-max', 'negative-self-score', 'altered-criterion', 'missing-evidence') ||
    own.some((line) =>
      found.on(subject, line.code, 'missing-criterion', 'self-score-exceeds-max', 'negative-self-score'),
    )
  );
}

type Settled = CriterionResult & { readonly computed: Points };

/**
 * What the rule gives; where points are in proportion to a ratio, also what it gives for the ratio as typed, which the unit may have
 * rounded before it multiplied. Nothing when the rule leaves the points open or the criterion fell out.
 */
function computedFor(run: Run, subject: Subject, { criterion, entry, rule }: SelfScore): readonly Settled[] {
  const { registered } = subject;
  const score = (what: Entry) =>
    scoreCriterion(criterion, what, { movement: run.movement, period: subject.period, registered });
  const isSettled = (result: CriterionResult): result is Settled =>
    result.status === 'settled' && result.computed !== null;
  const result = score(entry);
  if (!isSettled(result)) return [];
  if (rule.kind !== 'proportional' || entry.value?.reading.kind !== 'number') return [result];
  const { numerator: _a, denominator: _b, ...typedOnly } = entry;
  return [result, ...[score(typedOnly)].filter(isSettled)];
}

interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Against the sum of the unit's own points in the same sheet. A row whose points were flagged may stand for what was typed or for what
 * the rule gives, a row that is missing for anything up to its maximum: the total is called wrong only when none of that explains it.
 * Bonus may be in the total or not, deductions may be written with or without a minus.
 */
function totalMismatch(run: Run, found: Found): readonly Finding[] {
  return run.subjects.flatMap((subject): readonly Finding[] => {
    const total = subject.report.total;
    const set = subject.set;
    if (total?.reading.kind !== 'number' || !set?.scored || isSumOpen(subject, found)) return [];
    const typed = toPoints(total.reading.value);
    const rows = set.criteria.flatMap((criterion) => {
      const choices = rowChoices(run, subject, criterion, found);
      return choices.length > 0 ? [{ criterion, choices }] : [];
    });
    const own = rows.filter(({ criterion }) => !criterion.bonus);
    const bonus = rows.filter(({ criterion }) => criterion.bonus);
    if (rows.length === 0) return [];
    const base = reachable(own.map(({ choices }) => choices));
    const extra = reachable(bonus.map(({ choices }) => choices));
    const within = extra.map(({ low, high }) => ({
      low: Math.min(low, set.bonusCap),
      high: Math.min(high, set.bonusCap),
    }));
    const whole = reachable([base, [{ low: 0, high: 0 }, ...extra, ...within]]);
    const slack = totalSlack(total.reading.value);
    const fits = ({ low, high }: Interval) => typed >= low - slack && typed <= high + slack;
    if (whole.some(fits)) return [];
    const sum = sumOf(rows);
    return [
      {
        subject,
        cell: total.cell,
        message: `Tổng điểm ghi ${formatPoints(typed)} nhưng các điểm tự chấm cộng lại là ${formatPoints(sum)}.`,
        data: { total: typed / 100, sum: sum / 100 },
      },
    ];
  });
}

/** Hundredths by which a total may be off for being rounded: to its own decimals, but never to whole points. */
function totalSlack(total: number): number {
  return decimalsOf(total) === 1 ? 5 : 0.51;
}

/** Rows nobody can place leave the sum open. */
function isSumOpen(subject: Subject, found: Found): boolean {
  return found.inReport(
    subject,
    'duplicate-criterion',
    'unknown-criterion',
    'hidden-content',
    'wrong-audience',
    'missing-column',
  );
}

function sumOf(rows: readonly { readonly choices: readonly Interval[] }[]): number {
  return Math.round(rows.reduce((sum, { choices }) => sum + (choices[0]?.low ?? 0), 0));
}

/** What a criterion may contribute, the typed points first. */
function rowChoices(run: Run, subject: Subject, criterion: Criterion, found: Found): readonly Interval[] {
  const { code, rule, maxPoints } = criterion;
  const entry = subject.entries.get(code);
  const anything = [{ low: 0, high: maxPoints }];
  if (entry === undefined) return found.on(subject, code, 'missing-criterion') ? anything : [];
  const typed = typedPoints(entry, criterion);
  if (typed === 'unreadable') return [{ low: Math.min(0, -maxPoints), high: maxPoints }];
  if (typed === null) return [];
  const choices = [{ low: typed, high: typed }];
  if (rule.kind === 'deduction') choices.push({ low: -Math.abs(typed), high: -Math.abs(typed) });
  if (!found.on(subject, code, 'negative-self-score', 'self-score-exceeds-max', 'self-score-mismatch')) return choices;
  const [own] = selfScores(subject).filter((one) => one.code === code);
  const computed = own === undefined ? [] : computedFor(run, subject, own).slice(0, 1);
  const step = roundingStep(subject);
  const meant = computed.map((one) => ({ low: one.computed - step, high: one.computed + step }));
  return [...choices, ...(meant.length > 0 ? meant : anything)];
}

/** In exact hundredths, so that 3,333 + 3,333 is not 6,66. Points of the criterion, else of its parts together. */
function typedPoints(entry: Entry, criterion: Criterion): number | 'unreadable' | null {
  const own = entry.self?.reading;
  if (own?.kind === 'number') return own.value * 100;
  if (own !== undefined && own.kind !== 'missing' && own.kind !== 'not-applicable') return 'unreadable';
  const parts = partsOf(criterion.rule).flatMap((part) => partEntry(entry, criterion.code, part.code) ?? []);
  const numbers = parts.flatMap(({ self }) => (self?.reading.kind === 'number' ? [self.reading.value * 100] : []));
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0);
}

/** More combinations than this are not followed: their whole span counts as explained. */
const MOST_COMBINATIONS = 1024;

/** Every sum the rows can add up to. */
function reachable(rows: readonly (readonly Interval[])[]): readonly Interval[] {
  let sums: readonly Interval[] = [{ low: 0, high: 0 }];
  for (const choices of rows) {
    const next = sums.flatMap((sum) => choices.map((one) => ({ low: sum.low + one.low, high: sum.high + one.high })));
    sums = next.length <= MOST_COMBINATIONS ? next : [spanOf(next)];
  }
  return sums;
}

function spanOf(sums: readonly Interval[]): Interval {
  return { low: Math.min(...sums.map(({ low }) => low)), high: Math.max(...sums.map(({ high }) => high)) };
}
