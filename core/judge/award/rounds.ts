/**
 * Which rounds of commendation a period belongs to. Yearly and interim live side by side: the year of a phase's review
 * is also a year (TM-Q01 beside TM-Q03). Months and quarters are no year; only a review that the plan sets for them is
 * held on their figures.
 */

import { type Period, periodDays } from '../../base/period/period.ts';
import { dueOf } from '../../movement/due-day.ts';
import type { Movement, Quota, When } from '../../movement/movement.ts';

export type Round = Quota['round'];

/** In the order they are held. A period nobody names is taken for a year. */
export function roundsOf(movement: Movement, period: Period | null): readonly Round[] {
  if (period === null) return ['yearly'];
  const interim = isReview(movement, 'interim') && isHeldIn(reviewSpans(movement, 'interim-review'), period);
  const final = isReview(movement, 'final') && isHeldIn(reviewSpans(movement, 'final-review'), period);
  const yearly = period.kind === 'year' && (states(movement, 'yearly') || !(interim || final));
  return [
    ...(yearly ? (['yearly'] as const) : []),
    ...(interim ? (['interim'] as const) : []),
    ...(final ? (['final'] as const) : []),
  ];
}

function states({ quotas }: Movement, round: Round): boolean {
  return quotas.some((quota) => quota.round === round);
}

/**
 * In a movement of one year the review is that year's: where the plan states its places for the year and none for the
 * review, it holds no second round without a limit.
 */
function isReview(movement: Movement, round: 'interim' | 'final'): boolean {
  return !isOneYear(movement) || states(movement, round) || !states(movement, 'yearly');
}

function isOneYear({ period: { from, to }, plan }: Movement): boolean {
  return (from ?? plan.date)?.slice(0, 4) === to.slice(0, 4);
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * When the reviews are held: by the calendar; where it names no day, in the last year of each phase, and of the
 * movement.
 */
function reviewSpans(movement: Movement, what: 'interim-review' | 'final-review'): readonly Span[] {
  const stated = movement.calendar.filter((entry) => entry.what === what).map((entry) => spanOf(dueOf(entry)));
  const dated = stated.filter((span) => span !== null);
  if (dated.length > 0) return dated;
  const last = movement.period.to.slice(0, 4);
  if (what === 'final-review') return isOneYear(movement) && stated.length === 0 ? [] : [yearSpan(last)];
  return movement.phases
    .map(({ to }) => to.slice(0, 4))
    .filter((year) => year !== last)
    .map(yearSpan);
}

function yearSpan(year: string): Span {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function spanOf(when: When): Span | null {
  switch (when.kind) {
    case 'date':
      return { from: when.date, to: when.date };
    case 'quarter':
      return periodDays({ kind: 'quarter', year: when.year, quarter: when.quarter as 1 | 2 | 3 | 4 });
    case 'month':
      return when.year === null ? null : periodDays({ kind: 'month', year: when.year, month: when.month });
    case 'year':
      return yearSpan(String(when.year));
    case 'month-day':
    case 'recurring':
    case 'unspecified':
      return null;
  }
}

function isHeldIn(spans: readonly Span[], period: Period): boolean {
  const { from, to } = periodDays(period);
  // A phase of several years is closed by the review in its last year, not by the yearly reviews before.
  const last = from.slice(0, 4) === to.slice(0, 4) ? from : `${to.slice(0, 4)}-01-01`;
  return spans.some((span) => span.from <= to && span.to >= last);
}
