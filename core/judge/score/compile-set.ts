/** A criteria set made ready once for scoring any number of reports; scoring one report against it. */

import type { Period } from '../../base/period/period.ts';
import type { Points } from '../../base/quantity/points.ts';
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Entry, Report } from '../../report/report.ts';
import { type Ladder, ladderFor } from './classify.ts';
import { type CompiledCriterion, compileCriterion } from './compile-criterion.ts';
import { type JudgedCriterion, judge } from './judge.ts';
import type { JudgeSetting } from './outcome.ts';

export interface CompiledSet {
  readonly set: CriteriaSet;
  readonly criteria: readonly CompiledCriterion[];
  readonly byCode: ReadonlyMap<string, CompiledCriterion>;
  /** Positions in `criteria`. */
  readonly positions: ReadonlyMap<string, number>;
  /** Positions of the criteria without whose points the whole sheet is 0. */
  readonly gates: readonly number[];
  /** Some criterion or the set has a gate. */
  readonly gated: boolean;
  readonly peer: boolean;
  /** Maximum without bonus when everything arises. */
  readonly max: Points;
  /** Percents of the maximum that decide something: where a class begins, what the plan's standards ask. */
  readonly bounds: readonly number[];
  /** For a unit without facts of its own. */
  readonly ladder: Ladder;
}

/** Prepares a set. `period` gives days without a year their year. */
export function compileSet(set: CriteriaSet, movement: Movement, period: Period | null): CompiledSet {
  const positions = new Map(set.criteria.map((criterion, index) => [criterion.code, index] as const));
  const criteria = set.criteria.map((criterion) => compileCriterion(criterion, movement, period, positions));
  const gates = set.gates.flatMap((code) => positions.get(code) ?? []);
  return {
    set,
    criteria,
    byCode: new Map(criteria.map((criterion) => [criterion.code, criterion] as const)),
    positions,
    gates,
    gated: gates.length > 0 || criteria.some((criterion) => criterion.gates.length > 0),
    peer: criteria.some((criterion) => criterion.hasPeer),
    max: criteria.reduce(
      (total, compiledCriterion) => (compiledCriterion.criterion.bonus ? total : total + compiledCriterion.max),
      0,
    ),
    bounds: [...set.classification.map(({ from }) => from), ...standardShares(movement, set.audience)],
    ladder: ladderFor(set, []),
  };
}

function standardShares({ standards }: Movement, audience: string): readonly number[] {
  return standards.flatMap(({ kind, value, audiences }) =>
    kind === 'score-share' && value !== null && audiences.includes(audience) ? [value] : [],
  );
}

/** Judges every criterion of the set on a report, in the set's order. Gates are not applied yet (total.ts). */
export function judgeReport(compiled: CompiledSet, report: Report, setting: JudgeSetting): JudgedCriterion[] {
  const { criteria } = compiled;
  const judged = new Array<JudgedCriterion>(criteria.length);
  const finder = new EntryFinder(report.entries);
  for (let index = 0; index < criteria.length; index++) {
    const compiledCriterion = criteria[index];
    if (compiledCriterion) judged[index] = judge(compiledCriterion, finder.find(compiledCriterion.code), setting);
  }
  return judged;
}

/** Finds entries by code. Reports list them in the set's order, so the next entry is nearly always the right one. */
class EntryFinder {
  private next = 0;
  private readonly entries: readonly Entry[];

  constructor(entries: readonly Entry[]) {
    this.entries = entries;
  }

  find(code: string): Entry | null {
    const { entries } = this;
    if (entries[this.next]?.criterion === code) return entries[this.next++] ?? null;
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index];
      if (entry?.criterion === code) {
        this.next = index + 1;
        return entry;
      }
    }
    return null;
  }
}
