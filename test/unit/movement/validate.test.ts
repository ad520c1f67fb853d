/** Each finding of the validator, planted alone in a bundled movement and found alone. */
import { describe, expect, it } from 'vitest';
import { movementSchema } from '../../../core/movement/movement.ts';
import { FINDING_CODES, type FindingCode } from '../../../core/movement/validate/finding.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { agencySet, copyOf, criterion, type Plant, withRule } from './planted.ts';
import { RULE_PLANTS } from './rule-plants.ts';
import { SET_PLANTS } from './set-plants.ts';

it.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))('%s has no findings', (_, movement) => {
  expect(validateMovement(movement)).toEqual([]);
});

const PLANTS: readonly Plant[] = [...RULE_PLANTS, ...SET_PLANTS];

describe('planted faults', () => {
  it.each(PLANTS)('%s in %s', (code, id, plant, where) => {
    const movement = copyOf(id);
    plant(movement);
    expect(movementSchema.safeParse(movement).success).toBe(true);
    const findings = validateMovement(movement);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]!.where).toContain(where);
    expect(findings[0]!.message).toMatch(/\p{L}.*\.$/u);
    expect(findings[0]!.todo).toMatch(/\p{L}.*\.$/u);
  });

  it('every finding is planted here or with the bands', () => {
    const planted = new Set<FindingCode>([...PLANTS.map(([code]) => code), 'band-overlap', 'band-gap']);
    expect(FINDING_CODES.filter((code) => !planted.has(code))).toEqual([]);
  });
});

it.each([
  ['a floor above the full figure', { kind: 'proportional', full: 2, floor: 10 }],
  ['a full figure of 0', { kind: 'proportional', full: 0 }],
] as const)('where less is better a proportional rule may have %s', (_, rule) => {
  const movement = copyOf('cat-ne-2024');
  withRule(rule, 'amount')(movement);
  Object.assign(criterion(movement, '2.1'), { direction: 'lower', target: null, proposed: true });
  expect(validateMovement(movement)).toEqual([]);
});

it('a set without points (SR-31) needs no sum and no positive maximum', () => {
  const movement = copyOf('cat-ne-2024');
  const set = agencySet(movement);
  set.scored = false;
  for (const criterion of set.criteria) criterion.maxPoints = 0;
  expect(validateMovement(movement)).toEqual([]);
});
