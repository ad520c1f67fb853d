/** What the figures of a period are held against first: those of the period before. */
import { parsePeriod, periodName } from '../../../core/base/period/period.ts';
import { compared } from '../../reading/compare.ts';
import { previousPeriod } from '../../reading/previous-period.ts';
import type { Store } from '../../store/db.ts';
import { seriesKey } from '../../store/series.ts';
import { type LatestFigure, latestFigures } from '../../store/series-history.ts';

export interface Against {
  /** `tháng 8 năm 2025`. */
  readonly name: string;
  /** Key of the period: `2026-08`. */
  readonly period: string;
  /** Its last figures by indicator. */
  readonly of: ReadonlyMap<string, LatestFigure>;
}

/** null where nothing was captured of the period before, or the period has none: a run of days. */
export async function againstBefore(
  db: Store,
  { source, unit, period }: { readonly source: string; readonly unit: string; readonly period: string },
): Promise<Against | null> {
  const earlier = previousPeriod(period);
  const parsed = earlier === null ? undefined : parsePeriod(earlier);
  if (earlier === null || !parsed) return null;
  const figures = await latestFigures(db, seriesKey(source, unit, earlier));
  if (figures.length === 0) return null;
  return {
    name: periodName(parsed),
    period: earlier,
    of: new Map(figures.map((latestFigure) => [latestFigure.observation.indicator, latestFigure])),
  };
}

/** The figure with its change since the period before; undefined where that period has no such figure. */
export function sinceBefore({ observation }: LatestFigure, against: Against | null) {
  const earlier = against?.of.get(observation.indicator);
  return earlier ? compared([observation], [earlier.observation])[0] : undefined;
}
