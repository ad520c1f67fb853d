/**
 * The months of the year in an answer about a single unit: its chart holds the points of each month. The chart is
 * believed to show the unit's own points only where it agrees for the requested month.
 */
import { type Period, periodDays } from '../../../../base/period/period.ts';
import { LAST_PLACE } from '../../must.ts';
import type { CapturedUnit, CaptureReading } from '../../reader.ts';

interface Asked {
  readonly unit: CapturedUnit;
  readonly period: Period;
  /** The unit's total of that period. */
  readonly total: number | null | undefined;
  /** ISO day of the capture. */
  readonly day: string;
}

/** The months before the requested month, earliest first; `chart` = month → points. */
export function courseReadings(
  chart: ReadonlyMap<number, number>,
  { unit, period, total, day }: Asked,
): readonly CaptureReading[] {
  if (period.kind !== 'month' || total == null) return [];
  const own = chart.get(period.month);
  if (own === undefined || Math.abs(own - total) > LAST_PLACE) return [];
  return [...chart]
    .filter(([month]) => month < period.month)
    .flatMap(([month, value]): CaptureReading[] => {
      const of: Period = { kind: 'month', year: period.year, month };
      const isOver = periodDays(of).to < day;
      return isOver ? [{ indicator: 'TONG', unit, period: of, value, max: 100, course: true }] : [];
    })
    .sort((a, b) => monthOf(a) - monthOf(b));
}

function monthOf({ period }: CaptureReading): number {
  return period?.kind === 'month' ? period.month : 0;
}
