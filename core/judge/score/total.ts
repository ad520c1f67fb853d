/**
 * From the points of the criteria to the total: gates (SR-12), bonus cap (SR-15), deductions (SR-16), never below 0;
 * share of the applicable maximum.
 */
import type { Points } from '../../base/quantity/points.ts';
import { shownShare } from '../../base/quantity/shown-figure.ts';
import type { CompiledSet } from './compile-set.ts';
import type { JudgedCriterion } from './judge.ts';

/** A number for each criterion, in the set's order. */
export type Vector = readonly Points[];

export interface Total {
  readonly total: Points;
  /** The sum before it is raised to 0. */
  readonly raw: Points;
  /** Points of each criterion after gates. */
  readonly points: Vector;
}

/** Applies gates and caps to the points of the criteria. Never falls when a criterion rises. */
export function totalOf(compiled: CompiledSet, judged: readonly JudgedCriterion[], own: Vector): Total {
  const points = compiled.gated ? gate(compiled, judged, own) : own;
  const raw = addUp(compiled, points);
  return { total: Math.max(0, raw), raw, points };
}

function addUp(compiled: CompiledSet, points: Vector): Points {
  const { criteria } = compiled;
  let total = 0;
  let bonus = 0;
  for (let index = 0; index < criteria.length; index++) {
    const number = points[index] ?? 0;
    if (criteria[index]?.criterion.bonus) bonus += number;
    else total += number;
  }
  return total + Math.min(bonus, compiled.set.bonusCap);
}

/** A criterion that did not arise holds nobody back. */
function isShut(judged: readonly JudgedCriterion[], points: Vector, index: number): boolean {
  return judged[index]?.status !== 'not-applicable' && (points[index] ?? 0) <= 0;
}

function gate(compiled: CompiledSet, judged: readonly JudgedCriterion[], own: Vector): Vector {
  const points = [...own];
  const { criteria, gates } = compiled;
  // Gates may stand behind gates: until nothing falls any more, at most one round a criterion.
  for (let falling = true; falling; ) {
    falling = false;
    for (let index = 0; index < criteria.length; index++) {
      if ((points[index] ?? 0) <= 0) continue;
      if (criteria[index]?.gates.some((at) => isShut(judged, points, at))) {
        points[index] = 0;
        falling = true;
      }
    }
  }
  if (gates.some((at) => isShut(judged, points, at))) {
    for (let index = 0; index < points.length; index++) points[index] = Math.min(0, points[index] ?? 0);
  }
  return points;
}

/** Applicable maximum without bonus; dropped criteria add nothing to it. */
export function maximumOf(judged: readonly JudgedCriterion[]): Points {
  let max = 0;
  for (const judgedCriterion of judged) if (!judgedCriterion.compiled.criterion.bonus) max += judgedCriterion.max;
  return max;
}

/**
 * total ÷ max in hundredths of a percent (8750 = 87,50 %), as it is shown: never up to a bound of the set (a class, a
 * standard of the plan) that is not reached; 0 when max is 0.
 */
export function shareOfMaximum(total: Points, max: Points, bounds: readonly number[]): number {
  return max <= 0 ? 0 : Math.round(100 * shownShare(total, max, bounds));
}
