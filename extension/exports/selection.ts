/**
 * Which confirmed figures go out: by unit, source, period and day of capture. Read series by series through the index,
 * never the whole history at once.
 */
import { Dexie } from 'dexie';
import { sourceName } from '../../core/portal/capture/source-name.ts';
import { type UnitSeen, unitsSeen } from '../history/units.ts';
import type { Store } from '../store/db.ts';
import type { FigureRecord } from '../store/records.ts';
import { seriesParts } from '../store/series.ts';

export interface FigureFilter {
  /** Key of a unit, a source, a period; empty = all. */
  readonly unit: string;
  readonly source: string;
  readonly period: string;
  /** ISO days of capture, inclusive; empty = open. */
  readonly from: string;
  readonly to: string;
  /** Of each source, unit and period only the last capture. */
  readonly onlyLast: boolean;
}

export const ALL: FigureFilter = { unit: '', source: '', period: '', from: '', to: '', onlyLast: true };

export interface Choices {
  readonly units: readonly Choice[];
  readonly sources: readonly Choice[];
  /** Latest first. */
  readonly periods: readonly string[];
}

interface Choice {
  readonly key: string;
  readonly name: string;
}

interface SelectionParts {
  readonly series: readonly SeriesParts[];
  readonly units: readonly UnitSeen[];
}

type SeriesParts = ReturnType<typeof seriesParts>;

/** All there are figures of. */
export async function seriesSeen(db: Store): Promise<SelectionParts> {
  return { series: (await seriesKeys(db)).map(seriesParts), units: await unitsSeen(db) };
}

/** What there is to choose from, each list within what the others leave. */
export function choicesIn({ series: all, units: known }: SelectionParts, wanted: FigureFilter): Choices {
  const left = (but: 'unit' | 'source' | 'period') => all.filter((item) => fits(item, { ...wanted, [but]: '' }));
  const units = new Set(left('unit').map(({ unit }) => unit));
  const seen = known.filter(({ key }) => units.has(key));
  const isTwice = (name: string) => seen.filter(({ unit }) => unit.name === name).length > 1;
  const sources = [...new Set(left('source').map(({ source }) => source))];
  return {
    units: seen.map(({ key, unit: { name } }) => ({ key, name: isTwice(name) ? `${name} (${key})` : name })),
    sources: sources.map((key) => ({ key, name: sourceName(key) })),
    periods: [...new Set(left('period').map(({ period }) => period))].sort().reverse(),
  };
}

/** Figures of some captures: an indicator none of them has is taken for new. */
const MOST_BEFORE = 200;

/** In the order of capture. */
export async function figuresWanted(db: Store, wanted: FigureFilter): Promise<readonly FigureRecord[]> {
  const found = await db.transaction('r', db.figures, async () => {
    const series = (await seriesKeys(db)).filter((key) => fits(seriesParts(key), wanted));
    return Promise.all(series.map((text) => figuresOfSeries(db, text, wanted)));
  });
  return found.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

async function figuresOfSeries(db: Store, series: string, wanted: FigureFilter): Promise<readonly FigureRecord[]> {
  const range = db.figures
    .where('[series+at]')
    // A day's text sorts before all its instants, and with a U behind it after them: those go on with T.
    .between([series, wanted.from || Dexie.minKey], [series, wanted.to === '' ? Dexie.maxKey : `${wanted.to}U`]);
  if (!wanted.onlyLast) return range.toArray();
  const last = await range.last();
  if (!last) return [];
  const figures = await db.figures.where('[series+at]').equals([series, last.at]).toArray();
  return figures.filter(({ captureId }) => captureId === last.captureId);
}

/** Of each series the figures captured before the first of these, oldest first: what their changes are against. */
export async function figuresBefore(db: Store, figures: readonly FigureRecord[]): Promise<readonly FigureRecord[]> {
  const firsts = new Map(figures.toReversed().map(({ series, at }) => [series, at]));
  const found = await Promise.all(
    [...firsts].map(([series, at]) =>
      db.figures
        .where('[series+at]')
        .between([series, Dexie.minKey], [series, at])
        .reverse()
        .limit(MOST_BEFORE)
        .toArray(),
    ),
  );
  return found.flatMap((series) => series.reverse());
}

/** Captures behind figures, each once, in their order. */
export function capturesOf(figures: readonly FigureRecord[]): readonly string[] {
  return [...new Set(figures.map(({ captureId }) => captureId))];
}

async function seriesKeys(db: Store): Promise<readonly string[]> {
  return (await db.figures.orderBy('series').uniqueKeys()).map(String);
}

function fits(series: SeriesParts, { unit, source, period }: FigureFilter): boolean {
  return (
    (unit === '' || series.unit === unit) &&
    (source === '' || series.source === source) &&
    (period === '' || series.period === period)
  );
}
