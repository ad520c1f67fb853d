/** The last day on which units may explain their first appraisal, as the commune set it: a date beside the plan's own. */
import { dayNumber } from '../../base/period/day.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { CalendarDay } from './calendar-day.ts';
import type { Journal } from './journal.ts';

/**
 * By the last row on results sent to the units; nothing while no day is set. `asOf` = the ISO day it is looked at from.
 */
export function explanationDay({ visits }: Journal, asOf: string): readonly CalendarDay[] {
  const last = visits.findLast(({ kind, until }) => kind === 'notice' && until !== null)?.until ?? null;
  if (last === null) return [];
  const daysLeft = dayNumber(last) - dayNumber(asOf);
  return [
    {
      ...{ code: 'GT', what: 'explanation', name: 'Giải trình của đơn vị', section: '' },
      text: 'Đơn vị giải trình, bổ sung minh chứng sau khi nhận kết quả thẩm định',
      ...{ from: null, to: null, last, words: `chậm nhất hết ngày ${formatDate(last)} (Hội đồng ấn định)` },
      state: daysLeft < 0 ? 'past' : daysLeft === 0 ? 'today' : 'ahead',
      daysLeft,
    },
  ];
}

/** Known days first, the earliest first. */
export function withDay(days: readonly CalendarDay[], more: readonly CalendarDay[]): readonly CalendarDay[] {
  return [...days, ...more].toSorted((x, y) => ((x.last ?? '~') < (y.last ?? '~') ? -1 : x.last === y.last ? 0 : 1));
}
