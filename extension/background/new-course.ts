/** Of the other months in an answer, those that the history does not have yet, or has with another value. */
import { unitKey } from '../../core/portal/capture/unit-match.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { CaptureRead } from '../reading/read-capture.ts';
import type { Store } from '../store/db.ts';
import { seriesKey } from '../store/series.ts';
import { latestFigures } from '../store/series-history.ts';

export async function newCourse(
  db: Store,
  { source, choice: { unit }, course }: Extract<CaptureRead, { kind: 'found' }>,
): Promise<readonly Observation[]> {
  const fresh: Observation[] = [];
  for (const item of course) {
    if (!unit || item.period === null) continue;
    const held = await latestFigures(db, seriesKey(source, unitKey(unit), item.period));
    const isKnown = held.some(
      ({ observation: { indicator, value } }) => indicator === item.indicator && value === item.value,
    );
    if (!isKnown) fresh.push(item);
  }
  return fresh;
}
