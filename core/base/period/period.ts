/**
 * A reporting period: year, half-year, quarter, month, or any run of days. Text form (command line, JSON): `2025`,
 * `2025-H1`, `2025-Q4`, `2025-11`, `2025-01-01..2025-09-30`; a week `2025-W40` and a day `2025-10-05` are runs of days.
 */
import { dayNumber, dayText, isoDay } from './day.ts';

export type Period =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: 1 | 2 }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  /**
   * `from` … `to`: ISO days, inclusive; never a range that another kind above describes. `year` is the year of the last
   * day.
   */
  | { readonly kind: 'days'; readonly year: number; readonly from: string; readonly to: string };

const PART_OF_YEAR = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/i;
const WEEK_OR_DAY = /^(?:(20\d{2})-W(\d{2})|(20\d{2}-\d{2}-\d{2}))$/i;
const DAYS = /^(20\d{2}-\d{2}-\d{2})\.\.(20\d{2}-\d{2}-\d{2})$/;

/** `2025-Q4` → period; undefined when it is none. */
export function parsePeriod(text: string): Period | undefined {
  const typed = text.trim();
  // First of all the usual: a result of a commune has a hundred of them.
  const match = PART_OF_YEAR.exec(typed);
  if (!match) return parseDays(typed);
  const year = Number(match[1]);
  if (match[2]) return { kind: 'quarter', year, quarter: Number(match[2]) as 1 | 2 | 3 | 4 };
  if (match[3]) return { kind: 'half', year, half: Number(match[3]) as 1 | 2 };
  if (match[4]) return { kind: 'month', year, month: Number(match[4]) };
  return { kind: 'year', year };
}

function parseDays(typed: string): Period | undefined {
  const short = WEEK_OR_DAY.exec(typed);
  if (short?.[3]) return periodBetween(short[3], short[3]);
  if (short) return weekOf(Number(short[1]), Number(short[2]));
  const days = DAYS.exec(typed);
  return days ? periodBetween(days[1] ?? '', days[2] ?? '') : undefined;
}

/** Period → its text form. */
export function periodKey(period: Period): string {
  switch (period.kind) {
    case 'year':
      return String(period.year);
    case 'half':
      return `${period.year}-H${period.half}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'month':
      return `${period.year}-${two(period.month)}`;
    case 'days':
      return `${period.from}..${period.to}`;
  }
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/**
 * `năm 2025`, `6 tháng đầu năm 2025`, `quý IV năm 2025`, `tháng 11 năm 2025`, `9 tháng đầu năm 2025`, `từ ngày
 * 15/06/2025 đến ngày 14/09/2025`.
 */
export function periodName(period: Period): string {
  switch (period.kind) {
    case 'year':
      return `năm ${period.year}`;
    case 'half':
      return `6 tháng ${period.half === 1 ? 'đầu' : 'cuối'} năm ${period.year}`;
    case 'quarter':
      return `quý ${ROMAN[period.quarter - 1]} năm ${period.year}`;
    case 'month':
      return `tháng ${period.month} năm ${period.year}`;
    case 'days':
      return daysName(period);
  }
}

function daysName({ year, from, to }: Extract<Period, { kind: 'days' }>): string {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return `giai đoạn ${from.slice(0, 4)}-${year}`;
  const months = Number(to.slice(5, 7));
  if (from === `${year}-01-01` && to === lastDayOf(year, months)) return `${months} tháng đầu năm ${year}`;
  return from === to ? `ngày ${dayText(to)}` : `từ ngày ${dayText(from)} đến ngày ${dayText(to)}`;
}

/** First and last day, ISO, inclusive. */
export function periodDays(period: Period): { readonly from: string; readonly to: string } {
  if (period.kind === 'days') return { from: period.from, to: period.to };
  const [first, last] = monthsOf(period);
  return { from: `${period.year}-${two(first)}-01`, to: lastDayOf(period.year, last) };
}

/**
 * The period of these days (ISO, inclusive): the named period that has exactly these days, else a range of days;
 * undefined when a day is invalid or they are out of order.
 */
export function periodBetween(from: string, to: string): Period | undefined {
  if (!isDay(from) || !isDay(to) || from > to) return undefined;
  const year = Number(to.slice(0, 4));
  const month = Number(to.slice(5, 7));
  const named: readonly Period[] = [
    { kind: 'year', year },
    { kind: 'half', year, half: month <= 6 ? 1 : 2 },
    { kind: 'quarter', year, quarter: Math.ceil(month / 3) as 1 | 2 | 3 | 4 },
    { kind: 'month', year, month },
  ];
  const same = named.find((period) => {
    const days = periodDays(period);
    return days.from === from && days.to === to;
  });
  return same ?? { kind: 'days', year, from, to };
}

/** Monday to Sunday of a week by ISO 8601; undefined when the year has no such week. */
export function weekOf(year: number, week: number): Period | undefined {
  const fourth = dayNumber(`${year}-01-04`);
  const monday = fourth - ((fourth + 3) % 7) + 7 * (week - 1);
  // A week is of the year its Thursday is in.
  const isOfYear = isoDay(monday + 3).startsWith(String(year));
  return isOfYear ? periodBetween(isoDay(monday), isoDay(monday + 6)) : undefined;
}

/** Less than a year, and in one. */
export function isPartOfYear(period: Period): boolean {
  return period.kind !== 'year' && periodDays(period).from.startsWith(String(period.year));
}

function isDay(text: string): boolean {
  const number = dayNumber(text);
  return !Number.isNaN(number) && isoDay(number) === text;
}

function lastDayOf(year: number, month: number): string {
  return `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function monthsOf(period: Exclude<Period, { kind: 'days' }>): readonly [number, number] {
  switch (period.kind) {
    case 'year':
      return [1, 12];
    case 'half':
      return period.half === 1 ? [1, 6] : [7, 12];
    case 'quarter':
      return [period.quarter * 3 - 2, period.quarter * 3];
    case 'month':
      return [period.month, period.month];
  }
}
