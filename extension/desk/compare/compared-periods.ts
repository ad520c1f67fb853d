/** Two periods of one source and unit, indicator by indicator. Figures of two sources never get here. */

import { dayNumber } from '../../../core/base/period/day.ts';
import { parsePeriod, periodDays } from '../../../core/base/period/period.ts';
import { indicatorName, isPercent, isRank } from '../../../core/portal/indicator/indicator-name.ts';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import type { StrandPeriod } from '../../history/strands.ts';
import { deltaText } from '../../pieces/words.ts';
import { compared } from '../../reading/compare.ts';

interface ComparedRow {
  readonly indicator: string;
  readonly name: string;
  /** undefined = that period has no such figure. */
  readonly earlier: Observation | undefined;
  readonly later: Observation | undefined;
  /** Vietnamese, from the earlier to the later. */
  readonly difference: string;
}

/**
 * Changed figures first, then unchanged ones, then those that cannot be compared; each in the later period's order,
 * figures of only the earlier period last.
 */
export function comparedRows(earlier: readonly Observation[], later: readonly Observation[]): readonly ComparedRow[] {
  const [before, after] = [earlier, later].map(
    (all) => new Map(all.map((observation) => [observation.indicator, observation])),
  );
  const rows = [...new Set([...later, ...earlier].map(({ indicator }) => indicator))].map((indicator) => {
    const pair = { earlier: before?.get(indicator), later: after?.get(indicator) };
    return { indicator, name: indicatorName(indicator), ...pair, difference: differenceText(pair) };
  });
  return rows.toSorted((a, b) => stillness(a) - stillness(b));
}

function stillness({ earlier, later }: ComparedRow): number {
  if (!earlier || !later || earlier.value === null || later.value === null) return 2;
  return earlier.value === later.value ? 1 : 0;
}

function differenceText({ earlier, later }: Pick<ComparedRow, 'earlier' | 'later'>): string {
  if (!earlier || !later || earlier.value === null || later.value === null) return 'không so được';
  const [figure] = compared([later], [earlier]);
  return figure ? deltaText(figure) : '';
}

/**
 * Share of what could be reached, 0 … 100, so that indicators of unlike maxima fit one axis; null for counts and
 * places, which have none.
 */
export function shareOf({ indicator, value, max }: Observation): number | null {
  if (value === null || isRank(indicator)) return null;
  if (isPercent(indicator)) return value;
  return max == null || max <= 0 ? null : Math.round((value / max) * 10_000) / 100;
}

/**
 * The period to compare with: the nearest earlier period of the same length, else the nearest. `periods` latest first.
 */
export function periodBefore(periods: readonly StrandPeriod[], period: string): StrandPeriod | undefined {
  const others = periods.filter((strandPeriod) => strandPeriod.period !== period);
  const earlier = others.filter((other) => endOf(other.period) < endOf(period));
  return earlier.find((strandPeriod) => isAlike(strandPeriod.period, period)) ?? earlier[0] ?? others[0];
}

/** The period to begin with: the last captured that has its like beside it, else the last captured. */
export function periodToCompare(periods: readonly StrandPeriod[]): StrandPeriod | undefined {
  const latestFirst = [...periods].sort((a, b) => (a.at < b.at ? 1 : -1));
  const hasLike = (strandPeriod: StrandPeriod) =>
    periods.some((other) => other !== strandPeriod && isAlike(other.period, strandPeriod.period));
  return latestFirst.find(hasLike) ?? latestFirst[0];
}

/** Whether two periods are equally long: counts of a month and of a year cannot be held against each other. */
export function isAlike(text: string, other: string): boolean {
  const [a, b] = [parsePeriod(text), parsePeriod(other)];
  return a?.kind === b?.kind && (a?.kind !== 'days' || b?.kind !== 'days' || Math.abs(daysOf(a) - daysOf(b)) <= 3);
}

/** Months differ by up to three days. */
function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return dayNumber(to) - dayNumber(from);
}

function endOf(period: string): string {
  const parsed = parsePeriod(period);
  return parsed ? periodDays(parsed).to : period;
}
