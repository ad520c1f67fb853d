/**
 * One fault planted on sheets composed at random, for every code of the catalogue: found on its criterion and cell, and
 * nothing but it.
 */
import { describe, expect, it } from 'vitest';
import { explain } from '../../fixtures/grammar/explain.ts';
import { NOT_YET_FOUND } from '../../fixtures/grammar/not-yet-found.ts';
import { lookFor } from '../../fixtures/grammar/plants/found.ts';
import { planted, planterName } from '../../fixtures/grammar/plants/planter.ts';
import { CASES } from '../judge/check/check-cases.ts';

const SEEDS = [1, 2];

describe('planters', () => {
  it('exist for every code of the catalogue', () => {
    expect(CASES.filter(({ planters }) => planters.length === 0)).toEqual([]);
  });

  const ready = CASES.flatMap(({ planters }) => planters).filter(
    (planter) => !NOT_YET_FOUND.includes(planterName(planter)),
  );
  it.each(ready.map((planter) => [planterName(planter), planter] as const))(
    '%s is found, and nothing else',
    async (_, planter) => {
      for (const seed of SEEDS) {
        const fault = await planted(planter, seed);
        const { found, others, flags } = await lookFor(planter, fault);
        const how = explain(fault.composed, { values: 0, misses: [], flags: found ? others : flags });
        expect(found, how).toBe(true);
        expect(others, how).toEqual([]);
      }
    },
  );
});
