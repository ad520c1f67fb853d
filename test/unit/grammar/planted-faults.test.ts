/** One fault planted on sheets composed at random, for every code of the catalogue: found on its criterion and cell, and nothing but it. */
import { describe, expect, it } from 'vitest';
import { FLAG_CODES } from '../../../core/flag/flag.ts';
import { explain } from '../../fixtures/grammar/explain.ts';
import { NOT_YET_FOUND, NOT_YET_READ } from '../../fixtures/grammar/not-yet-read.ts';
import { lookFor } from '../../fixtures/grammar/plants/found.ts';
import { PLANTERS } from '../../fixtures/grammar/plants/index.ts';
import { planted, planterName } from '../../fixtures/grammar/plants/planter.ts';

const SEEDS = [1, 2];

describe('planters', () => {
  it('exist for every code of the catalogue', () => {
    const codes = new Set(PLANTERS.map(({ code }) => code));
    expect(FLAG_CODES.filter((code) => !codes.has(code))).toEqual([]);
  });

  const ready = PLANTERS.filter((planter) => !NOT_YET_FOUND.includes(planterName(planter)));
  it.each(ready.map((planter) => [planterName(planter), planter] as const))(
    '%s is found, and nothing else',
    async (_, planter) => {
      for (const seed of SEEDS) {
        const fault = await planted(planter, seed, NOT_YET_READ);
        const { found, others, flags } = await lookFor(planter, fault);
        const how = explain(fault.composed, { values: 0, misses: [], flags: found ? others : flags });
        expect(found, how).toBe(true);
        expect(others, how).toEqual([]);
      }
    },
  );
});
