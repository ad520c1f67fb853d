/** A period as two days typed the Vietnamese way. */
import { type Period, periodBetween } from '../../core/period/period.ts';

/**
 * `15/6/2025`, `14-09-2025` → the period from the one to the other, both in it; undefined when they are no days or out
 * of order.
 */
export function typedDays(from: string, to: string): Period | undefined {
  return periodBetween(isoOf(from), isoOf(to));
}

function isoOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2})$/.exec(text.trim()) ?? [];
  return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}
