/**
 * The period of a plan that names neither years nor days of its movement: its own times say how long it runs. A plan of
 * September with works until June is a plan of both years.
 */
import { lastDayOfMonth } from '../../base/period/day.ts';
import type { PlanDeadline } from '../due/deadlines.ts';
import type { DueWhen } from '../due/due-dates.ts';
import type { PlanTarget } from '../finding.ts';
import type { PlanPeriod } from '../time/plan-period.ts';

interface Timed {
  readonly targets: readonly Pick<PlanTarget, 'deadline'>[];
  readonly deadlines: readonly Pick<PlanDeadline, 'what' | 'when'>[];
}

/** From the day of issue to the last time named; null = fewer than two times lie beyond `year`, the year of issue. */
export function periodOfDates(
  year: PlanPeriod,
  issuedOn: string | null,
  { targets, deadlines }: Timed,
): PlanPeriod | null {
  const { to } = year;
  if (to === null) return null;
  const closing = `${Number(to.slice(0, 4)) + 1}-03-31`;
  const beyond = [
    ...targets.flatMap(({ deadline }) => (deadline !== null && deadline > to ? [deadline] : [])),
    ...deadlines.flatMap(({ what, when }) => {
      const day = lastDay(when);
      return day !== null && day > (CLOSES.has(what) ? closing : to) ? [day] : [];
    }),
  ];
  const last = beyond.toSorted().at(-1);
  return last === undefined || beyond.length < FEWEST ? null : { from: issuedOn ?? year.from, to: last };
}
const FEWEST = 2;
/** Due in the first months behind the year they are of. */
const CLOSES: ReadonlySet<PlanDeadline['what']> = new Set([
  'unit-report',
  'yearly-summary',
  'final-review',
  'evaluation',
  'award-dossier',
]);

/** ISO day; null = of no named year. */
function lastDay(when: DueWhen): string | null {
  if ('date' in when) return when.date;
  if (!('year' in when) || when.year === null) return null;
  const month = 'quarter' in when ? 3 * when.quarter : 'month' in when ? when.month : 12;
  return lastDayOfMonth(when.year, month);
}
