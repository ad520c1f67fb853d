/** The period of a kept reader's figures: where the officer said that the page names it. */
import { type Period, parsePeriod, periodKey } from '../../indicator/period.ts';
import { periodInText } from '../../indicator/period-text.ts';
import { addressParts } from './address.ts';
import type { PeriodPlace } from './definition.ts';

/** `page` = headings of the page as one text. null when the place says nothing that is one period; a column is read row by row. */
export function placePeriod(place: PeriodPlace, heading: string, page: string, url: string): Period | null {
  switch (place.from) {
    case 'heading':
      return periodInText(heading) ?? periodInText(page) ?? null;
    case 'address':
      return agreed(inAddress(place, url), periodInText(heading) ?? periodInText(page));
    default:
      return null;
  }
}

/** Null when the heading names another period: the address may be left over from a search that was changed on the page. */
function agreed(asked: Period | null, said: Period | undefined): Period | null {
  return asked && said && periodKey(asked) !== periodKey(said) ? null : asked;
}

/** `2025-09`, `09/2025`, `9/2025`, `Tháng 9 năm 2025`, `Quý III/2025`, `Năm 2025`, `2025`. */
export function cellPeriod(text: string): Period | null {
  const month = /^(0?[1-9]|1[0-2])\s?[/-]\s?(20\d{2})$/.exec(text.trim());
  if (month) return { kind: 'month', year: Number(month[2]), month: Number(month[1]) };
  return parsePeriod(text) ?? periodInText(text) ?? null;
}

/** No month or quarter, or 0, is the whole year; anything else that is none says nothing. */
function inAddress(place: Extract<PeriodPlace, { from: 'address' }>, url: string): Period | null {
  const query = addressParts(url)?.query;
  const given = (name: string | null) => (name === null ? '' : (query?.get(name)?.trim() ?? ''));
  const year = given(place.year);
  if (!/^20\d{2}$/.test(year)) return null;
  const month = part(given(place.month), 12);
  const quarter = part(given(place.quarter), 4);
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
