/** The table of units by one indicator: place, figure, change since the last capture that holds the same unit. Pure. */

import { inNameOrder } from '../../core/base/text/name-order.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { isCommuneName } from '../../core/portal/capture/commune-ranks.ts';
import type { CapturedUnit, CaptureReading } from '../../core/portal/capture/reader.ts';
import { isUnit, unitKey } from '../../core/portal/capture/unit-match.ts';
import { difference } from '../../core/portal/indicator/difference.ts';
import { competitionRanks } from '../../core/portal/indicator/ranks.ts';
import type { CapturedFigure } from '../messages/contract.ts';

export interface UnitTableRow {
  /** Key of the unit within its source. */
  readonly key: string;
  readonly name: string;
  readonly code: string;
  readonly mine: boolean;
  /** Name and code without diacritics and spaces, for searching. */
  readonly words: string;
  readonly rank: number | null;
  readonly figure: Omit<CapturedFigure, 'name' | 'target'>;
  /** When the figure compared with was captured; null when there is none. */
  readonly lastAt: string | null;
  /** Its place then. */
  readonly lastRank: number | null;
}

/** Whom a place is among: a commune's among communes, never mixed with departments. */
export type Among = 'communes' | 'others' | 'all';

export interface CaptureOfUnits {
  readonly at: string;
  readonly readings: readonly CaptureReading[];
}

/** `earlier` newest first. */
export function unitTable(
  now: CaptureOfUnits,
  earlier: readonly CaptureOfUnits[],
  { indicator, among, mine }: { readonly indicator: string; readonly among: Among; readonly mine: string },
): readonly UnitTableRow[] {
  const before = earlier.map(({ at, readings }) => ({ at, units: ranked(readings, indicator, among) }));
  return [...ranked(now.readings, indicator, among)].map(([key, { reading, rank }]): UnitTableRow => {
    const { unit, value, max, numerator, denominator } = reading;
    const last = before.find(({ units }) => units.has(key));
    const held = last?.units.get(key);
    return {
      ...{ key, rank, name: unit.name, code: unit.code ?? '' },
      words: bareKey(`${unit.name} ${unit.code ?? ''}`),
      mine: mine !== '' && isUnit(unit, mine),
      figure: {
        ...{ indicator, value, max: max ?? null, numerator: numerator ?? null, denominator: denominator ?? null },
        last: held ? { value: held.reading.value, delta: difference(value, held.reading.value) } : null,
      },
      lastAt: last?.at ?? null,
      lastRank: held?.rank ?? null,
    };
  });
}

interface RankedReading {
  readonly reading: CaptureReading;
  readonly rank: number | null;
}

function ranked(
  readings: readonly CaptureReading[],
  indicator: string,
  among: Among,
): ReadonlyMap<string, RankedReading> {
  const own = readings.filter((reading) => reading.indicator === indicator && isAmong(reading.unit, among));
  const ranks = competitionRanks(own.map(({ value }) => value));
  return new Map(own.map((reading, index) => [unitKey(reading.unit), { reading, rank: ranks[index] ?? null }]));
}

function isAmong(unit: CapturedUnit, among: Among): boolean {
  return among === 'all' || isCommuneName(unit.name) === (among === 'communes');
}

export type UnitOrder = 'rank' | 'name' | 'change';

/** By figures, what is missing last whichever way round. */
function byFigure(x: number | null | undefined, y: number | null | undefined, reversed: boolean): number {
  if (x == null || y == null) return Number(x == null) - Number(y == null);
  return reversed ? y - x : x - y;
}

/** In the initial direction: best rank first, names from A, greatest rise first. */
function compareBy(order: UnitOrder, reversed: boolean): (x: UnitTableRow, y: UnitTableRow) => number {
  const byName = (x: UnitTableRow, y: UnitTableRow) => inNameOrder(x.name, y.name);
  switch (order) {
    case 'rank':
      return (x, y) => byFigure(x.rank, y.rank, reversed) || byName(x, y);
    case 'name':
      return (x, y) => (reversed ? byName(y, x) : byName(x, y));
    case 'change':
      return (x, y) => byFigure(x.figure.last?.delta, y.figure.last?.delta, !reversed) || byName(x, y);
  }
}

/** Points (or percent) from which a change is worth a chair's look. */
const NOTABLE = 0.5;

export type Moved = 'all' | 'rose' | 'fell';

/** Whether the figure rose or fell by half a point at least since the last capture that holds the unit. */
export function hasMoved({ figure: { last } }: UnitTableRow, moved: Moved): boolean {
  const delta = last?.delta ?? 0;
  return moved === 'all' || (moved === 'rose' ? delta >= NOTABLE : delta <= -NOTABLE);
}

interface Arranging {
  readonly words: string;
  readonly moved: Moved;
  readonly order: UnitOrder;
  readonly reversed: boolean;
}

/** Rows that contain the searched words and moved as chosen, in the chosen order. */
export function arranged(
  rows: readonly UnitTableRow[],
  { words, moved, order, reversed }: Arranging,
): readonly UnitTableRow[] {
  const key = bareKey(words);
  const found = rows.filter((row) => row.words.includes(key) && hasMoved(row, moved));
  return found.sort(compareBy(order, reversed));
}

/** `lên 2 bậc`, `xuống 1 bậc`, `giữ hạng`; empty when there is no place to compare with. */
export function rankChangeText({ rank, lastRank }: UnitTableRow): string {
  if (rank === null || lastRank === null) return '';
  if (rank === lastRank) return 'giữ hạng';
  return rank < lastRank ? `lên ${lastRank - rank} bậc` : `xuống ${rank - lastRank} bậc`;
}
