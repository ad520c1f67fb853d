/**
 * The message for Zalo about one source, unit and period: the figures of its last capture with their change and the
 * target each is held against.
 */

import { parsePeriod, periodName } from '../../core/base/period/period.ts';
import { findIndicator } from '../../core/portal/indicator/catalogue.ts';
import { dateLine } from '../../core/portal/indicator/date-line.ts';
import { isRank } from '../../core/portal/indicator/indicator-name.ts';
import { indicatorMessage } from '../../core/portal/indicator/message.ts';
import { progressOf } from '../../core/portal/indicator/progress.ts';
import type { IndicatorTarget } from '../../core/portal/indicator/targets.ts';
import { formatDate } from '../../core/sheet/grid/date.ts';
import { moversOf } from '../history/movers.ts';
import { previousPeriod } from '../reading/previous-period.ts';
import type { Store } from '../store/db.ts';
import { seriesKey, seriesParts } from '../store/series.ts';
import { latestFigures } from '../store/series-history.ts';

/** Empty when the series has no figure any more. `today` = ISO day. */
export async function seriesMessage(
  db: Store,
  series: string,
  targets: ReadonlyMap<string, IndicatorTarget>,
  today: string,
): Promise<string> {
  const latest = await latestFigures(db, series);
  const [first] = latest;
  if (!first) return '';
  // What the portal makes its points from would only crowd out the indicators themselves.
  const known = latest.filter(({ observation: { indicator } }) => findIndicator(indicator) || isRank(indicator));
  const shown = known.length > 0 ? known : latest;
  const { source, unit, period } = seriesParts(series);
  // The chair compares a month with the month before; only without one, with an earlier capture of the same month.
  const earlier = previousPeriod(period);
  const others = earlier === null ? [] : await latestFigures(db, seriesKey(source, unit, earlier));
  const ofEarlier = new Map(others.map(({ observation }) => [observation.indicator, observation]));
  const pressed = latest
    .flatMap(({ before }) => before?.at ?? [])
    .sort()
    .at(-1);
  const parsed = earlier === null ? undefined : parsePeriod(earlier);
  const basis =
    others.length > 0 && parsed
      ? periodName(parsed)
      : pressed
        ? `lần ghi nhận ngày ${formatDate(pressed)} của cùng kỳ này`
        : null;
  return indicatorMessage({
    unit: first.observation.unit.name,
    period,
    at: first.at,
    basis,
    doubt: others.length > 0 && earlier !== null ? dateLine(source, earlier, period) : null,
    movers: await moversOf(db, first.captureId, { source, period, unit }),
    figures: shown.map(({ observation, before }) => {
      const last = (others.length > 0 ? ofEarlier.get(observation.indicator) : before?.observation) ?? null;
      const target = targets.get(observation.indicator) ?? null;
      return { observation, last, target, progress: target && progressOf(observation, target, today, last) };
    }),
  });
}
