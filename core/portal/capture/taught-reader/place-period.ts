/** The period of a taught reader's figures, from the place on the page that the officer named. */
import { type Period, parsePeriod } from '../../../base/period/period.ts';
import { type PeriodSaid, periodInText, periodSaid } from '../../../base/period/period-text.ts';
import { headingText, type PageElement, periodLines } from '../page.ts';
import {
  addressPeriod,
  agreedPeriod,
  besideNotes,
  notedPeriods,
  type PagePeriod,
  type TimeNote,
} from '../page-period.ts';
import { picked } from '../pickers.ts';
import { addressParts } from './address.ts';
import type { PeriodPlace } from './definition.ts';

/** The periods a page names, read once for all its tables. */
export interface PageTimes {
  readonly headings: PeriodSaid;
  readonly lists: PeriodSaid;
  readonly lines: PeriodSaid;
  /** Each other line that says anything of time. */
  readonly notes: readonly TimeNote[];
}

export function pageTimes(page: PageElement): PageTimes {
  return {
    headings: periodSaid(headingText(page)),
    lists: picked(page).period,
    lines: periodSaid(periodLines(page)),
    notes: notedPeriods(page),
  };
}

/**
 * The period at the officer's place; lists on the page, heading and address may contradict it. `heading` = of the
 * table. A column is read row by row.
 */
export function placePeriod(place: PeriodPlace, heading: string, times: PageTimes, url: string): PagePeriod {
  if (place.from === 'asked' || place.from === 'column') return { period: null, candidates: [] };
  const own = periodSaid(heading);
  const named = own.kind === 'none' ? times.headings : own;
  const chosen = times.lists;
  const address = addressPeriod(url);
  if (place.from === 'heading') {
    const beside = address.kind === 'none' ? [] : [address];
    return named.kind === 'none'
      ? { period: null, candidates: [] }
      : besideNotes(agreedPeriod([named, chosen, times.lines, ...beside]), times.notes);
  }
  const inQuery = inAddress(place, url);
  if (inQuery === null) return { period: null, candidates: [] };
  const beside = address.kind === 'unclear' && address.candidates.length === 0 ? [address] : [];
  return besideNotes(
    agreedPeriod([{ kind: 'one', period: inQuery }, named, chosen, times.lines, ...beside]),
    times.notes,
  );
}

/** `2025-09`, `09/2025`, `9/2025`, `Tháng 9 năm 2025`, `Quý III/2025`, `Năm 2025`, `2025`. */
export function cellPeriod(text: string): Period | null {
  const month = /^([1-9])\s?-\s?(20\d{2})$/.exec(text.trim());
  if (month) return { kind: 'month', year: Number(month[2]), month: Number(month[1]) };
  return parsePeriod(text) ?? periodInText(text) ?? null;
}

/** No month or quarter, or 0, is the whole year; anything else that is none says nothing. */
function inAddress(place: Extract<PeriodPlace, { from: 'address' }>, url: string): Period | null {
  const query = addressParts(url)?.query;
  const parameterOf = (name: string | null) => (name === null ? '' : (query?.get(name)?.trim() ?? ''));
  const year = parameterOf(place.year);
  if (!/^20\d{2}$/.test(year)) return null;
  const month = part(parameterOf(place.month), 12);
  const quarter = part(parameterOf(place.quarter), 4);
  if (month === undefined || quarter === undefined) return null;
  if (month > 0) return { kind: 'month', year: Number(year), month };
  if (quarter > 0) return { kind: 'quarter', year: Number(year), quarter: quarter as 1 | 2 | 3 | 4 };
  return { kind: 'year', year: Number(year) };
}

function part(text: string, most: number): number | undefined {
  if (text === '') return 0;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : undefined;
}
