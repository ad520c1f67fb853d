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
  for (const one of course) {
    if (!unit || one.period === null) continue;
    const held = await latestFigures(db, seriesKey(source, unitKey(unit), one.period));
    const isKnown = held.some(
      ({ observation: { indicator, value } }) => indicator === one.indicator && value === one.value,
    );
    if (!isKnown) fresh.push(one);
  }
  return fresh;
}
