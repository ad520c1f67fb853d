/**
 * What each open flag can still change: whether, under some outcome of all other open matters, the outcomes of this
 * flag lead to different classes, orders of units or award lists. A flag without impact can be left for last, and so
 * can all of them together.
 *
 * Within one state (prospects.ts) the total takes every hundredth between its ends, so the flag decides a boundary
 * exactly when the boundary lies between the worst end of the rest with the flag's worst and the best end with its
 * best. The answer is exact, and wider than exact (never narrower) only here: peer figures are assumed to move the
 * others' places; for awards, another unit's open gates leave no hole in its range, standards on places are assumed
 * met, and every flag counts where places are a share of units other than those that reported; units of unequal maxima
 * are assumed to be able to come within one hundredth of each other.
 */

import type { Period } from '../../base/period/period.ts';
import type { Quantity } from '../../base/quantity/quantity.ts';
import type { Movement } from '../../movement/movement.ts';
import { statesNumber } from '../award/form-of.ts';
import { audiencesOf, leastShareOf, quotasFor } from '../award/quotas.ts';
import { reachesShare } from '../award/reaches-share.ts';
import { shareOf } from '../award/share-of.ts';
import { positionOf } from '../score/classify.ts';
import { openFlags } from '../score/judge.ts';
import { boundaries, classStates, type End, endOf, gateStates, type State } from '../score/prospects.ts';
import { countAbove } from '../score/rank.ts';
import type { Impact } from '../score/score-sheet.ts';
import { compareKeys, figureKey, type Keys, keysOf, LEAST, type UnitProspect } from '../score/standing.ts';
import { totalOf, type Vector } from '../score/total.ts';

/** Impacts of the open flags of all ranked units; `groups` are the audiences. */
export function impactsOf(
  movement: Movement,
  period: Period | null,
  groups: readonly (readonly UnitProspect[])[],
): Impact[] {
  const isFlagged = (unitProspect: UnitProspect) => unitProspect.matters !== null;
  if (!groups.some((group) => group.some(isFlagged))) return [];
  const lists = awardLists(movement, period, groups);
  return groups.flatMap((group) => {
    const field = fieldOf(group);
    return group.filter(isFlagged).flatMap((standing) =>
      [...heldByFlag(standing)].map(([flag, held]) => ({
        flag,
        class: changesClass(standing, held),
        place: changesPlace(standing, held, field),
        award: lists.some((list) => list.ends.has(standing) && changesAward(standing, held, list)),
      })),
    );
  });
}

/** Open flags with the positions of the criteria each holds open. */
function heldByFlag({ judged }: UnitProspect): Map<string, Set<number>> {
  const held = new Map<string, Set<number>>();
  judged.forEach((judgedCriterion, at) => {
    for (const flag of openFlags(judgedCriterion)) {
      const positions = held.get(flag);
      if (positions) positions.add(at);
      else held.set(flag, new Set([at]));
    }
  });
  return held;
}

/** The held criteria at their best, the rest as in `rest`. */
function raised(rest: Vector, state: State, held: ReadonlySet<number>): Vector {
  return rest.map((points, at) => (held.has(at) ? (state.high[at] ?? points) : points));
}

/** The flag moves the total at all: not behind a shut gate, not beyond the bonus cap. */
function counts(standing: UnitProspect, state: State, held: ReadonlySet<number>): boolean {
  return endOf(standing, state.low).raw < endOf(standing, raised(state.low, state, held)).raw;
}

function changesClass(standing: UnitProspect, held: ReadonlySet<number>): boolean {
  const { ladder, max } = standing;
  if (!standing.compiled.set.scored || max <= 0) return false;
  return classStates(standing, held).some((state) => {
    if (!counts(standing, state, held)) return false;
    const worst = endOf(standing, state.low);
    const top = endOf(standing, state.high);
    const atWorst = reachable(standing, worst.hasZero);
    const atTop = reachable(standing, top.hasZero);
    return ladder.bands.some((_, at) => worst.total < (atWorst[at] ?? 0) && top.total >= (atTop[at] ?? 0));
  });
}

/** Lowest total for "this class or better", by position in the ladder; Infinity = out of reach, −Infinity = always. */
function reachable({ ladder, max }: UnitProspect, hasZero: boolean): number[] {
  const from = boundaries(ladder, max);
  let least = Number.POSITIVE_INFINITY;
  return from.map((total, at) => {
    if (at === from.length - 1) return Number.NEGATIVE_INFINITY;
    if (at >= ladder.best && !(hasZero && ladder.bands[at]?.noZeroCriterion)) least = Math.min(least, total);
    return least;
  });
}

/** The pieces of the range of every unit of an audience (prospects.ts). */
interface Field {
  readonly pieces: ReadonlyMap<UnitProspect, readonly Piece[]>;
  /** Ascending. */
  readonly lows: readonly Keys[];
  readonly highs: readonly Keys[];
}

interface Piece {
  readonly low: Keys;
  readonly high: Keys;
}

function fieldOf(group: readonly UnitProspect[]): Field {
  const pieces = new Map(group.map((unitProspect) => [unitProspect, piecesOf(unitProspect)] as const));
  const all = [...pieces.values()].flat();
  return {
    pieces,
    lows: all.map((piece) => piece.low).sort(compareKeys),
    highs: all.map((piece) => piece.high).sort(compareKeys),
  };
}

function piecesOf(standing: UnitProspect): readonly Piece[] {
  const { compiled, judged, low, high } = standing;
  if (!compiled.gated || low === high) return [{ low, high }];
  return gateStates(standing, new Set()).map((state) => ({
    low: keysOf(standing, totalOf(compiled, judged, state.low), 'low'),
    high: keysOf(standing, totalOf(compiled, judged, state.high), 'high'),
  }));
}

function meets(piece: Piece, low: Keys, high: Keys): boolean {
  return compareKeys(piece.high, low) >= 0 && compareKeys(piece.low, high) <= 0;
}

function changesPlace(standing: UnitProspect, held: ReadonlySet<number>, field: Field): boolean {
  if (field.pieces.size < 2) return false;
  const { judged, compiled } = standing;
  if (compiled.peer && [...held].some((at) => isPeer(standing, at))) return true;
  const keys = (points: Vector, corner: 'low' | 'high') => keysOf(standing, totalOf(compiled, judged, points), corner);
  const holds = holdsFigure(standing, held);
  return gateStates(standing, held).some((state) => {
    const low = keys(state.low, 'low');
    if (!holds && compareKeys(keys(raised(state.low, state, held), 'low'), low) === 0) return false;
    const high = keys(state.high, 'high');
    const met = field.lows.length - countBelow(field.highs, low) - countAbove(field.lows, high);
    const own = field.pieces.get(standing) ?? [];
    return met > own.filter((piece) => meets(piece, low, high)).length;
  });
}

function isPeer({ judged }: UnitProspect, at: number): boolean {
  const judgedCriterion = judged[at];
  return judgedCriterion ? judgedCriterion.compiled.hasPeer && judgedCriterion.low < judgedCriterion.high : false;
}

/** The flag's own figure, still unsettled, parts equal totals. */
function holdsFigure({ compiled, judged }: UnitProspect, held: ReadonlySet<number>): boolean {
  return compiled.set.tieBreaks.some((key) => {
    if (key.kind !== 'figure') return false;
    const at = compiled.positions.get(key.criterion) ?? -1;
    const judgedCriterion = judged[at];
    return (
      judgedCriterion !== undefined &&
      held.has(at) &&
      compareKeys([figureKey(judgedCriterion, 'low')], [figureKey(judgedCriterion, 'high')]) !== 0
    );
  });
}

/** How many of the ascending keys are less than these. */
function countBelow(ascending: readonly Keys[], keys: Keys): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = ascending[middle];
    if (item && compareKeys(item, keys) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The field of one quota: where each unit ends at worst and at best. */
interface AwardList {
  readonly places: number;
  /** Places are a share of a number that is not the field's: those are the most there can be. */
  readonly hangs: boolean;
  /** `least` = percent of the maximum that the plan's standards ask. */
  readonly ends: ReadonlyMap<
    UnitProspect,
    { readonly least: number | null; readonly low: Quantity; readonly high: Quantity }
  >;
  /** Descending. */
  readonly lows: readonly Quantity[];
  readonly highs: readonly Quantity[];
}

function awardLists(
  movement: Movement,
  period: Period | null,
  groups: readonly (readonly UnitProspect[])[],
): AwardList[] {
  return quotasFor(movement, period).flatMap((quota) => {
    const audiences = audiencesOf(quota, movement);
    // A list without a number proposes nobody: only a figure of the plan takes somebody off it.
    const isOpen = !statesNumber(quota);
    const field = groups
      .flat()
      .filter(
        ({ compiled: { set } }) =>
          set.scored && audiences.has(set.audience) && !(isOpen && leastShareOf(movement, set.audience) === null),
      );
    if (field.length === 0) return [];
    const ends = new Map(
      field.map((unitProspect) => {
        const least = leastShareOf(movement, unitProspect.compiled.set.audience);
        const corner = (of: 'low' | 'high') =>
          awardKey(
            unitProspect,
            endOf(
              unitProspect,
              unitProspect.judged.map((judged) => judged[of]),
            ),
            least,
          );
        return [unitProspect, { least, low: corner('low'), high: corner('high') }] as const;
      }),
    );
    const descending = (of: 'low' | 'high') =>
      [...ends.values()].map((end) => end[of]).sort((x, y) => compareKeys([y], [x]));
    const { max, percent, base } = quota;
    const known = base === 'participants' || base === 'eligible' ? field.length : Infinity;
    const places = Math.min(max ?? field.length, percent === null ? field.length : shareOf(percent, known));
    const hangs = percent !== null && base !== 'participants';
    return [{ places, hangs, ends, lows: descending('low'), highs: descending('high') }];
  });
}

/** The share while the unit may be proposed, else less than any share. */
function awardKey(standing: UnitProspect, end: End, leastShare: number | null): Quantity {
  const { ladder, max } = standing;
  if (max <= 0 || (leastShare !== null && !reachesShare(end.total, max, leastShare))) return LEAST;
  // The plan's own figure stands above our classes.
  const isTop =
    leastShare !== null || ladder.bands.length === 0 || positionOf(ladder, end.total, max, end.hasZero) === 0;
  return isTop ? { n: end.total, d: max } : LEAST;
}

function changesAward(standing: UnitProspect, held: ReadonlySet<number>, list: AwardList): boolean {
  const own = list.ends.get(standing);
  if (!own) return false;
  const { places, hangs } = list;
  if (places === 0) return false;
  const lastLow = lastAmongOthers(list.lows, own.low, places);
  const lastHigh = lastAmongOthers(list.highs, own.high, places);
  return classStates(standing, held).some((state) => {
    if (!counts(standing, state, held)) return false;
    const low = awardKey(standing, endOf(standing, state.low), own.least);
    const high = awardKey(standing, endOf(standing, state.high), own.least);
    if (compareKeys([low], [high]) === 0) return false;
    return hangs || (compareKeys([low], [lastHigh]) <= 0 && compareKeys([high], [lastLow]) >= 0);
  });
}

/** Key of the last place among the other units: what this unit has to pass. */
function lastAmongOthers(descending: readonly Quantity[], own: Quantity, places: number): Quantity {
  const last = descending[places - 1];
  if (!last) return LEAST;
  return (compareKeys([own], [last]) >= 0 ? descending[places] : last) ?? LEAST;
}
