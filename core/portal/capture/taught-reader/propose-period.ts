/** Where the period of a pointed table may stand: proposals to the officer, the surest first. */
import type { Period } from '../../../base/period/period.ts';
import { squashKey } from '../../../base/text/text.ts';
import type { PageElement } from '../page.ts';
import { addressParts } from './address.ts';
import type { PeriodPlace } from './definition.ts';
import type { TableOutline } from './outline.ts';
import { cellPeriod, pageTimes, placePeriod } from './place-period.ts';

export interface PeriodProposal {
  readonly place: PeriodPlace;
  /** The period at this place now. */
  readonly period: Period | null;
}

const YEAR_NAMES = ['nam', 'year', 'p_nam'];
const QUARTER_NAMES = ['quy', 'quarter', 'p_quy'];
const MONTH_NAMES = ['thang', 'month', 'p_thang'];

/** Places that name exactly one period now, the surest first; the last proposal is to ask the officer each time. */
export function periodProposals(outline: TableOutline, page: PageElement, url: string, row: number): PeriodProposal[] {
  const names = [...(addressParts(url)?.query.keys() ?? [])];
  const called = (known: readonly string[]) => names.find((name) => known.includes(name.toLowerCase())) ?? null;
  const year = called(YEAR_NAMES);
  const places: PeriodPlace[] = [{ from: 'heading' }];
  if (year !== null) {
    places.push({ from: 'address', year, quarter: called(QUARTER_NAMES), month: called(MONTH_NAMES) });
  }
  const times = pageTimes(page);
  const whole = places.map((place) => ({ place, period: placePeriod(place, outline.heading, times, url).period }));
  const columns = outline.headers.flatMap((header, column): PeriodProposal[] => {
    const alone = outline.headers.filter((text) => squashKey(text) === squashKey(header)).length === 1;
    const period = alone && squashKey(header) !== '' ? cellPeriod(outline.rows[row]?.cells[column]?.text ?? '') : null;
    // A bare year is as often a figure.
    return period && !/^\d+$/.test(outline.rows[row]?.cells[column]?.text ?? '')
      ? [{ place: { from: 'column', header }, period }]
      : [];
  });
  return [...columns, ...whole]
    .filter(({ period }) => period !== null)
    .concat({ place: { from: 'asked' }, period: null });
}
