/**
 * The period of a run started without a period: the period most reports name, else the only year the movement lasts.
 */

import { type Period, periodKey } from '../base/period/period.ts';
import type { Movement } from '../movement/movement.ts';
import type { Report } from './report.ts';

/** null when nothing says it. Of periods named equally often the latest is taken. */
export function commonPeriod(reports: readonly Report[], movement: Movement): Period | null {
  const named = new Map<string, { readonly period: Period; readonly times: number }>();
  for (const { period } of reports) {
    if (!period) continue;
    const key = periodKey(period.period);
    named.set(key, { period: period.period, times: (named.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...named].sort(([a, x], [b, y]) => y.times - x.times || (a < b ? 1 : -1));
  if (most) return most[1].period;
  const { from, to } = movement.period;
  const year = Number(to.slice(0, 4));
  return from?.startsWith(String(year)) ? { kind: 'year', year } : null;
}
