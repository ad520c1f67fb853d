/** A bundled movement to plant a fault in, and what a planted fault is. */
import type { CriteriaSet, Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import type { ScoringRule } from '../../../core/movement/rule.ts';
import type { FindingCode } from '../../../core/movement/validate/finding.ts';
import { findMovement } from '../../../core/movements/index.ts';

export function copyOf(id: string): Movement {
  return structuredClone(findMovement(id)!);
}

export function agencySet(movement: Movement): CriteriaSet {
  return movement.criteriaSets.find((criteriaSet) => criteriaSet.audience === 'agency')!;
}

export function criterion(movement: Movement, code: string): Criterion {
  return agencySet(movement).criteria.find((criterion) => criterion.code === code)!;
}

/** Another rule on criterion 2.1 of the agencies (10 points in Cát Nê, a percentage unless `measure` differs). */
export function withRule(
  rule: ScoringRule,
  measure: Criterion['measure'] = 'percentage',
): (movement: Movement) => void {
  return (movement) => Object.assign(criterion(movement, '2.1'), { rule, measure });
}

/** Code, movement, the planted fault, the expected `where`. */
export type Plant = readonly [code: FindingCode, id: string, plant: (movement: Movement) => void, where: string];
