/**
 * Compares with the sum of the unit's own points in the same sheet. A row with flagged points may count as typed or as
 * the rule computes it, a missing row may count anything up to its maximum: the total is wrong only when none of these
 * explains it. Bonus may be in the total or not, deductions may be written with or without a minus.
 */

import { formatPoints, toPoints } from '../../../base/quantity/points.ts';
import type { Criterion } from '../../../movement/criteria-set.ts';
import { factsOf, partsOf } from '../../../movement/rule.ts';
import { partEntry } from '../../../report/part-entry.ts';
import type { Entry } from '../../../report/report.ts';
import { decimalsOf } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { computedFor, roundingStep, selfScores } from '../points.ts';
import type { CheckRun, CheckSubject } from '../run.ts';

/** Tổng đơn vị ghi khác tổng các điểm tự chấm trong cùng bảng. */
export const totalMismatch: Check<'total-mismatch'> = {
  code: 'total-mismatch',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Tổng điểm lệch',
  todo: 'Không dùng tổng trong bảng; điểm được cộng lại từ từng tiêu chí.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
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
    const slack = totalSlack(total.reading.value, rows);
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

interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Hundredths by which a total may be off for being rounded: to its own decimals, but never to whole points; or added up
 * before its rows were rounded to the hundredths they show.
 */
function totalSlack(total: number, rows: readonly { readonly choices: readonly Interval[] }[]): number {
  const rounded = rows.filter(({ choices }) => Math.round(choices[0]?.low ?? 0) % 10 !== 0).length;
  return Math.max(decimalsOf(total) === 1 ? 5 : LAST_PLACE, rounded / 2) + 1e-6;
}

/** A hundredth, in hundredths. */
const LAST_PLACE = 1;

/** Rows nobody can place leave the sum open. */
function isSumOpen(subject: CheckSubject, found: EarlierFindings): boolean {
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
function rowChoices(
  run: CheckRun,
  subject: CheckSubject,
  criterion: Criterion,
  found: EarlierFindings,
): readonly Interval[] {
  const { code, rule, maxPoints } = criterion;
  const entry = subject.entries.get(code);
  const anything = [{ low: 0, high: maxPoints }];
  if (entry === undefined) return found.on(subject, code, 'missing-criterion') ? anything : [];
  const typed = typedPoints(entry, criterion);
  if (typed === 'unreadable') return [{ low: Math.min(0, -maxPoints), high: maxPoints }];
  if (typed === null) return [];
  const choices = [{ low: typed, high: typed }];
  if (factsOf(rule).deducts !== null) choices.push({ low: -Math.abs(typed), high: -Math.abs(typed) });
  if (!found.on(subject, code, 'negative-self-score', 'self-score-exceeds-max', 'self-score-mismatch')) return choices;
  const [own] = selfScores(subject).filter((selfScore) => selfScore.code === code);
  const computed = own === undefined ? [] : computedFor(run, subject, own).slice(0, 1);
  const step = roundingStep(subject);
  const meant = computed.map((settled) => ({ low: settled.computed - step, high: settled.computed + step }));
  return [...choices, ...(meant.length > 0 ? meant : anything)];
}

/** In exact hundredths, so that 3,333 + 3,333 is not 6,66. Points of the criterion, else of its parts together. */
function typedPoints(entry: Entry, criterion: Criterion): number | 'unreadable' | null {
  const own = entry.self?.reading;
  if (own?.kind === 'number') return own.value * 100;
  if (own !== undefined && own.kind !== 'missing' && own.kind !== 'not-applicable') return 'unreadable';
  const parts = partsOf(criterion.rule).flatMap((part) => partEntry(entry, criterion.code, part.code) ?? []);
  const numbers = parts.flatMap(({ self }) => (self?.reading.kind === 'number' ? [self.reading.value * 100] : []));
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
}

/** More combinations than this are not followed: their whole span counts as explained. */
const MOST_COMBINATIONS = 1024;

/** Every sum the rows can add up to. */
function reachable(rows: readonly (readonly Interval[])[]): readonly Interval[] {
  let sums: readonly Interval[] = [{ low: 0, high: 0 }];
  for (const choices of rows) {
    const next = sums.flatMap((sum) =>
      choices.map((interval) => ({ low: sum.low + interval.low, high: sum.high + interval.high })),
    );
    sums = next.length <= MOST_COMBINATIONS ? next : [spanOf(next)];
  }
  return sums;
}

function spanOf(sums: readonly Interval[]): Interval {
  return { low: Math.min(...sums.map(({ low }) => low)), high: Math.max(...sums.map(({ high }) => high)) };
}
