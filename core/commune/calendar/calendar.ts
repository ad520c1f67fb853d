/**
 * The dates of a movement in a year, each with its last day in words: "trước 27/11" ends on 26/11. Where the plan names
 * no day ("cuối năm", "theo chỉ đạo") the commune sets it, and may put its own in the place of the plan's; we never invent
 * a day.
 */

import { dayNumber } from '../../base/period/day.ts';
import { type Period, periodName } from '../../base/period/period.ts';
import { dueOf, lastDayOf, recurrencesIn } from '../../movement/due-day.ts';
import type { CalendarEntry, Movement, When } from '../../movement/movement.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { CalendarDay } from './calendar-day.ts';

const NAME: Readonly<Record<CalendarEntry['what'], string>> = {
  launch: 'Phát động phong trào',
  'unit-report': 'Báo cáo của đơn vị',
  'unit-plan': 'Kế hoạch của đơn vị',
  registration: 'Đăng ký thi đua',
  'yearly-summary': 'Báo cáo tổng hợp hằng năm',
  'interim-review': 'Sơ kết phong trào',
  'final-review': 'Tổng kết phong trào',
  evaluation: 'Kiểm tra, đánh giá',
  'award-dossier': 'Gửi hồ sơ khen thưởng',
  'other-report': 'Báo cáo khác',
  end: 'Kết thúc phong trào',
  other: 'Việc khác',
};

const NOT_SAID = 'kế hoạch không ghi ngày: cần ấn định';
const SET_BY_COMMUNE = ' (ngày xã ấn định)';

/** Dates of the year in their order, then those without a day; `asOf` = the ISO day they are looked at from. */
export function calendarOf(movement: Movement, year: number, asOf: string): readonly CalendarDay[] {
  return movement.calendar
    .filter((entry) => isOfYear(dueOf(entry), movement, year))
    .flatMap((entry) => daysOf(entry, year, asOf))
    .sort((x, y) => compareDays(x.last, y.last));
}

/** Known days first, earliest first. */
function compareDays(x: string | null, y: string | null): number {
  if (x === y) return 0;
  return x === null ? 1 : y === null ? -1 : x < y ? -1 : 1;
}

function isOfYear(when: When, { period }: Movement, year: number): boolean {
  switch (when.kind) {
    case 'date':
      return Number(when.date.slice(0, 4)) === year;
    case 'quarter':
    case 'year':
      return when.year === year;
    case 'month':
      return when.year === null ? isWithin(period, year) : when.year === year;
    case 'month-day':
    case 'recurring':
    case 'unspecified':
      return isWithin(period, year);
  }
}

/** What comes back every year does so while the movement lasts. */
function isWithin({ from, to }: Movement['period'], year: number): boolean {
  return (from === null || Number(from.slice(0, 4)) <= year) && year <= Number(to.slice(0, 4));
}

/** The day of an entry; of a recurring entry a day for each month or quarter, `TH02.3` the third. */
function daysOf(entry: CalendarEntry, year: number, asOf: string): readonly CalendarDay[] {
  const when = dueOf(entry);
  if (when.kind !== 'recurring') return [dayOf(entry, when, lastDayOf(when, year), year, asOf)];
  return recurrencesIn(when, year).map((last, at) => ({
    ...dayOf(entry, when, last, year, asOf),
    code: `${entry.code}.${at + 1}`,
  }));
}

function dayOf(entry: CalendarEntry, when: When, last: string | null, year: number, asOf: string): CalendarDay {
  const { code, what, text, from, to, source } = entry;
  const left = last === null ? null : dayNumber(last) - dayNumber(asOf);
  const state = left === null ? 'asked' : left < 0 ? 'past' : left === 0 ? 'today' : 'ahead';
  const about = { code, what, name: NAME[what], text, section: source.section, from, to };
  return {
    ...about,
    last,
    words: last === null ? NOT_SAID : `${wordsFor(when, last, year)}${when === entry.when ? '' : SET_BY_COMMUNE}`,
    state,
    daysLeft: left,
  };
}

function wordsFor(when: When, last: string, year: number): string {
  const until = `chậm nhất hết ngày ${formatDate(last)}`;
  switch (when.kind) {
    case 'date':
      return when.exclusive ? `${until} (kế hoạch ghi trước ngày ${formatDate(when.date)})` : until;
    case 'month-day':
      return when.exclusive
        ? `${until} (kế hoạch ghi trước ngày ${when.monthDay.split('-').reverse().join('/')})`
        : until;
    case 'recurring':
      return when.exclusive ? `${until} (kế hoạch ghi trước ngày ${when.day})` : until;
    case 'quarter':
      return `trong ${periodName({ kind: 'quarter', year: when.year, quarter: when.quarter as 1 | 2 | 3 | 4 })}, ${until}`;
    case 'month':
      return `trong ${periodName({ kind: 'month', year: when.year ?? year, month: when.month })}, ${until}`;
    case 'year':
      return `trong năm ${when.year}, ${until}`;
    case 'unspecified':
      return NOT_SAID;
  }
}

/** The year of a day, limited to the movement's years: before it begins its first, after it ended its last. */
export function yearFor({ period }: Pick<Movement, 'period'>, asOf: string): number {
  const [first, last, now] = [period.from ?? period.to, period.to, asOf].map((day) => Number(day.slice(0, 4)));
  return Math.min(Math.max(now ?? 0, first ?? 0), last ?? 0);
}

/** The period the units report on in a year. */
export function periodOfYear(year: number): Period {
  return { kind: 'year', year };
}
