/**
 * Validates a movement beyond its shape: what a schema cannot see (sums, overlapping bands, keys that lead nowhere).
 * The same for bundled movements and an officer's own; oddities in a plan's own words are in `Movement.warnings`, not
 * here.
 */
import type { Movement } from './movement.ts';
import { checkSet } from './validate/criteria-set.ts';
import type { MovementFinding } from './validate/finding.ts';
import { checkPlan } from './validate/plan.ts';

export type { FindingCode, MovementFinding } from './validate/finding.ts';

/** Everything that has to be put right before the movement is used, in reading order; empty when nothing. */
export function validateMovement(movement: Movement): MovementFinding[] {
  return [...checkPlan(movement), ...movement.criteriaSets.flatMap((set) => checkSet(set, movement))];
}
