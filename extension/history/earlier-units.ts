/** The units of earlier captures, read until each figure of the capture has an earlier figure. */
import type { CaptureReading } from '../../core/portal/capture/reader.ts';
import { unitKey } from '../../core/portal/capture/unit-match.ts';
import type { Store } from '../store/db.ts';
import { readUnits } from './read-units.ts';
import type { UnitCapture } from './unit-captures.ts';
import type { CaptureOfUnits } from './unit-table.ts';

/** Further back nothing is looked for: a unit not seen in as many captures has no last time. */
const MOST_EARLIER = 5;

/** Newest first, as `before` is; evidence that was changed or says nothing is passed over. */
export async function* earlierUnits(
  db: Store,
  readings: readonly CaptureReading[],
  before: readonly UnitCapture[],
  period: string,
): AsyncGenerator<CaptureOfUnits> {
  const waiting = new Set(readings.map(figureKey));
  for (const { id } of before.slice(0, MOST_EARLIER)) {
    if (waiting.size === 0) return;
    const unitsRead = await readUnits(db, id, period);
    if (unitsRead.kind !== 'found') continue;
    for (const reading of unitsRead.readings) waiting.delete(figureKey(reading));
    yield unitsRead;
  }
}

function figureKey({ unit, indicator }: CaptureReading): string {
  return JSON.stringify([indicator, unitKey(unit)]);
}
