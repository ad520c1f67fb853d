/** Until which day units may send the report of a period, by the plan's calendar. */
import { dayAfter, dayNumber } from '../base/period/day.ts';
import { type Period, periodDays } from '../base/period/period.ts';
import type { CalendarEntry, Movement, When } from './movement.ts';

interface Due {
  /** Last ISO day in time: "trước ngày 05/11" ends on 04/11. */
  readonly last: string;
  readonly section: string;
}

/** The due day of a report is at most so many days after its period. */
const LONGEST_AFTER = 92;
/** Days of the shortest period whose report a plan's day can mean. */
const SHORTEST = 28;

/**
 * What recurs every month or quarter is due for just such a period. Else the latest unit-report deadline that can belong
 * to the period: from its middle (before that nobody can report on it) to 92 days after its end. A day without a year is
 * of the period's year, or of the next when that is too early. null = the plan names none, or the period is a week or a few days.
 */
export function dueDay(movement: Movement, period: Period): Due | null {
  const { from, to } = periodDays(period);
  const earliest = dayAfter(from, Math.floor((dayNumber(to) - dayNumber(from)) / 2));
  const latest = dayAfter(to, LONGEST_AFTER);
  const reports = movement.calendar.filter((entry) => entry.what === 'unit-report');
  const own = reports.flatMap((entry) => {
    const last = dueInside(dueOf(entry), period);
    return last === null ? [] : [{ last, section: entry.source.section }];
  });
  if (own.length > 0) return own.sort(latestFirst)[0] ?? null;
  // The day of a yearly report is none of a week's.
  if (dayNumber(to) - dayNumber(from) < SHORTEST - 1) return null;
  const due = reports
    .flatMap((entry) => lastDays(entry, period.year).map((last) => ({ last, section: entry.source.section })))
    .filter(({ last }) => last >= earliest && last <= latest)
    .sort(latestFirst);
  return due[0] ?? null;
}

const latestFirst = (x: Due, y: Due): number => (x.last < y.last ? 1 : -1);

/** Of what recurs: the last ISO day in time for that month or quarter; null for another kind of time or period. */
function dueInside(when: When, period: Period): string | null {
  if (when.kind !== 'recurring' || when.every !== period.kind) return null;
  return recurrenceIn(when, period.year, Number(periodDays(period).to.slice(5, 7)));
}

/** Last ISO days in time of what recurs, for each month or quarter of a year. */
export function recurrencesIn(when: Recurring, year: number): readonly string[] {
  const months = when.every === 'quarter' ? [3, 6, 9, 12] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  return months.map((month) => recurrenceIn(when, year, month));
}

export type Recurring = Extract<When, { kind: 'recurring' }>;

/** A day the month does not have is its last. */
function recurrenceIn({ day, next, exclusive }: Recurring, year: number, month: number): string {
  const [ofYear, ofMonth] = next ? (month === 12 ? [year + 1, 1] : [year, month + 1]) : [year, month];
  const { from, to } = periodDays({ kind: 'month', year: ofYear, month: ofMonth });
  const last = Math.min(day, Number(to.slice(8)));
  return dayAfter(from, last - 1 - (exclusive ? 1 : 0));
}

/** When an entry is due: by the commune, which may put a day in the place of the plan's; else by the plan. */
export function dueOf({ when, setDay }: Pick<CalendarEntry, 'when' | 'setDay'>): When {
  return setDay ?? when;
}

function lastDays(entry: CalendarEntry, year: number): readonly string[] {
  const when = dueOf(entry);
  if (when.kind === 'recurring') return [];
  const inYear = lastDayOf(when, year);
  const inNext = lastDayOf(when, year + 1);
  if (inYear === null || inNext === null) return [];
  return inYear === inNext ? [inYear] : [inYear, inNext];
}

/** Last ISO day in time, in this year where the plan names none; null where it names no day at all. */
export function lastDayOf(when: Exclude<When, Recurring>, year: number): string | null {
  switch (when.kind) {
    case 'date':
      return dayAfter(when.date, when.exclusive ? -1 : 0);
    case 'month-day':
      return dayAfter(`${year}-${when.monthDay}`, when.exclusive ? -1 : 0);
    case 'quarter':
      return periodDays({ kind: 'quarter', year: when.year, quarter: when.quarter as 1 | 2 | 3 | 4 }).to;
    case 'month':
      return periodDays({ kind: 'month', year: when.year ?? year, month: when.month }).to;
    case 'year':
      return `${when.year}-12-31`;
    case 'unspecified':
      return null;
  }
}
