/** From when to when a movement runs: as its title says, else as the text does, else the year it was issued in. */

import { dayNumber, isoDay } from '../../base/period/day.ts';
import type { DueKind } from '../../movement/movement.ts';
import { findDate } from '../../sheet/grid/date.ts';
import { STRETCHES } from '../due/deadlines.ts';
import { DEEDS } from '../lexicon/deeds.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { findPhrase, tokensOf } from '../words/token.ts';
import { daysFrom, daysOfCampaign, periodInTitle, periodSaid, startAndEnd } from './title-period.ts';

const DAY = String.raw`\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}`;
/** `0 giờ`, `24h00,` */
const CLOCK = String.raw`(?:\d{1,2} ?(?:giờ|h)(?: ?\d{2})?(?: phút)?,? )?`;
const DAYS = new RegExp(
  `[Tt]ừ ${CLOCK}(?:(nay|ngày (?:ký|ban hành)[^.;:,]{0,40}?)|(?:ngày )?(${DAY}|\\d{1,2}/\\d{1,2}(?![/\\d]))) đến (?:hết )?${CLOCK}(?:ngày )?(${DAY}|\\d{1,2}/\\d{1,2}(?![/\\d]))`,
  'gu',
);

/**
 * Another stretch the text says the movement runs ("Thời gian thực hiện: từ … đến …") and that ends in another year;
 * null = there is none.
 */
export function otherPeriodOf(opening: string, period: PlanPeriod): DayRange | null {
  const stated = periodSaid(opening) ?? startAndEnd(opening);
  return stated && period.to !== null && stated.to.slice(0, 4) !== period.to.slice(0, 4) ? stated : null;
}

export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/**
 * `opening` = the text, `preamble` = the place of the words before its first part, `issued` = the year of the plan,
 * `issuedOn` = its day.
 * Only statements about the plan itself count, not the years of the papers it cites. "đến năm 2030" runs from the year
 * of issue.
 */
export function periodOf(
  opening: string,
  preamble: { readonly from: number; readonly to: number },
  title: string,
  issued: string | null,
  issuedOn: string | null = null,
): PlanPeriod {
  const named = yearsOf(title, issued) ?? yearsOf(title.replace(/nhiệm kỳ/giu, 'giai đoạn'), issued);
  const years = named ?? yearsSaid(opening, issued);
  const from = years?.from ?? issued;
  const to = years?.to ?? issued;
  const isSchoolYear = from !== null && Number(to) - Number(from) === 1 && SCHOOL_YEAR.test(named ? title : opening);
  const whole = isSchoolYear
    ? { from: `${from}-09-01`, to: `${to}-05-31` }
    : { from: from && `${from}-01-01`, to: to && `${to}-12-31` };
  const titled = periodInTitle(title);
  if (titled) return titled;
  const span = startAndEnd(opening) ?? daysFrom(opening) ?? daysOfCampaign(title, opening);
  if (span && (named === null || span.to.slice(0, 4) === named.to)) return span;
  // "từ nay đến 20/10": of the year of issue.
  const endOf = ({ 3: last = '' }: RegExpExecArray): string | null =>
    findDate(/\d{4}$/.test(last) ? last : `${last}/${issued}`)?.date ?? null;
  // "… đợt thi đua cao điểm" in the title: the wave is the movement itself.
  const isWave = findPhrase(tokensOf(title, 0, title.length), 0, title.length, STRETCHES) >= 0;
  const days = [...opening.matchAll(DAYS)].find(
    (match) =>
      (endOf(match) ?? '') > (issuedOn ?? '') &&
      ((match.index >= preamble.from && match.index < preamble.to) ||
        (isSchoolYear && endOf(match) === whole.to) ||
        (isOfWhole(opening, match, isWave) && holdsMost(opening, match, issuedOn ?? ''))),
  );
  const end = days ? endOf(days) : null;
  // "năm 2026 và những tháng đầu năm 2027": the title names the year of the end as well.
  const isOfTitle = named === null || end?.slice(0, 4) === named.to || title.includes(`năm ${end?.slice(0, 4)}`);
  if (!days || !end || !isOfTitle) {
    const stated = periodSaid(opening);
    return stated && (named === null || stated.to.slice(0, 4) === named.to) ? stated : whole;
  }
  const first = days[2] ?? '';
  const start = findDate(/\d{4}$/.test(first) ? first : `${first}/${end.slice(0, 4)}`)?.date;
  return { from: days[1] ? issuedOn : (start ?? whole.from), to: end };
}

/** The days of an event: most of the other days a plan names lie before them, or well behind. */
function holdsMost(
  opening: string,
  { 0: words, 2: first = '', 3: last = '' }: RegExpExecArray,
  issued: string,
): boolean {
  const year = /\d{4}$/.exec(last)?.[0];
  const dayOf = (day: string): string | null =>
    findDate(/\d{4}$/.test(day) ? day : `${day}/${year ?? issued.slice(0, 4)}`)?.date ?? null;
  const [from, to] = [dayOf(first), dayOf(last)];
  if (from === null || to === null) return true;
  const closing = isoDay(dayNumber(to) + CLOSING);
  const others = [...opening.replace(words, '').matchAll(WHOLE_DAY)].flatMap(([day]) => findDate(day)?.date ?? []);
  const ahead = others.filter((day) => day > issued);
  const outside = ahead.filter((day) => day < from || day > closing);
  return outside.length < FEW || outside.length * 2 <= ahead.length;
}
const WHOLE_DAY = new RegExp(DAY, 'gu');
/** Reports and reviews come within so many days after the movement. */
const CLOSING = 45;
/** A single day proves nothing. */
const FEW = 2;

/** "họp xét từ ngày 06/11 đến ngày 14/11/2026", "Đợt 1: …": the days of what is done within the movement. */
function isOfWhole(opening: string, match: RegExpExecArray, isWave: boolean): boolean {
  const before = opening.slice(Math.max(0, match.index - LONGEST_CLAUSE), match.index);
  const behind = opening.slice(match.index + match[0].length, match.index + match[0].length + LONGEST_CLAUSE);
  const sentence = `${before.split(/[.;] | [-+•] /u).at(-1)}${/^[^.;]*/u.exec(behind)?.[0]}`;
  const words = tokensOf(sentence, 0, sentence.length);
  return [...(isWave ? [] : [STRETCHES]), ...WITHIN].every((list) => findPhrase(words, 0, words.length, list) < 0);
}
const LONGEST_CLAUSE = 200;
const OWN: ReadonlySet<DueKind> = new Set(['launch', 'unit-plan', 'end']);
const WITHIN = DEEDS.filter(([what]) => !OWN.has(what)).map(([, list]) => list);

/** Whether a title leaves the years open, and the period is nothing but the year of issue. */
export function isYearOfIssue({ from, to }: PlanPeriod, title: string, issued: string | null): boolean {
  return yearsOf(title, issued) === null && from === `${issued}-01-01` && to === `${issued}-12-31`;
}

/** The first years the text says that are not over when the plan is issued; those of its days are no years of it. */
function yearsSaid(opening: string, issued: string | null): Years | null {
  for (const [words] of opening
    .replace(CITED, '')
    .replace(DAY_IN_WORDS, '')
    .matchAll(/(?:giai đoạn|từ năm|(?:(?:đến|tới) (?:hết )?)?năm) [^.;]{0,40}20\d\d/giu)) {
    const years = yearsOf(words, issued);
    if (years && (issued === null || years.to >= issued)) return years;
  }
  return null;
}

interface Years {
  readonly from: string;
  readonly to: string;
}

/** The years of a movement, not those of a term of office nor of what it carries out ("Đề án … 2022 - 2025 năm 2026"). */
function yearsOf(words: string, issued: string | null): Years | null {
  const own = words.replace(CITED, '').replace(TERM, '');
  const range = RANGE.exec(own);
  const rest = range ? own.slice(range.index + range[0].length) : '';
  // "giai đoạn 2026 - 2030, trong đó năm 2026": a part of it is not the whole.
  const behind = AMONG.test(rest) ? null : /(?<!đến |tới |từ )năm (20\d\d)(?! ?[-–—])/iu.exec(rest);
  if (range && !behind) return { from: range[1] ?? '', to: range[2] ?? '' };
  const single = behind ?? /(?<until>(?:đến|tới)(?: hết)? )?năm (20\d\d)/iu.exec(own);
  const year = single?.at(-1);
  if (!year) return null;
  // "… đến năm 2030" of a plan of 2026: from then to then.
  const from = single?.groups?.until && issued !== null && issued <= year ? issued : year;
  return { from, to: year };
}
const AMONG = /(?:trong đó|riêng)(?!\p{L})/iu;
/** `2026 - 2030`, `2026, 2027 và 2028` */
const RANGE = /(20\d\d)(?: ?(?:[-–—]|đến(?: hết)?(?: năm)?) ?|(?:, ?20\d\d)*(?:,| và) ?)(20\d\d)/iu;
/** From September to the end of May: khung kế hoạch thời gian năm học of the Ministry. */
const SCHOOL_YEAR = /năm học 20\d\d ?[-–—] ?20\d\d/iu;
const DAY_IN_WORDS = /(?:ngày \d{1,2} )?(?:tháng \d{1,2}|quý (?:IV|I{1,3}|[1-4])) năm 20\d\d/giu;
const TERM = /nhiệm kỳ (?:\d{4} ?[-–—] ?)?\d{4}/giu;
/** "Chỉ thị số 31/CT-TTg ngày 15 tháng 8 năm 2024", "Luật Thi đua, khen thưởng năm 2022": a paper and its date. */
const CITED =
  /(?<!\p{L})(?:số:? )?\d{1,5} ?[-/] ?(?:\d{4} ?\/ ?)?\p{Lu}[\p{L}\d/-]*,? (?:ngày [^;:]{0,24}?20\d\d|năm 20\d\d)|(?<!\p{L})Luật [^;:.()]{1,60}? năm 20\d\d(?! ?[-–—])/giu;
