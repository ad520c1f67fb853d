/**
 * The period a Vietnamese text names, by grammar: `THÁNG 9 NĂM 2025`, `quý III/2025`, `9 tháng đầu năm 2025`, `lũy kế
 * đến tháng 9 năm 2025`, `từ 01/01 đến 30/09/2025`. For titles, headings, cells and labels, not for running prose. The
 * words and their order decide; composition, case, place of tones, dashes and white space do not matter, and a text
 * without any diacritic is read too. What the words are stands in period-words.ts.
 */
import { dayNumber } from './day.ts';
import { type Period, periodBetween, periodDays, periodKey, weekOf } from './period.ts';
import { type FoundMention, periodWords, type YearStretch } from './period-words.ts';

export type PeriodSaid =
  | { readonly kind: 'one'; readonly period: Period }
  /**
   * Several periods that contradict each other, or words of a period that make none (`tháng 9` without its year): the
   * user has to choose. `candidates` may be empty.
   */
  | { readonly kind: 'unclear'; readonly candidates: readonly Period[] }
  | { readonly kind: 'none' };

/**
 * The period a text names. The date of signing is not a period. Never throws; reads only the first 4,000 characters.
 */
export function periodSaid(text: string): PeriodSaid {
  const { line, found, isHollow } = periodWords(text);
  const named: Period[] = [];
  const exact: Period[] = [];
  const wide: Period[] = [];
  const unsure: Period[] = [];
  const weeks: (Period | null)[] = [];
  const cuts: string[] = [];
  let doubt = isHollow;
  const years = new Set(found.flatMap(({ mention }) => ('year' in mention && mention.year ? [mention.year] : [])));
  const context = years.size === 1 ? ([...years][0] ?? null) : null;
  const take = (list: Period[], period: Period | undefined) => {
    if (period) list.push(period);
    else doubt = true;
  };
  for (let at = 0; at < found.length; at++) {
    const here = found[at];
    if (!here) continue;
    const { mention } = here;
    const next = found[at + 1];
    const before = line.slice(at === 0 ? 0 : found[at - 1]?.end, here.start);
    const first = mention.kind === 'start' ? yearStart(mention.year) : mention.kind === 'stretch' ? mention : undefined;
    if (first && next?.mention.kind === 'stretch' && isLinked(line, here, next)) {
      take(exact, between(first, next.mention, context));
      at++;
      continue;
    }
    if (mention.kind === 'year') wide.push({ kind: 'year', year: mention.year });
    if (mention.kind === 'start' || mention.kind === 'now') doubt = true;
    const year = mention.kind === 'year' || mention.kind === 'now' ? null : (mention.year ?? context);
    // Offices count their weeks in more than one way: it is a candidate only.
    if (mention.kind === 'week') weeks.push((year !== null && weekOf(year, mention.week)) || null);
    if (mention.kind !== 'stretch') continue;
    const days = year === null ? undefined : mention.days(year);
    if (SUMMED.test(before)) {
      const whole = days && periodBetween(`${days.to.slice(0, 4)}-01-01`, days.to);
      if (UNTIL.test(before) || days?.from.endsWith('-01-01')) take(exact, whole);
      else {
        doubt = true;
        unsure.push(...[whole, own(mention, year)].filter((period) => period !== undefined));
      }
    } else if (UNTIL.test(before)) {
      if (days) cuts.push(days.to);
      else doubt = true;
    } else if (mention.unit === 'day') {
      if (/trong\s*$/.test(before)) take(exact, own(mention, year));
    } else if ((SINCE.test(before) && !mention.isRun) || mention.year === null) {
      doubt = true;
      unsure.push(...[own(mention, year)].filter((period) => period !== undefined));
    } else take(named, own(mention, year));
  }
  const isInside = ({ year }: Period) => exact.some((period) => period.year === year);
  const periods = distinct([...named, ...exact, ...wide.filter((period) => !isInside(period))]);
  // Days said beside a week are the week's, whichever way it is counted.
  if (!exact.some((period) => length(period) <= 7)) {
    doubt ||= weeks.length > 0;
    unsure.push(...weeks.filter((period) => period !== null));
  }
  const doubted = [...unsure, ...cutShort(periods, cuts)];
  const candidates = distinct([...periods, ...doubted]);
  const [only] = candidates;
  if (candidates.length > 1 || doubted.length > 0 || doubt) return { kind: 'unclear', candidates };
  return only ? { kind: 'one', period: only } : { kind: 'none' };
}

/** The one period the text names; undefined when it names none or does not settle which. */
export function periodInText(text: string): Period | undefined {
  const stated = periodSaid(text);
  return stated.kind === 'one' ? stated.period : undefined;
}

/** Before what is summed up since the first of January. */
const SUMMED = /(?:luỹ kế|cộng dồn|tích luỹ)[^\d]{0,60}$/;
const UNTIL = /(?:^|[\s(:,])(?:đến|tới|hết)(?: (?:hết|cuối|ngày|thời điểm))*[\s:]*$/;
const SINCE = /(?:^|[\s(:,])từ[\s:]*$/;

function yearStart(year: number | null): YearStretch {
  return { unit: 'part', year, isRun: false, days: (own) => ({ from: `${own}-01-01`, to: `${own}-01-01` }) };
}

/** `… đến …` joins anything, a dash only two days or two months. */
function isLinked(line: string, a: FoundMention, b: FoundMention): boolean {
  const gap = line.slice(a.end, b.start);
  if (/^[\s(),:.]*(?:đến|tới|->|→|~)(?: (?:hết|cuối|ngày))*[\s:]*$/.test(gap)) return true;
  const [first, last] = [a.mention, b.mention];
  return /^ ?- ?$/.test(gap) && first.kind === 'stretch' && last.kind === 'stretch' && first.unit === last.unit;
}

/** A year written at only one end holds for both. */
function between(first: YearStretch, last: YearStretch, context: number | null): Period | undefined {
  const year = last.year ?? context ?? first.year;
  if (year === null) return undefined;
  return periodBetween(first.days(first.year ?? year).from, last.days(year).to);
}

function own(stretch: YearStretch, year: number | null): Period | undefined {
  if (year === null) return undefined;
  const { from, to } = stretch.days(year);
  return periodBetween(from, to);
}

/** Periods that a text like `(tính đến ngày 15/9/2025)` breaks off before their end; alone it says the end only. */
function cutShort(periods: readonly Period[], cuts: readonly string[]): Period[] {
  return cuts.flatMap((cut) => {
    if (periods.length === 0)
      return [periodBetween(`${cut.slice(0, 4)}-01-01`, cut)].filter((period) => period !== undefined);
    return periods.flatMap((period) => {
      const { from, to } = periodDays(period);
      const left = cut < to ? periodBetween(from, cut) : undefined;
      return left ? [left] : [];
    });
  });
}

function length(period: Period): number {
  const { from, to } = periodDays(period);
  return dayNumber(to) - dayNumber(from) + 1;
}

function distinct(periods: readonly Period[]): Period[] {
  return [...new Map(periods.map((period) => [periodKey(period), period])).values()];
}
