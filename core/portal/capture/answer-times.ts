/**
 * What an answer says of time, by its keys and in words: whether it is of another period than was asked for, ends before
 * the period did, or was made long before the request.
 */
import { dayNumber, dayText, isoDay } from '../../base/period/day.ts';
import { type Period, periodBetween, periodDays, periodKey, periodName } from '../../base/period/period.ts';
import { periodSaid } from '../../base/period/period-text.ts';
import { bareKey } from '../../base/text/text.ts';
import { codedPeriod, dayIn, isFirstDay, isLastDay } from './page-period.ts';

type Json = Readonly<Record<string, unknown>>;

/** When an answer or a row was made. */
export const MADE = /updat|creat|sync|generat|modif|timestamp|captur|latest|last|capnhat|dongbo|tao$/i;

/** Keys of the last day of what was counted. */
const UP_TO = /until$|upto$|asof|coveredto|cutoff|through|chotden|tinhden/i;

/** Days by which the count of a running period may lag. */
const LAG = 31;

/** A sentence where counting ended before the period did, or long before the capture. `day` = ISO day of the capture. */
export function cutShort(object: Json, period: Period, day: string): string | undefined {
  const { from, to: end } = periodDays(period);
  const to = day <= end ? isoDay(dayNumber(day) - LAG) : end;
  for (const [key, value] of Object.entries(object)) {
    const last = typeof value === 'string' && UP_TO.test(bareKey(key)) ? dayIn(value) : undefined;
    if (last !== undefined && from <= last && last < to)
      return `Cổng ghi số liệu chỉ đến ngày ${dayText(last)}, chưa hết kỳ.`;
  }
  return undefined;
}

/** Days by which an answer may be older than the end of what it counts. */
const FRESH = 3;

/**
 * A sentence where the answer was made before the period ended, and not of late: a copy from a store. `day` = ISO day of
 * the capture.
 */
export function madeEarly(object: Json, period: Period, day: string): string | undefined {
  const { to } = periodDays(period);
  const end = isoDay(dayNumber(to < day ? to : day) - FRESH);
  for (const [key, value] of Object.entries(object)) {
    if (/cache/i.test(key) && (value === true || (typeof value === 'number' && value > 0)))
      return `Cổng ghi số này lấy từ bộ nhớ tạm (${key}).`;
    const name = bareKey(key);
    const isDay = MADE.test(key) || /(?:date|day|ngay)$|^ngay/.test(name);
    if (!isDay || /creat/i.test(key) || isFirstDay(name) || isLastDay(name) || UP_TO.test(name)) continue;
    const text = typeof value === 'number' ? timeIn(key, value) : typeof value === 'string' ? value.trim() : '';
    const made = dayIn(text);
    if (made !== undefined && made < end) return `Cổng ghi số liệu làm từ ngày ${dayText(made)}.`;
  }
  return undefined;
}

/** Keys of a kind of period, and the kinds they name: `timeType: MONTH`, `granularity: monthly`, `loaiKy: quy`. */
const KIND_KEY = /type|granular|frequen|interval|resolution|period|mode|group|^loai|^kieu|^k[iy]/i;
const NO_KIND_KEY = /process|handl|xu_?ly|giai_?quyet|unit/i;
const KINDS: readonly (readonly [RegExp, Period['kind']])[] = [
  [/^(?:year|annual|n[aă]m)/i, 'year'],
  [/^(?:quarter|qu[yý])/i, 'quarter'],
  [/^(?:month|th[aá]ng)/i, 'month'],
  [/^(?:week|tu[aầ]n|da[iy]|ng[aà]y)/i, 'days'],
];

function isOfOtherKind(key: string, text: string, period: Period): boolean {
  if (!KIND_KEY.test(key) || NO_KIND_KEY.test(key)) return false;
  const kind = KINDS.find(([shape]) => text.length < 12 && shape.test(text))?.[1];
  return kind !== undefined && kind !== period.kind && /^(?:year|quarter|month)$/.test(period.kind);
}

/** `Tháng 8`, `Quý 2`: a part of a year alone, of another kind or number than was asked for. */
function isOfOtherPart(text: string, period: Period): boolean {
  const [, unit = '', number = ''] = /^(tháng|quý|tuần|month|quarter|week)\s?0?(\d{1,2})$/iu.exec(text) ?? [];
  if (unit === '') return false;
  const kind = /^(?:tháng|month)$/iu.test(unit) ? 'month' : /^(?:quý|quarter)$/iu.test(unit) ? 'quarter' : 'days';
  const own = period.kind === 'month' ? period.month : period.kind === 'quarter' ? period.quarter : undefined;
  return kind !== period.kind || own !== Number(number);
}

/** Two days, or two moments, that are the first and the last of another stretch. */
export function isOfOtherSpan(list: readonly unknown[], period: Period): boolean {
  const days = list.map((item) => (typeof item === 'number' ? dayIn(momentOf(item)) : dayIn(String(item).trim())));
  const [first, last] = days;
  return days.length === 2 && first !== undefined && last !== undefined && !spans(first, last, period);
}

/** `last` = its last day or, as machines write it, the day after. */
function spans(first: string, last: string, period: Period): boolean {
  const { from, to } = periodDays(period);
  return first === from && (last === to || last === isoDay(dayNumber(to) + 1));
}

/** Milliseconds or seconds → an instant; '' for any other number. */
function momentOf(value: number): string {
  const milliseconds = value > 1e9 && value < 4e9 ? value * 1_000 : value;
  return milliseconds > 1e12 && milliseconds < 4e12 ? new Date(milliseconds).toISOString() : '';
}

/**
 * Whether an object names a period other than the requested period, by its keys of time or in words. `isEnvelope` = it
 * is no row, so that two days in it can only be of the figures.
 */
export function saysAnother(object: Json, period: Period, isEnvelope: boolean): boolean {
  const whole = (value: unknown, least: number, most: number) => {
    const number =
      typeof value === 'number' || (typeof value === 'string' && /^\d{1,4}$/.test(value.trim()))
        ? Number(value)
        : Number.NaN;
    return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
  };
  let [year, quarter, month]: (number | undefined)[] = [];
  let [first, last]: (string | undefined)[] = [];
  const words: string[] = [];
  const days: string[] = [];
  for (const [key, value] of Object.entries(object)) {
    if (MADE.test(key)) continue;
    const name = bareKey(key);
    const text = typeof value === 'number' ? timeIn(key, value) : typeof value === 'string' ? value.trim() : '';
    const { from } = periodDays(period);
    if (isEnvelope && (isOfOtherKind(key, text, period) || (!/name|^ten/.test(name) && isOfOtherPart(text, period))))
      return true;
    const day = UP_TO.test(name) ? undefined : dayIn(text);
    if (day !== undefined) days.push(day);
    if (/^(?:asof|cutoff|snapshot|upto|until)/.test(name) && (dayIn(text) ?? from) < from) return true;
    if (isFirstDay(name)) first = dayIn(text);
    else if (isLastDay(name)) last = dayIn(text);
    else if (/^(?:p|report|bao ?cao)?(?:year|nam)$/.test(name)) year = whole(value, 2000, 2100) ?? yearIn(text);
    else if (/^(?:p|report|bao ?cao)?(?:quarter|qui)$/.test(name)) quarter = whole(value, 1, 4);
    else if (/^(?:p|report|bao ?cao)?(?:month|thang)$/.test(name) && whole(value, 1, 12) !== undefined)
      month = whole(value, 1, 12);
    else if (isEnvelope && isOf('year|nam', name) && whole(value, 2000, 2100) !== undefined)
      year ??= whole(value, 2000, 2100);
    else if (isEnvelope && isOf('quarter|qui', name) && whole(value, 1, 4) !== undefined)
      quarter ??= whole(value, 1, 4);
    else if (isEnvelope && isOf('month|thang', name) && whole(value, 1, 12) !== undefined)
      month ??= whole(value, 1, 12);
    else if (/\d/.test(text) && text.length <= 120 && !/name|^ten/i.test(key)) words.push(text, ...codedAs(name, text));
  }
  if (first !== undefined && last !== undefined) {
    const between = periodBetween(first, last);
    if (between && periodKey(between) !== periodKey(period)) return true;
  } else if (isEnvelope && isOfOtherSpan(days.toSorted(), period)) return true;
  const { from, to } = periodDays(period);
  if (year !== undefined && !(from.startsWith(String(year)) || to.startsWith(String(year)))) return true;
  const own = year ?? period.year;
  if (month !== undefined && periodKey({ kind: 'month', year: own, month }) !== periodKey(period)) return true;
  if (
    month === undefined &&
    quarter !== undefined &&
    periodKey({ kind: 'quarter', year: own, quarter: quarter as 1 | 2 | 3 | 4 }) !== periodKey(period)
  )
    return true;
  return words.some((text) => isOfOther(text, period));
}

/** Years and months that the figures are held against, or are many of. */
const OTHER_TIME =
  /^(?:next|prev|compar|base|start|end|from|to|min|max|total|per|avg|so|num|count|birth|found|khoi|truoc|cungky|limit)/;

/** `dataYear`, `nam_du_lieu`, `quarterNo`, as bare keys; `unit` = words for one kind of time. */
function isOf(unit: string, name: string): boolean {
  const shape = new RegExp(`(?:${unit})(?:no|number)?$|^(?:${unit})(?:of|du|so|thong|bao|cua)`);
  return shape.test(name) && !OTHER_TIME.test(name);
}

/** `Năm 2025`, `FY2025` */
function yearIn(text: string): number | undefined {
  const year = /^\D{0,8}(20\d\d)$/.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** `2025Q4` under a key of a period, in words. */
function codedAs(name: string, text: string): readonly string[] {
  const [coded] = /period|^ki/.test(name) ? codedPeriod(text) : [];
  return coded?.kind === 'one' ? [periodName(coded.period)] : [];
}

/** A moment in milliseconds, or 202603 of a month; '' for any other number. */
function timeIn(key: string, value: number): string {
  if (value > 1e12 && value < 4e12) return new Date(value).toISOString();
  const month = /period|month|ky|thang/i.test(key) ? /^(20\d\d)(0[1-9]|1[0-2])$/.exec(String(value)) : null;
  return month ? `Tháng ${Number(month[2])} năm ${month[1]}` : '';
}

function isOfOther(text: string, asked: Period): boolean {
  const stated = periodSaid(text);
  const periods = stated.kind === 'one' ? [stated.period] : stated.kind === 'unclear' ? stated.candidates : [];
  const { from, to } = periodDays(asked);
  return (
    periods.length > 0 && !periods.some((period) => periodDays(period).from <= from && to <= periodDays(period).to)
  );
}
