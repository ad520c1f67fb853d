/** A period as two days typed the Vietnamese way. */

import { type Period, periodBetween } from '../../core/base/period/period.ts';
import { readDate } from '../../core/sheet/grid/date.ts';

/**
 * `15/6/2025`, `14-09-2025` → the period from the first day to the last, inclusive; undefined when they are no days or
 * out of order.
 */
export function typedDays(from: string, to: string): Period | undefined {
  return periodBetween(readDate(from) ?? '', readDate(to) ?? '');
}
