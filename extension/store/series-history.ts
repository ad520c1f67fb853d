/**
 * One series in time: its latest figures with those before them, and the way each has gone. Nothing here reads a whole
 * series: however often a period was captured, the work is bounded.
 */
import { Dexie } from 'dexie';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { Store } from './db.ts';
import type { FigureRecord } from './records.ts';

export interface LatestFigure extends Captured {
  /** The capture before it that has this figure; null = this is the first. */
  readonly before: Captured | null;
}

interface Captured {
  readonly captureId: string;
  readonly at: string;
  readonly observation: Observation;
}

interface CaptureDay {
  /** ISO day. */
  readonly day: string;
  /** The last capture of that day. */
  readonly captureId: string;
}

export interface Point {
  readonly at: string;
  readonly value: number | null;
}

/** Figures read at a time, newest first, until so many in a row bring nothing new; and the most. */
const CHUNK = 200;
const MOST_RECENT = 2_000;
/** More than a year of days. */
const MOST_DAYS = 400;
const MOST_POINTS = 60;

/**
 * The latest figure of each indicator, those of the last capture first and in its order. A capture with only some
 * tables does not hide earlier figures of the others. Figures not seen for hundreds of records are no longer looked
 * for.
 */
export async function latestFigures(db: Store, series: string): Promise<readonly LatestFigure[]> {
  const latest = new Map<string, LatestFigure>();
  for (let read = 0; read < MOST_RECENT; read += CHUNK) {
    const chunk = await inTime(db, series).reverse().offset(read).limit(CHUNK).toArray();
    let brought = false;
    for (const figure of chunk) brought = takeIn(latest, figure) || brought;
    if (!brought) break;
  }
  // The index gave the last entry of a capture first.
  return [...latest.values()].reverse().sort((a, b) => byTime(b, a));
}

/** The days on which the series was captured, oldest first, the last 400 of them. */
export async function captureDays(db: Store, series: string): Promise<readonly CaptureDay[]> {
  return db.transaction('r', db.figures, async () => {
    const days: CaptureDay[] = [];
    let figure = await inTime(db, series).last();
    while (figure && days.length < MOST_DAYS) {
      const day = figure.at.slice(0, 10);
      days.push({ day, captureId: figure.captureId });
      // A day's text sorts before every instant of it.
      figure = await db.figures.where('[series+at]').between([series, Dexie.minKey], [series, day]).last();
    }
    return days.reverse();
  });
}

/**
 * Indicator → its values in time, oldest first: of those days, or of 60 spread evenly over them, the first and the last
 * among them.
 */
export async function pointsOf(
  db: Store,
  series: string,
  days: readonly CaptureDay[],
): Promise<ReadonlyMap<string, readonly Point[]>> {
  const captures = spread(days, MOST_POINTS).map(({ captureId }) => captureId);
  const figures = await db.figures.where('captureId').anyOf(captures).toArray();
  const points = new Map<string, Point[]>();
  for (const { at, observation } of figures.filter((figure) => figure.series === series).sort(byTime)) {
    const own = points.get(observation.indicator) ?? [];
    own.push({ at, value: observation.value });
    points.set(observation.indicator, own);
  }
  return points;
}

/**
 * Adds the next older figure to the latest ones; false when they already hold this indicator with its figure before.
 */
function takeIn(latest: Map<string, LatestFigure>, figure: FigureRecord): boolean {
  const { indicator } = figure.observation;
  const held = latest.get(indicator);
  if (held && (held.before !== null || held.captureId === figure.captureId)) return false;
  latest.set(indicator, held ? { ...held, before: capturedOf(figure) } : { ...capturedOf(figure), before: null });
  return true;
}

function inTime(db: Store, series: string) {
  return db.figures.where('[series+at]').between([series, Dexie.minKey], [series, Dexie.maxKey]);
}

function capturedOf({ captureId, at, observation }: FigureRecord): Captured {
  return { captureId, at, observation };
}

function byTime(a: { readonly at: string }, b: { readonly at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

/** At most `most` items, evenly spread. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.round((at * (items.length - 1)) / (most - 1))]).flatMap(
    (item) => (item === undefined ? [] : [item]),
  );
}
