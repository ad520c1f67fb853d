/**
 * When something of a plan is due, in words and back: `trước 05/11/2026`, `20/12 hằng năm`, `ngày 25 hằng tháng`, `ngày
 * 25 tháng cuối quý`, `quý IV/2026`, `tháng 6/2026`, `năm 2026`, `cuối mỗi năm`.
 */
import { readDate } from '../../sheet/grid/date.ts';
import type { DueWhen } from './due-dates.ts';

interface Due {
  readonly when: DueWhen;
  /** "trước ngày": the day itself is too late. */
  readonly exclusive: boolean;
}

const QUARTERS = ['I', 'II', 'III', 'IV'];
const BEFORE = 'trước ';
const YEAR_END = 'cuối mỗi năm';

export function dueWords({ when, exclusive }: Due): string {
  return `${exclusive ? BEFORE : ''}${whenWords(when)}`;
}

/** As dueWords, a span with its first day: `từ 01/11/2026 đến 10/11/2026`. `opens` = ISO day, or month and day. */
export function spanWords({ opens, ...due }: Due & { readonly opens?: string }): string {
  if (opens === undefined) return dueWords(due);
  return `từ ${opens.split('-').reverse().join('/')} đến ${dueWords(due)}`;
}

function whenWords(when: DueWhen): string {
  if ('date' in when) return when.date.split('-').reverse().join('/');
  if ('monthDay' in when) return `${when.monthDay.split('-').reverse().join('/')} hằng năm`;
  if ('day' in when) return `ngày ${when.day} ${when.every === 'month' ? 'hằng tháng' : 'tháng cuối quý'}`;
  if ('quarter' in when) return `quý ${QUARTERS[when.quarter - 1] ?? when.quarter}${ofYear(when.year)}`;
  if ('month' in when) return `tháng ${when.month}${ofYear(when.year)}`;
  return 'year' in when ? `năm ${when.year}` : YEAR_END;
}

function ofYear(year: number | null): string {
  return year === null ? '' : `/${year}`;
}

/** null when the words name no time. */
export function readDue(words: string): Due | null {
  const plain = words.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
  const exclusive = plain.startsWith(BEFORE);
  const when = readWhen((exclusive ? plain.slice(BEFORE.length) : plain).replace(/^hết /u, ''));
  return when && { when, exclusive };
}

function readWhen(plain: string): DueWhen | null {
  const [, day, every] = /^ngày (\d{1,2}) (h[àằ]ng tháng|tháng cuối quý)$/u.exec(plain) ?? [];
  if (day !== undefined) {
    const at = Number(day);
    return at >= 1 && at <= 31 ? { day: at, every: every === 'tháng cuối quý' ? 'quarter' : 'month' } : null;
  }
  const [, quarter, quarterYear] = /^quý ([ivx]+|\d)(?:(?: ?\/ ?| năm )(\d{4}))?$/u.exec(plain) ?? [];
  if (quarter !== undefined) {
    const number = QUARTERS.indexOf(quarter.toUpperCase()) + 1 || Number(quarter);
    return number >= 1 && number <= 4 ? { quarter: number, year: yearOf(quarterYear) } : null;
  }
  const [, month, monthYear] = /^tháng (\d{1,2})(?:(?: ?\/ ?| năm )(\d{4}))?$/u.exec(plain) ?? [];
  if (month !== undefined) {
    const number = Number(month);
    return number >= 1 && number <= 12 ? { month: number, year: yearOf(monthYear) } : null;
  }
  if (plain === YEAR_END) return { every: 'year' };
  const year = /^năm (\d{4})$/u.exec(plain)?.[1];
  if (year !== undefined) return { year: Number(year) };
  const date = plain.replace(/^ngày /u, '').replace(/ h[àằ]ng năm$/u, '');
  const isYearly = /^\d{1,2}\/\d{1,2}$/.test(date);
  // 2024 has every day a year can have.
  const read = readDate(isYearly ? `${date}/2024` : date);
  if (read === null) return null;
  return isYearly ? { monthDay: read.slice(5) } : { date: read };
}

function yearOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
