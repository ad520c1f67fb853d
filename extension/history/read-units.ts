/**
 * All units that a capture's evidence names, read again from it. The last results are cached, so that going back and
 * forth parses nothing twice.
 */

import { periodKey } from '../../core/base/period/period.ts';
import type { PartReading } from '../../core/portal/capture/read-parts.ts';
import { allReaders } from '../reading/all-readers.ts';
import { readFresh } from '../reading/read-bodies.ts';
import { partBodies } from '../store/captures.ts';
import type { Store } from '../store/db.ts';

export type UnitsRead =
  | { readonly kind: 'found'; readonly at: string; readonly readings: readonly PartReading[] }
  | { readonly kind: 'evidence-changed' }
  | { readonly kind: 'not-found'; readonly reason: string };

/** A table of 3,000 units is some megabytes as readings. */
const MOST_KEPT = 8;

const cache = new Map<string, UnitsRead>();

/** Readings of named units for the period; a page that names no period is of the period it was confirmed for. */
export async function readUnits(db: Store, captureId: string, period: string): Promise<UnitsRead> {
  const record = await db.captures.get(captureId);
  // Answers may be added while it waits.
  const key = JSON.stringify([captureId, period, ...(record?.parts.map(({ hash }) => hash) ?? [])]);
  const held = cache.get(key);
  if (held) return held;
  const bodies = record && (await partBodies(db, record));
  if (!record || !bodies) return { kind: 'evidence-changed' };
  await breath();
  const read = readFresh(record, bodies, await allReaders(db));
  if (read.kind === 'not-found') return read;
  const readings = read.readings.filter(
    (reading) => reading.unit.name !== '' && (reading.period === null || periodKey(reading.period) === period),
  );
  const result: UnitsRead = { kind: 'found', at: record.at, readings };
  cache.set(key, result);
  const [oldest] = cache.keys();
  if (cache.size > MOST_KEPT && oldest !== undefined) cache.delete(oldest);
  return result;
}

/** A parse cannot be cut into pieces: a page draws and answers first. The worker draws nothing and has no idle time. */
function breath(): Promise<void> {
  return new Promise((next) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => next(), { timeout: 500 });
    else setTimeout(next);
  });
}
