/**
 * A unit's figures in one source: the periods there are. Figures of two sources count differently and are never put
 * side by side.
 */

import { Dexie } from 'dexie';
import { dayNumber } from '../../core/base/period/day.ts';
import { parsePeriod, periodDays } from '../../core/base/period/period.ts';
import type { Store } from '../store/db.ts';
import { seriesParts } from '../store/series.ts';
import type { UnitSeen } from './units.ts';

export interface StrandPeriod {
  readonly period: string;
  /** Key of its figures: source, unit and period. */
  readonly series: string;
  /** Instant of its last capture. */
  readonly at: string;
}

export interface Strand {
  readonly source: string;
  readonly unit: UnitSeen;
  /** Latest end first; of the same end the longest first. Never empty. */
  readonly periods: readonly StrandPeriod[];
}

/** The last captured first. Walks through the index: a step for each source, unit and period. */
export async function strandsOf(db: Store, units: readonly UnitSeen[]): Promise<readonly Strand[]> {
  const strands = await db.transaction('r', db.figures, async () => {
    const found: Strand[] = [];
    for (const source of await sourcesSeen(db)) {
      for (const unit of units) {
        const periods = await periodsOf(db, source, unit.key);
        if (periods.length > 0) found.push({ source, unit, periods });
      }
    }
    return found;
  });
  return strands.sort((a, b) => (lastCaptured(a).at < lastCaptured(b).at ? 1 : -1));
}

/** The period to show first. */
export function lastCaptured({ periods }: Strand): StrandPeriod {
  return periods.reduce((last, strandPeriod) => (strandPeriod.at > last.at ? strandPeriod : last));
}

async function sourcesSeen(db: Store): Promise<readonly string[]> {
  const sources: string[] = [];
  let series = await seriesAfter(db, '');
  while (series !== undefined) {
    const { source } = seriesParts(series);
    sources.push(source);
    series = await seriesAfter(db, `${beginning(source)}\uffff`);
  }
  return sources;
}

async function periodsOf(db: Store, source: string, unit: string): Promise<readonly StrandPeriod[]> {
  const begins = beginning(source, unit);
  const periods: StrandPeriod[] = [];
  let series = await seriesAfter(db, begins);
  while (series?.startsWith(begins)) {
    const [key] = await db.figures
      .where('[series+at]')
      .between([series, Dexie.minKey], [series, Dexie.maxKey])
      .reverse()
      .limit(1)
      .keys();
    const at = Array.isArray(key) ? String(key[1]) : '';
    periods.push({ period: seriesParts(series).period, series, at });
    series = await seriesAfter(db, series);
  }
  return periods.sort((a, b) => (rank(a.period) < rank(b.period) ? 1 : -1));
}

/**
 * The next series in the index. Stepped to, for the browser's own walk over unique keys passes every figure (10,000
 * captures: 600 ms).
 */
async function seriesAfter(db: Store, text: string): Promise<string | undefined> {
  const [key] = await db.figures.where('series').above(text).limit(1).keys();
  return typeof key === 'string' ? key : undefined;
}

/** How every series key of a source, or of a source and unit, begins: its JSON without the end. */
function beginning(...parts: readonly string[]): string {
  return `${JSON.stringify(parts).slice(0, -1)},`;
}

/** Text that sorts as the periods follow each other. */
function rank(period: string): string {
  const parsed = parsePeriod(period);
  if (!parsed) return period;
  const { from, to } = periodDays(parsed);
  // Of two that end together the longer begins earlier and is to sort later.
  return `${to} ${1_000_000 - dayNumber(from)}`;
}
