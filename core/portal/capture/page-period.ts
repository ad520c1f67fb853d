/**
 * The period of a page from everything that names it: its headings, its lines, its lists, its address. Where
 * they contradict each other, the officer chooses.
 */

import { type Period, periodBetween, periodDays, periodKey, periodName } from '../../base/period/period.ts';
import { type PeriodSaid, periodSaid } from '../../base/period/period-text.ts';
import { bareKey } from '../../base/text/text.ts';
import { addressPairs } from './address-pairs.ts';
import { isOfTimeAlone, isRelativeTime, isSummedUp } from './narrowing-lines.ts';
import { headingText, isMade, type PageElement, periodLines } from './page.ts';
import { namesOfPage } from './page-names.ts';
import { notesOf } from './page-notes.ts';
import { kindOfTime, picked } from './pickers.ts';

export interface PagePeriod {
  /** null = the page does not say, or contradicts itself. */
  readonly period: Period | null;
  /** What may be meant where the page contradicts itself. */
  readonly candidates: readonly Period[];
}

/** Words about time beside the period: another period, or the kind by which figures are grouped. */
export type TimeNote = PeriodSaid | { readonly kind: 'grouped'; readonly by: Period['kind'] };

const NONE: PeriodSaid = { kind: 'none' };

export function pagePeriod(page: PageElement, address: PeriodSaid = NONE, heading = headingText(page)): PagePeriod {
  const stated = [headed(heading), periodSaid(periodLines(page)), picked(page).period, address];
  return besideNotes(agreedPeriod(stated), notedPeriods(page));
}

/** `QUÝ III NĂM 2025 – LŨY KẾ`: of the quarter, or of the year up to its end. */
function headed(heading: string): PeriodSaid {
  const stated = periodSaid(heading);
  if (stated.kind !== 'one' || !isSummedUp(heading)) return stated;
  const { from, to } = periodDays(stated.period);
  const whole = periodBetween(`${to.slice(0, 4)}-01-01`, to);
  return from.endsWith('-01-01') || !whole ? stated : { kind: 'unclear', candidates: [stated.period, whole] };
}

/** What the other lines and names of a page say of time, each alone: sentences, labels of tables, the path to the page. */
export function notedPeriods(page: PageElement): readonly TimeNote[] {
  const { lines: own, alerts, ends } = notesOf(page);
  const lines = [...own, ...namesOfPage(page), ...ends.filter(isStretchAlone)];
  const chosen = picked(page).kinds.map((by): TimeNote => ({ kind: 'grouped', by }));
  // Below a chart stand many of them.
  const coded = [...lines, ...alerts].filter((line) => PART_OF_YEAR.test(line));
  const lone = new Set(coded).size === 1 ? coded : [];
  const noted = joinedDays([...lines, ...alerts]).flatMap((line): TimeNote[] => {
    if (isMade(line)) return [];
    if (isBatch(line) || lone.includes(line)) return [{ kind: 'unclear', candidates: [] }];
    const by = line.length <= 40 ? kindOfTime(line.replace(/^[^:]*:\s*/, '')) : undefined;
    if (by !== undefined) return [{ kind: 'grouped', by }];
    const stated = periodSaid(line);
    if (isSummedUp(line) && line.length <= 80 && !(stated.kind === 'one' && stated.period.kind !== 'year'))
      return [{ kind: 'unclear', candidates: stated.kind === 'one' ? [stated.period] : [] }];
    if (stated.kind === 'one') return [stated];
    if (isOfTimeAlone(line)) return [stated.kind === 'none' ? { kind: 'unclear', candidates: [] } : stated];
    if (line.length > 80) return [];
    if (isRelativeTime(line)) return [stated.kind === 'none' ? { kind: 'unclear', candidates: [] } : stated];
    // `Tháng 9` without a year: perhaps a part of the period in the heading.
    return stated.kind === 'unclear' && /(?:tháng|quý|tuần)\s*(?:\d|[ivx]+(?!\p{L}))/iu.test(line) ? [stated] : [];
  });
  return [...chosen, ...noted];
}

/** In the header or footer of the site: no year of its rights, no day of today. */
function isStretchAlone(line: string): boolean {
  const stated = periodSaid(line);
  return stated.kind === 'one' && stated.period.kind !== 'year' && OF_TIME_ALONE.test(line);
}
const OF_TIME_ALONE =
  /^(?:(?:t(?:háng|hang|uần|uan|ừ|u)|qu[yý]|n[aă]m|đến|den|ng[aà]y|đầu|cuối|[ivx]+)(?!\p{L})|[^\p{L}])+$/iu;

const DAY = String.raw`(?:ngày\s)?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d`;
const FROM = new RegExp(String.raw`^(?:từ|from|(?:ngày |thời gian )?bắt đầu|start(?: date)?)\s?:?\s(${DAY})$`, 'iu');
const TO = new RegExp(String.raw`^(?:đến|tới|to|(?:ngày |thời gian )?kết thúc|end(?: date)?)\s?:?\s(${DAY})$`, 'iu');
/** `T8`, `Q2` */
const PART_OF_YEAR = /^(?:th?|q)\.?\s?\d{1,2}$/i;

/** `Đợt 1 năm 2025`: a part of the year that only the site knows. */
function isBatch(line: string): boolean {
  return line.length <= 60 && /(?<!\p{L})đợt\s(?:\d|[IVX]+(?!\p{L}))/iu.test(line);
}

/** `Từ 01/07/2025` and `Đến 31/08/2025` in blocks of their own are one line. */
function joinedDays(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) => {
    const next = lines[at + 1] ?? '';
    const [first, last] = [FROM.exec(line)?.[1], TO.exec(next)?.[1]];
    if (first !== undefined && last !== undefined) return [`từ ${first} đến ${last}`];
    return TO.test(line) && FROM.test(lines[at - 1] ?? '') ? [] : [line];
  });
}

/**
 * A line may name the year that a heading's month lies in; any other period beside the heading's makes it unsure. What
 * lines alone say is offered, never taken.
 */
export function besideNotes(agreed: PagePeriod, all: readonly TimeNote[]): PagePeriod {
  const { period } = agreed;
  const groupings = all.flatMap((note) => (note.kind === 'grouped' ? [note.by] : []));
  // Figures grouped by months under the heading of a quarter may cover a single month.
  const isGroupedApart = period !== null && groupings.length > 0 && !groupings.includes(period.kind);
  if (isGroupedApart) return { period: null, candidates: [period] };
  const notes = all.flatMap((note): PeriodSaid[] => (note.kind === 'grouped' ? [] : [note]));
  const others = notes.filter(
    (note) => !(period && note.kind === 'one' && (isOfYear(period, note.period) || isReportedFor(note.period, period))),
  );
  if (others.length === 0) return agreed;
  const offered = others.flatMap((note) =>
    note.kind === 'none' ? [] : note.kind === 'one' ? [note.period] : note.candidates,
  );
  const possible = [...(period ? [period] : agreed.candidates), ...offered];
  return { period: null, candidates: [...new Map(possible.map((period) => [periodKey(period), period])).values()] };
}

/** The same, or the whole year it lies in. */
function isOfYear(period: Period, note: Period): boolean {
  return periodKey(period) === periodKey(note) || (note.kind === 'year' && isWithin(period, note));
}

function isWithin(inner: Period, outer: Period): boolean {
  const [a, b] = [periodDays(inner), periodDays(outer)];
  return b.from <= a.from && a.to <= b.to;
}

/**
 * Reports of a month, quarter or year are made up from the 15th of the month before it to the 14th of its last month
 * (Thông tư 01/2020/TT-VPCP): beside the period's name these days name no other.
 */
function isReportedFor(days: Period, period: Period): boolean {
  if (days.kind !== 'days') return false;
  const own = periodDays(period);
  const [year = 0, month = 0] = own.from.split('-').map(Number);
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return days.from === `${before}-15` && days.to === `${own.to.slice(0, 7)}-14`;
}

/** Without the days that another of the periods is reported for. */
function named(periods: readonly Period[]): readonly Period[] {
  return periods.filter((days) => !periods.some((period) => isReportedFor(days, period)));
}

/** `Quý III (từ ngày 15/6/2025 đến ngày 14/9/2025)` says one period in two ways. */
function inOneWay(stated: PeriodSaid): PeriodSaid {
  if (stated.kind !== 'unclear' || stated.candidates.length < 2) return stated;
  const [only, ...others] = named(stated.candidates);
  return only && others.length === 0 ? { kind: 'one', period: only } : stated;
}

/** One period when all that say any say the same. */
export function agreedPeriod(given: readonly PeriodSaid[]): PagePeriod {
  const stated = given.map(inOneWay);
  const periods = new Map<string, Period>();
  for (const periodSaid of stated) {
    for (const period of periodSaid.kind === 'one'
      ? [periodSaid.period]
      : periodSaid.kind === 'unclear'
        ? periodSaid.candidates
        : []) {
      periods.set(periodKey(period), period);
    }
  }
  const candidates = named([...periods.values()]);
  const [only] = candidates;
  const isSure = candidates.length === 1 && stated.every(({ kind }) => kind !== 'unclear');
  return isSure && only ? { period: only, candidates: [] } : { period: null, candidates };
}

/** Vietnamese sentence for a page without a sure period. */
export function unsurePeriod(candidates: readonly Period[]): string {
  if (candidates.length === 0) return 'Trang không ghi rõ kỳ: cần chọn kỳ của số liệu.';
  return `Trang ghi kỳ không thống nhất (${candidates.map(periodName).join('; ')}): cần chọn kỳ của số liệu.`;
}

/** What parameters of an address say: `?thang=9&nam=2025`. Values as they stand; 0 and nothing are the whole year. */
function askedPeriod(year: string, quarter: string, month: string): PeriodSaid {
  const parts = [
    ['tháng', month],
    ['quý', quarter],
  ].filter(([, value]) => value !== '' && !/^0+$/.test(value ?? ''));
  if (parts.length === 0 && year === '') return NONE;
  return periodSaid(`${parts.map((part) => part.join(' ')).join(' ')} năm ${year}`);
}

const TIME_NAMES = [
  ['nam', 'year', 'pnam', 'namhientai'],
  ['qui', 'quarter', 'pqui'],
  ['thang', 'month', 'pthang'],
] as const;
const TIME = /thang|qui|nam$|ngay|date|month|year|quarter|tuan/;
/** Parameters that may hold a whole period: `?ky=202408`, `?period=2024-Q2`. */
const CODED = /^(?:p|ma)?(?:ki(?:baocao|dulieu)?|period|thoigian|thoiki)$/;

/** `/thong-ke/2025/08`, `/2025/q3`: as a parameter would say it. */
function stepsOfTime(url: string): readonly (readonly [name: string, value: string])[] {
  const path = /^[a-z]+:\/\/[^/?#]*([^?]*)/i.exec(url)?.[1] ?? '';
  const [, year, part] = /[/#](20\d\d)[/-](0?[1-9]|1[0-2]|q[1-4])(?=[/#]|$)/i.exec(path) ?? [];
  return year === undefined || part === undefined ? [] : [['ki', `${year}-${part.padStart(2, '0')}`]];
}

/** Nothing of a value without a year. */
export function codedPeriod(value: string): readonly PeriodSaid[] {
  const [, year, quarter, month] = /^(20\d\d)[-_./]?(?:q([1-4])|(0[1-9]|1[0-2]))?$/i.exec(value) ?? [];
  if (year === undefined) return /20\d\d|^[qt][-_]?\d{1,2}$/i.test(value) ? [{ kind: 'unclear', candidates: [] }] : [];
  return [periodSaid(`${month ? `tháng ${Number(month)} ` : quarter ? `quý ${quarter} ` : ''}năm ${year}`)];
}

/** Names without diacritics of the first and the last day of a stretch. */
const FIRST_DAY = /^(?:p?(?:tu|from|start|begin)(?:ngay|date|day|time)?|ngaybatdau|(?:ngay|date)(?:tu|from|start))$/;
const LAST_DAY = /^(?:p?(?:den|to|end)(?:ngay|date|day|time)?|ngayketthuc|(?:ngay|date)(?:den|to|end))$/;

export function isFirstDay(key: string): boolean {
  return FIRST_DAY.test(key);
}

export function isLastDay(key: string): boolean {
  return LAST_DAY.test(key);
}

/**
 * The period in the address of any site. A parameter of time with a value we do not understand makes the period
 * unclear.
 */
export function addressPeriod(url: string): PeriodSaid {
  const query = new Map(addressPairs(url).map(([name, value]) => [bareKey(name), value.trim()]));
  const set = [...query].filter(([, value]) => !/^(?:0+|-1|null|undefined)?$/.test(value));
  const [year = '', quarter = '', month = ''] = TIME_NAMES.map(
    (names) => names.map((name) => query.get(name) ?? '').find((value) => value !== '') ?? '',
  );
  const known: readonly string[] = TIME_NAMES.flat();
  const firsts = set.filter(([name]) => FIRST_DAY.test(name)).map(([, value]) => dayIn(value));
  const lasts = set.filter(([name]) => LAST_DAY.test(name)).map(([, value]) => dayIn(value));
  const isDays = firsts.length + lasts.length > 0;
  const coded = [...stepsOfTime(url), ...set].flatMap(([name, value]) => (CODED.test(name) ? codedPeriod(value) : []));
  const days = firsts.length === 1 && lasts.length === 1 ? periodBetween(firsts[0] ?? '', lasts[0] ?? '') : undefined;
  const isOther = set.some(
    ([name]) => TIME.test(name) && !known.includes(name) && !FIRST_DAY.test(name) && !LAST_DAY.test(name),
  );
  if (isOther || (isDays && !days)) return { kind: 'unclear', candidates: [] };
  const controls = askedPeriod(year, quarter, month);
  if (coded.length > 0) {
    const { period, candidates } = agreedPeriod([...coded, ...(controls.kind === 'none' ? [] : [controls])]);
    return period && !days ? { kind: 'one', period } : { kind: 'unclear', candidates };
  }
  if (!days) return controls;
  // A year beside the days it holds says no other period.
  const agreed = agreedPeriod([
    { kind: 'one', period: days },
    ...(controls.kind === 'one' && isWithin(days, controls.period) ? [] : [controls]),
  ]);
  return agreed.period ? { kind: 'one', period: agreed.period } : { kind: 'unclear', candidates: agreed.candidates };
}

/**
 * `2025-09-01`, `01/09/2025`, `20250901`, an instant → ISO day in Vietnam; undefined for anything else. Sites write the
 * first and last second of a local day as if it were UTC.
 */
export function dayIn(text: string): string | undefined {
  const iso = /^(20\d\d)-?(\d\d)-?(\d\d)(?:T(?:00:00|23:59).*)?$/.exec(text);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?:\s.*)?$/.exec(text);
  if (local) return `${local[3]}-${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}`;
  const instant = /^20\d\d-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * What the name of a file says of time: `06a_T9_2025.xlsx`. A day in it is the day it was made. Beside what the file
 * says it makes the period unsure, alone it is offered.
 */
export function fileNamePeriods(url: string): readonly PeriodSaid[] {
  const name = /^file:.*?([^/]*?)(?:\.\w{2,5})?$/i.exec(url)?.[1];
  if (name === undefined) return [];
  const words = decoded(name)
    .normalize('NFC')
    .replace(/[_+.-]+/g, ' ');
  const spaced = words.replace(/(?<!\p{L})th?\s?(\d{1,2})\s(20\d\d)/iu, 'tháng $1 năm $2');
  const periods = [words, spaced.replace(/(?<=\p{L})(?=\d)/gu, ' ')].map((text) => periodSaid(text));
  return periods
    .filter(({ kind }) => kind === 'one')
    .filter((period) => period.kind === 'one' && period.period.kind !== 'days')
    .slice(0, 1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
