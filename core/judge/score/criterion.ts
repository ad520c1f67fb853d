/** One criterion scored on one entry, by its rule alone: what check/ compares the unit's own points with. */

import type { Period } from '../../base/period/period.ts';
import type { Points } from '../../base/quantity/points.ts';
import type { Quantity } from '../../base/quantity/quantity.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { Punctuality } from '../../report/register.ts';
import type { Entry } from '../../report/report.ts';
import { compileCriterion } from './compile-criterion.ts';
import { judge } from './judge.ts';
import { reasonOf } from './reason.ts';
import type { CriterionScore } from './score-sheet.ts';

interface CriterionSetting {
  readonly movement: Movement;
  readonly period: Period | null;
  /**
   * What the other units set, by criterion code (SR-11, SR-36): their best value, and for a rule that compares with it
   * their average. Without it such a rule stays open.
   */
  readonly peers?: ReadonlyMap<string, Quantity>;
  /** What the register knows of when the unit's reports came. */
  readonly registered?: Punctuality | null;
  /** Observations of this unit and period (SR-25). */
  readonly observations?: readonly Observation[];
}

/** Points in hundredths. */
export interface CriterionResult {
  /** null = the rule cannot score what stands there, or a person has to grade it. */
  readonly computed: Points | null;
  /** Applicable maximum. */
  readonly max: Points;
  /** Points that the rule alone leaves open. */
  readonly low: Points;
  readonly high: Points;
  readonly status: CriterionScore['status'];
  readonly reason: string;
}

/** Scores an entry (null = the report has no such row) without gates, flags or decisions. */
export function scoreCriterion(criterion: Criterion, entry: Entry | null, setting: CriterionSetting): CriterionResult {
  const compiled = compileCriterion(criterion, setting.movement, setting.period, new Map());
  const peers = setting.peers
    ? new Map(
        [...setting.peers].map(([code, best]) => {
          const known = { best, average: best };
          return [code, { ...known, possible: known, easiest: known }] as const;
        }),
      )
    : null;
  const { observations, registered = null } = setting;
  const judged = judge(compiled, entry, {
    matters: null,
    peers,
    registered,
    observe: observations
      ? (indicator) => observations.find((observation) => observation.indicator === indicator)
      : null,
  });
  return { ...judged, reason: reasonOf(judged, judged.points) };
}
