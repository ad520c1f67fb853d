/** Until which day units may send the report of a period, by the plan's calendar. */
import { type Period, periodDays } from '../period/period.ts';
import type { CalendarEntry, Movement, When } from './movement.ts';

interface Due {
  /** Last ISO day in time: "trước ngày 05/11" ends on 04/11. */
  readonly last: string;
  readonly section: string;
}

/** A report for a period may be asked for up to so many days after it. */
const LONGEST_AFTER = 92;

/**
 * The latest unit-report deadline that can belong to the period: from its middle (before that nobody can report on it)
 * to 92 days after its end. A day without a year is of the period's year, or of the next when that is too early. null =
 * the plan names none.
 */
export function dueDay(movement: Movement, period: Period): Due | null {
  const { from, to } = periodDays(period);
  const earliest = addDays(from, Math.floor(daysBetween(from, to) / 2));
  const latest = addDays(to, LONGEST_AFTER);
  const due = movement.calendar
    .filter((entry) => entry.what === 'unit-report')
    .flatMap((entry) => lastDays(entry, period.year).map((last) => ({ last, section: entry.source.section })))
    .filter(({ last }) => last >= earliest && last <= latest)
    .sort((x, y) => (x.last < y.last ? 1 : -1));
  return due[0] ?? null;
}

/** When an entry is due: by the plan; where the plan gives no day, by the commune. */
export function dueOf({ when, setDay }: Pick<CalendarEntry, 'when' | 'setDay'>): When {
  return when.kind === 'unspecified' && setDay ? setDay : when;
}

function lastDays(entry: CalendarEntry, year: number): readonly string[] {
  const when = dueOf(entry);
  const inYear = lastDayOf(when, year);
  const inNext = lastDayOf(when, year + 1);
  if (inYear === null || inNext === null) return [];
  return inYear === inNext ? [inYear] : [inYear, inNext];
}

/** Last ISO day in time, in this year where the plan names none; null where it names no day at all. */
export function lastDayOf(when: When, year: number): string | null {
  switch (when.kind) {
    case 'date':
      return addDays(when.date, when.exclusive ? -1 : 0);
    case 'month-day':
      return addDays(`${year}-${when.monthDay}`, when.exclusive ? -1 : 0);
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

const DAY = 86_400_000;

function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}
