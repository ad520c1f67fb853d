/** A criterion made ready for scoring many reports: its rule as functions, the constant parts of its reasons. */

import type { Period } from '../../base/period/period.ts';
import type { Points } from '../../base/quantity/points.ts';
import { bareCommune } from '../../base/text/commune-name.ts';
import { boundsOf } from '../../movement/bounds-of.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Movement } from '../../movement/movement.ts';
import { factsOf } from '../../movement/rule.ts';
import { untilWords } from '../../movement/threshold-words.ts';
import { compileNode, type Leaf, type Node } from './measure.ts';

/** Who gives the points when they are not computed from the unit's figures. */
export type Grader = 'council' | 'survey' | 'appraiser' | 'portal' | 'register';

export interface CompiledCriterion {
  readonly criterion: Criterion;
  readonly code: string;
  readonly node: Node;
  /** The rule, when it is a single rule over the unit's own figure and looks at no other unit; else null. */
  readonly plain: Leaf | null;
  readonly max: Points;
  /** Lowest points: 0, or minus the cap of a deduction. */
  readonly least: Points;
  /** Highest points: the maximum, 0 for a deduction. */
  readonly most: Points;
  /** A unit can score 0 in it (SR-17): not a bonus, not a deduction. */
  readonly countsZero: boolean;
  /** null = computed from the unit's own figures. */
  readonly grader: Grader | null;
  /** The rule compares with other units somewhere (SR-11). */
  readonly hasPeer: boolean;
  /**
   * `(Tân Quang II.4.a)`; of several thresholds with the day of its own: `(Tân Quang II.4.a, mức đến 30/11/2025)`; where
   * bands, maximum or rule are ours and not the plan's: `(Tân Quang II.4.a; cách chấm đề xuất)`.
   */
  readonly source: string;
  /** Positions of the criteria that must earn points first (SR-12). */
  readonly gates: readonly number[];
}

/** Position of each criterion code in the set, for gates. */
type Positions = ReadonlyMap<string, number>;

export function compileCriterion(
  criterion: Criterion,
  movement: Movement,
  period: Period | null,
  positions: Positions,
): CompiledCriterion {
  const { code, maxPoints: max, unit, direction } = criterion;
  const node = compileNode(code, criterion.rule, criterion.measure, { max, unit, direction, period });
  const { least, most } = boundsOf(criterion);
  const grader = factsOf(criterion.rule).grader ?? (criterion.filledBy === 'unit' ? null : criterion.filledBy);
  return {
    criterion,
    code,
    node,
    plain: grader === null && node.kind === 'leaf' && !node.peer ? node : null,
    max,
    least,
    most,
    countsZero: !criterion.bonus && least === 0 && max > 0,
    grader,
    hasPeer: comparesPeers(node),
    source: sourceText(criterion, movement),
    gates: criterion.gates.flatMap((gate) => positions.get(gate) ?? []),
  };
}

function comparesPeers(node: Node): boolean {
  return node.kind === 'leaf' ? node.peer : node.parts.some((part) => comparesPeers(part.node));
}

/**
 * The source of the target: the plan's section, or a note that the threshold is our proposal; part of every reason
 * chain.
 */
function sourceText(criterion: Criterion, movement: Movement): string {
  const commune = bareCommune(movement.issuer.commune);
  const { source, target, milestones } = criterion;
  const until = milestones && target ? `, mức ${untilWords(target.by)}` : '';
  const row = milestones && target ? movement.targets.find(({ code }) => code === target.code) : undefined;
  const section = row?.section ?? source.section;
  if (section === '') return `(${commune}, đề xuất${until})`;
  return `(${commune} ${section}${until}${criterion.proposed === false ? '' : '; cách chấm đề xuất'})`;
}
