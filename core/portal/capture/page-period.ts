/**
 * The period of a page by all that names it: its headings, its lines, its lists, its address. Where they contradict
 * each other it is asked.
 */

import { type Period, periodKey, periodName } from '../../base/period/period.ts';
import { type PeriodSaid, periodSaid } from '../../base/period/period-text.ts';
import { bareKey } from '../../base/text/text.ts';
import { addressParts } from './kept-reader/address.ts';
import { headingText, type PageElement, periodLines } from './page.ts';
import { picked } from './pickers.ts';

export interface PagePeriod {
  /** null = not said, or not to be told. */
  readonly period: Period | null;
  /** What may be meant where the page contradicts itself. */
  readonly candidates: readonly Period[];
}

const NONE: PeriodSaid = { kind: 'none' };

export function pagePeriod(page: PageElement, address: PeriodSaid = NONE, heading = headingText(page)): PagePeriod {
  return agreedPeriod([periodSaid(heading), periodSaid(periodLines(page)), picked(page).period, address]);
}

/** One period when all that say any say the same. */
export function agreedPeriod(said: readonly PeriodSaid[]): PagePeriod {
  const periods = new Map<string, Period>();
  for (const each of said) {
    for (const period of each.kind === 'one' ? [each.period] : each.kind === 'unclear' ? each.candidates : []) {
      periods.set(periodKey(period), period);
    }
  }
  const candidates = [...periods.values()];
  const [only] = candidates;
  const isSure = candidates.length === 1 && said.every(({ kind }) => kind !== 'unclear');
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

/** What an address of any site says. A word of time in it that is set and not understood makes the period unclear. */
export function addressPeriod(url: string): PeriodSaid {
  const query = new Map(addressParts(url)?.pairs.map(([name, value]) => [bareKey(name), value.trim()]));
  const [year = '', quarter = '', month = ''] = TIME_NAMES.map(
    (names) => names.map((name) => query.get(name) ?? '').find((value) => value !== '') ?? '',
  );
  const known: readonly string[] = TIME_NAMES.flat();
  const isOther = [...query].some(
    ([name, value]) => TIME.test(name) && !known.includes(name) && !/^(?:0+|-1)?$/.test(value),
  );
  return isOther ? { kind: 'unclear', candidates: [] } : askedPeriod(year, quarter, month);
}
