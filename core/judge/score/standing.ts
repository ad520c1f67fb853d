/**
 * A scored report as the ranking sees it: its points and the corners of its range, and the keys that put it before or
 * behind others.
 */

import type { Points } from '../../base/quantity/points.ts';
import { compare, type Quantity } from '../../base/quantity/quantity.ts';
import type { TieBreak } from '../../movement/criteria-set.ts';
import type { RegisterUnit } from '../../report/register.ts';
import type { CompiledSet } from './compile-set.ts';
import { type JudgedCriterion, openFlags } from './judge.ts';
import type { Matters } from './matters.ts';
import type { Prospect } from './prospects.ts';
import type { Total, Vector } from './total.ts';
import { entryValue, valueOfNumber } from './value.ts';

export interface UnitProspect extends Prospect {
  readonly unit: string;
  readonly entry: RegisterUnit | null;
  readonly matters: Matters | null;
  readonly total: Points;
  readonly keys: Keys;
  /** Keys when every open matter ends worst, and best. Same object as `keys` when nothing is open. */
  readonly low: Keys;
  readonly high: Keys;
}

/**
 * Better is greater; the first difference decides. The first key is the share, then the tie-break chain. Infinite = any
 * figure is possible.
 */
export type Keys = readonly Quantity[];

/** Before or behind every figure. */
export const LEAST: Quantity = { n: -1, d: 0 };
const MOST: Quantity = { n: 1, d: 0 };
const SAME: Quantity = { n: 0, d: 1 };

type Corner = 'points' | 'low' | 'high';

/** Positive when x stands before y, looking at the first `count` keys. Exact. */
export function compareKeys(x: Keys, y: Keys, count = Number.POSITIVE_INFINITY): number {
  for (let at = 0; at < x.length && at < count; at++) {
    const left = x[at] ?? SAME;
    const right = y[at] ?? SAME;
    const difference = left.d === 0 && right.d === 0 ? left.n - right.n : compare(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Input of the sort keys. `judged` may be costly: it is computed only where a figure breaks a tie. */
type ProspectEntry = Prospect & { readonly entry: RegisterUnit | null };

/** Keys of a report that comes to this total; `corner` says which end of doubtful figures counts. */
export function keysOf(placed: ProspectEntry, total: Total, corner: Corner): Keys {
  const { set } = placed.compiled;
  const keys: Quantity[] = [set.scored && placed.max > 0 ? { n: total.total, d: placed.max } : SAME];
  for (const key of set.tieBreaks) keys.push(tieKey(key, placed, total.points, corner));
  return keys;
}

function tieKey(key: TieBreak, placed: ProspectEntry, points: Vector, corner: Corner): Quantity {
  const { compiled, entry } = placed;
  switch (key.kind) {
    case 'figure': {
      const judgedCriterion = placed.judged[compiled.positions.get(key.criterion) ?? -1];
      return judgedCriterion ? figureKey(judgedCriterion, corner) : LEAST;
    }
    case 'points':
      return { n: keyPoints(key, compiled, points), d: 1 };
    case 'women':
      return { n: (entry?.women ?? 0) >= 70 ? 1 : 0, d: 1 };
    case 'received': {
      const day = Number(entry?.received?.replaceAll('-', '') ?? Number.NaN);
      return Number.isInteger(day) ? { n: -day, d: 1 } : LEAST;
    }
    case 'council':
      return SAME;
  }
}

function keyPoints(
  key: { criterion?: string | undefined; group?: string | undefined },
  compiled: CompiledSet,
  points: Vector,
) {
  let total = 0;
  compiled.criteria.forEach((criterion, index) => {
    const counts =
      key.criterion !== undefined ? criterion.code === key.criterion : criterion.criterion.group === key.group;
    if (counts) total += points[index] ?? 0;
  });
  return total;
}

/**
 * The raw figure (SR-28), better = greater; a missing figure stands last, a doubtful one anywhere its candidates are.
 */
export function figureKey(judged: JudgedCriterion, corner: Corner): Quantity {
  const { compiled, entry, setting } = judged;
  const { measure, direction, indicator } = compiled.criterion;
  const observed = compiled.grader === 'portal' && indicator !== null ? setting.observe?.(indicator)?.value : undefined;
  const matter = setting.matters?.criteria.get(compiled.code);
  const value =
    observed === undefined || observed === null
      ? entryValue(entry, measure, matter?.consent ?? false)
      : valueOfNumber(observed, measure);
  const own = value.kind === 'figure' ? better(value, direction) : null;
  const isOpen = judged.status === 'in-doubt' && (openFlags(judged).length > 0 || own === null);
  if (!isOpen) return own ?? LEAST;
  const doubtful = matter?.doubts.get(compiled.code);
  const candidates = (doubtful?.candidates ?? []).flatMap((number) => {
    const candidate = valueOfNumber(number, measure);
    return candidate.kind === 'figure' ? [better(candidate, direction)] : [];
  });
  if (candidates.length === 0) return corner === 'high' ? MOST : LEAST;
  const all = own ? [...candidates, own] : candidates;
  return all.reduce((x, y) => (compare(x, y) > 0 === (corner === 'high') ? x : y));
}

function better(quantity: Quantity, direction: 'higher' | 'lower'): Quantity {
  return direction === 'lower' ? { n: -quantity.n, d: quantity.d } : { n: quantity.n, d: quantity.d };
}
