/** The period a figure is compared with: the month, quarter, half-year or year before. */
import { type Period, parsePeriod, periodKey } from '../../core/base/period/period.ts';

/** Text forms; null for runs of days, which have none before them. */
export function previousPeriod(text: string): string | null {
  const period = parsePeriod(text);
  const before = period && beforeOf(period);
  return before ? periodKey(before) : null;
}

function beforeOf(period: Period): Period | undefined {
  const { year } = period;
  switch (period.kind) {
    case 'year':
      return { kind: 'year', year: year - 1 };
    case 'half':
      return period.half === 2 ? { kind: 'half', year, half: 1 } : { kind: 'half', year: year - 1, half: 2 };
    case 'quarter':
      return period.quarter === 1
        ? { kind: 'quarter', year: year - 1, quarter: 4 }
        : { kind: 'quarter', year, quarter: (period.quarter - 1) as 1 | 2 | 3 };
    case 'month':
      return period.month === 1
        ? { kind: 'month', year: year - 1, month: 12 }
        : { kind: 'month', year, month: period.month - 1 };
    case 'days':
      return undefined;
  }
}
