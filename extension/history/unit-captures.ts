/** Where a table of units can come from: the captures of one source and period. Reads only. */
import { sourceOf } from '../../core/portal/capture/source.ts';
import type { Store } from '../store/db.ts';
import { seriesParts } from '../store/series.ts';

interface SourcePeriod {
  readonly source: string;
  readonly period: string;
}

/**
 * Every source and period figures were confirmed of, by source, latest period first; and which of them the newest
 * figure is of.
 */
export async function sourcePeriods(
  db: Store,
): Promise<{ readonly all: readonly SourcePeriod[]; readonly newest: SourcePeriod | null }> {
  const last = await db.figures
    .orderBy('at')
    .reverse()
    .filter(({ course }) => course !== true)
    .first();
  const pairs = new Map<string, SourcePeriod>();
  for (const series of await db.figures.orderBy('series').uniqueKeys()) {
    const { source, period } = seriesParts(String(series));
    const whole = db.figures
      .where('series')
      .equals(series)
      .filter(({ course }) => course !== true);
    if ((await whole.limit(1).count()) === 0) continue;
    pairs.set(JSON.stringify([source, period]), { source, period });
  }
  const all = [...pairs.values()].sort(
    (x, y) => x.source.localeCompare(y.source) || (x.period < y.period ? 1 : x.period > y.period ? -1 : 0),
  );
  const { provenance, period } = last?.observation ?? {};
  const newest = provenance && period ? { source: sourceOf(provenance.reader.id, provenance.url), period } : null;
  return { all, newest };
}

export interface UnitCapture {
  readonly id: string;
  readonly at: string;
}

/**
 * Captures of a source and period, newest first. One put aside as a duplicate counts too: the officer's own figures had
 * not changed, those of other units may have.
 */
export async function unitCaptures(db: Store, { source, period }: SourcePeriod): Promise<readonly UnitCapture[]> {
  const own = (await db.figures.orderBy('series').uniqueKeys()).filter((series) => {
    const parts = seriesParts(String(series));
    return parts.source === source && parts.period === period;
  });
  const found = new Map<string, UnitCapture>();
  for (const { captureId, at, course } of await db.figures.where('series').anyOf(own).toArray()) {
    if (course !== true) found.set(captureId, { id: captureId, at });
  }
  const confirmed = new Set(found.keys());
  await db.captures
    .where('state')
    .equals('discarded')
    .each(({ id, at, duplicateOf }) => {
      if (duplicateOf !== null && confirmed.has(duplicateOf)) found.set(id, { id, at });
    });
  return [...found.values()].sort((x, y) => (x.at < y.at ? 1 : x.at > y.at ? -1 : 0));
}
