/** The days a title names: "(từ 01/7/2026 đến 30/6/2027)", "từ tháng 3 đến hết tháng 12 năm 2026". */

import { dayAfter } from '../../base/period/day.ts';
import { periodDays } from '../../base/period/period.ts';
import { findDate } from '../../sheet/grid/date.ts';

interface Days {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
}

const OF_YEAR = '(?: ?[/.-] ?| năm )';
const DAY = String.raw`(?:ngày )?(\d{1,2})(?: ?[/.-] ?| tháng )(\d{1,2})(?:${OF_YEAR}(\d{4}))?`;
const MONTH = String.raw`tháng (\d{1,2})(?:${OF_YEAR}(\d{4}))?`;
const BARE_MONTH = String.raw`(\d{1,2})(?:/| năm )(\d{4})`;
const QUARTER = String.raw`quý (IV|I{1,3}|[1-4])(?:${OF_YEAR}(\d{4}))?`;

const POINT = [BARE_MONTH, DAY, MONTH, QUARTER].join('|').replace(/\((?!\?)/gu, '(?:');
const FROM_TO = new RegExp(String.raw`(?<!\p{L})từ (${POINT}) đến (?:hết )?(${POINT})(?!\d)`, 'iu');
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'iu');
const [DAYS, MONTHS, BARE_MONTHS, QUARTERS] = [whole(DAY), whole(MONTH), whole(BARE_MONTH), whole(QUARTER)];

/** null = it names none. A point without a year has the year of the last point. */
export function periodInTitle(title: string): Days | null {
  const [, first = '', last = ''] = FROM_TO.exec(title) ?? [];
  const [, opening = '', closing = '', year = ''] = TWO_QUARTERS.exec(title) ?? [];
  return (
    daysBetween(first, last) ?? daysBetween(`quý ${opening}/${year}`, `quý ${closing}/${year}`) ?? partOfYear(title)
  );
}
/** `quý III, quý IV năm 2026` */
const TWO_QUARTERS = /quý (IV|I{1,3})(?:,| và|,? -| –)(?: quý)? (IV|I{1,3}) năm (20\d\d)/iu;

/** `6 tháng cuối năm 2026`, `quý III năm 2026`, not what leads to it ("đến quý III năm 2026"). */
function partOfYear(title: string): Days | null {
  const [, half, ofYear, quarter, year] = PART_OF_YEAR.exec(title) ?? [];
  if (half !== undefined)
    return daysBetween(`tháng ${half === 'đầu' ? 1 : 7}/${ofYear}`, `tháng ${half === 'đầu' ? 6 : 12}/${ofYear}`);
  return quarter === undefined ? null : daysBetween(`quý ${quarter}/${year}`, `quý ${quarter}/${year}`);
}
const PART_OF_YEAR =
  /(?<!kết quả |đến |hết )(?:(?:6|sáu) tháng (đầu|cuối) năm (20\d\d)|quý (IV|I{1,3})(?: năm |\/)(20\d\d))/iu;

/** "diễn ra trong 90 ngày, từ 01/6/2026": so many days from a day on; null = the text says no such thing. */
export function daysFrom(text: string): Days | null {
  const [, count = '', first = ''] = SO_MANY_DAYS.exec(text) ?? [];
  const from = pointIn(first, null)?.from;
  if (from === undefined) return null;
  return { from, to: dayAfter(from, Number(count) - 1) };
}
const SO_MANY_DAYS =
  /(?<!\d)(\d{2,3}) ngày(?: đêm)?,? (?:(?:kể |tính |bắt đầu )*từ) ((?:ngày )?\d{1,2}\/\d{1,2}\/\d{4})(?! ?(?:đến|-|–))/iu;

/** `Đợt thi đua 60 ngày đêm`, and "Phát động: 07 giờ 30 phút ngày 23/10/2026": so many days from the day it is launched. */
export function daysOfCampaign(title: string, text: string): Days | null {
  const count = /(?<!\d)(\d{2,3}) ngày(?: đêm)?(?!\p{L})/u.exec(title)?.[1];
  const first = count === undefined ? undefined : LAUNCHED.exec(text)?.[1];
  return count === undefined || first === undefined ? null : daysFrom(`${count} ngày từ ${first}`);
}
const LAUNCHED = /(?:phát động|ra quân|khai mạc)[^.;/]{0,40}? ngày (\d{1,2}\/\d{1,2}\/20\d\d)/iu;

/** "2. Thời gian thực hiện: Từ tháng 3/2026 đến hết tháng 11/2026": the first stretch a text says so of; null = none. */
export function periodSaid(text: string): Days | null {
  const [, first = '', last = ''] = SAID.exec(text) ?? [];
  return daysBetween(first, last);
}

/** When a text says that the movement starts and that it ends; null = it does not say both. */
export function startAndEnd(text: string): Days | null {
  const [, first = '', last = ''] = STARTS_AND_ENDS.exec(text) ?? [];
  return daysBetween(first, last);
}
/** "phát động vào ngày 02/02/2026 và kết thúc vào ngày 30/11/2026" */
const STARTS_AND_ENDS = new RegExp(
  String.raw`(?:phát động|bắt đầu|thực hiện|triển khai|tổ chức)(?: từ| vào)? (${POINT})(?:(?:,? và|,|;) kết thúc|,? và tổng kết)(?: vào)? (${POINT})(?!\d)`,
  'iu',
);
const SAID = new RegExp(
  String.raw`(?<!\p{L})thời gian(?: (?:thực hiện|tổ chức|triển khai|thi đua|của phong trào|phong trào|phát động|chấm|chấm điểm|tính kết quả))*:? (?:kết quả )?${FROM_TO.source}`,
  'iu',
);

function daysBetween(first: string, last: string): Days | null {
  const end = pointIn(last, null);
  const start = end && pointIn(first, end.to.slice(0, 4));
  return start && start.from <= end.to ? { from: start.from, to: end.to } : null;
}

/** First and last day of a day, month or quarter; null = it is none, or nothing says of which year. */
function pointIn(words: string, year: string | null): Days | null {
  const month = MONTHS.exec(words) ?? BARE_MONTHS.exec(words);
  if (month) return monthsOf(month[2] ?? year, Number(month[1]));
  const quarter = QUARTERS.exec(words);
  if (quarter) {
    const last = 3 * numberOf(quarter[1] ?? '');
    const [from, to] = [monthsOf(quarter[2] ?? year, last - 2), monthsOf(quarter[2] ?? year, last)];
    return from && to && { from: from.from, to: to.to };
  }
  const day = DAYS.exec(words);
  const date = day && (findDate(`${day[1]}/${day[2]}/${day[3] ?? year}`)?.date ?? null);
  return date ? { from: date, to: date } : null;
}

function monthsOf(year: string | null, month: number): Days | null {
  return year !== null && month >= 1 && month <= 12 ? periodDays({ kind: 'month', year: Number(year), month }) : null;
}

function numberOf(quarter: string): number {
  const roman = ['I', 'II', 'III', 'IV'].indexOf(quarter.toUpperCase());
  return roman < 0 ? Number(quarter) : roman + 1;
}
