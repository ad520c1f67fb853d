/** The periods officers look at most on the portal, a button for each. */
import type { Period } from '../../core/base/period/period.ts';

/** The first year the portal's answers are of. */
export const FIRST_YEAR = 2026;

/** This month and the month before, this quarter, this year. `day` = ISO day in Vietnam. */
export function recentPeriods(day: string): readonly Period[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  const recent: readonly Period[] = [
    { kind: 'month', year, month },
    { kind: 'month', ...before },
    { kind: 'quarter', year, quarter: Math.ceil(month / 3) as 1 | 2 | 3 | 4 },
    { kind: 'year', year },
  ];
  return recent.filter((period) => period.year >= FIRST_YEAR);
}
