/**
 * All ends the open matters of one report can have, in few pieces. Between the worst and the best end the total takes
 * every whole hundredth, except where a gate opens (SR-12) or where a criterion earns nothing at all (SR-17). So the
 * ends are cut into states in which gates stand still; in each the totals from low to high are all possible.
 */
import type { Points } from '../../base/quantity/points.ts';
import { type Ladder, positionOf } from './classify.ts';
import type { CompiledSet } from './compile-set.ts';
import type { JudgedCriterion } from './judge.ts';
import { totalOf, type Vector } from './total.ts';

export interface Prospect {
  readonly compiled: CompiledSet;
  readonly judged: readonly JudgedCriterion[];
  readonly max: Points;
  readonly ladder: Ladder;
}

/** Own points of each criterion, before gates, lowest and highest. */
export interface State {
  readonly low: Vector;
  readonly high: Vector;
}

/** More free gates than this are not enumerated: the range then counts as a single piece. Real sets have one or two. */
const MOST_GATES = 8;

/**
 * The pieces of the range, by which free gates are passed. `held`: positions that are not cut (a flag's own criteria).
 */
export function gateStates({ compiled, judged }: Prospect, held: ReadonlySet<number>): State[] {
  const whole: State = {
    low: judged.map((judgedCriterion) => judgedCriterion.low),
    high: judged.map((judgedCriterion) => judgedCriterion.high),
  };
  if (!compiled.gated) return [whole];
  const gates = new Set([...compiled.gates, ...compiled.criteria.flatMap((criterion) => criterion.gates)]);
  const free = [...gates].filter((at) => !held.has(at) && isFree(whole, at));
  if (free.length > MOST_GATES) return [whole];
  return free.reduce<State[]>(
    (states, at) => states.flatMap((state) => [pin(state, at, 0), raise(state, at)]),
    [whole],
  );
}

/** The same pieces, cut once more by whether a criterion earns nothing, where classes ask that. */
export function classStates(prospect: Prospect, held: ReadonlySet<number>): State[] {
  const states = gateStates(prospect, held);
  const { ladder, judged } = prospect;
  if (!ladder.asksNoZero) return states;
  return states.flatMap((state) => {
    const free = judged.flatMap((judgedCriterion, at) =>
      countsZero(judgedCriterion) && !held.has(at) && isFree(state, at) ? [at] : [],
    );
    const none = free.reduce(raise, state);
    return [none, ...free.map((at) => pin(state, at, 0))];
  });
}

function isFree(state: State, at: number): boolean {
  return (state.low[at] ?? 0) <= 0 && (state.high[at] ?? 0) > 0;
}

function pin(state: State, at: number, points: Points): State {
  return { low: state.low.with(at, points), high: state.high.with(at, points) };
}

function raise(state: State, at: number): State {
  return { low: state.low.with(at, Math.max(1, state.low[at] ?? 0)), high: state.high };
}

/** Whether a score of 0 in this criterion counts against the unit: not in bonus, deductions or what did not arise. */
function countsZero(judged: JudgedCriterion): boolean {
  return judged.compiled.countsZero && judged.max > 0 && judged.status !== 'not-applicable';
}

/** Codes of the criteria that earn nothing with these points (after gates). */
export function zerosIn(judged: readonly JudgedCriterion[], points: Vector): string[] {
  return judged.flatMap((judgedCriterion, at) =>
    countsZero(judgedCriterion) && (points[at] ?? 0) <= 0 ? [judgedCriterion.compiled.code] : [],
  );
}

export interface End {
  readonly total: Points;
  /** The total before it is raised to 0: shows that a criterion counts at all. */
  readonly raw: Points;
  readonly hasZero: boolean;
}

export function endOf(prospect: Prospect, own: Vector): End {
  const { total, raw, points } = totalOf(prospect.compiled, prospect.judged, own);
  return { total, raw, hasZero: hasZeroIn(prospect.judged, points) };
}

/** Some criterion earns nothing with these points (after gates). */
function hasZeroIn(judged: readonly JudgedCriterion[], points: Vector): boolean {
  return judged.some((judgedCriterion, at) => (points[at] ?? 0) <= 0 && countsZero(judgedCriterion));
}

/** Positions in the ladder still possible, best first. Exact. */
export function possiblePositions(prospect: Prospect): number[] {
  const { ladder, max } = prospect;
  const positions = new Set<number>();
  for (const state of classStates(prospect, new Set())) {
    const low = endOf(prospect, state.low);
    const high = endOf(prospect, state.high);
    const totals = [low.total, high.total, ...boundaries(ladder, max)];
    for (const total of totals) {
      if (total < low.total || total > high.total) continue;
      positions.add(positionOf(ladder, total, max, low.hasZero));
    }
  }
  return [...positions].filter((at) => at >= 0).sort((x, y) => x - y);
}

/** Lowest totals that reach each band. */
export function boundaries(ladder: Ladder, max: Points): Points[] {
  return ladder.from.map((from) => Math.ceil((from.n * max) / (from.d * 100)));
}
