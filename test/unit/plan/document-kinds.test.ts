/**
 * The same movement as a plan, a directive, a decision with the rules it issues, a letter, a call, a pledge: in every
 * kind of document exactly its targets, quotas, days and identity are found.
 */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { DOCUMENTS } from '../../fixtures/plan-grammar/documents.ts';
import { composedPlan } from '../../fixtures/plan-grammar/plan.ts';
import { type Score, scorePlan } from '../../fixtures/plans.ts';

const SEEDS = Array.from({ length: 12 }, (_, at) => 700 + at);

describe('a movement launched by a document of another kind', () => {
  it.each(DOCUMENTS.map((form, at) => [form.name, at] as const))('%s (%i)', (name, at) => {
    const faults = SEEDS.flatMap((seed) => {
      const { text, labels } = composedPlan(seed, DOCUMENTS[at]);
      const reading = extractPlan(text);
      const scores = Object.entries<Score>({ ...scorePlan(reading, labels) });
      expect(reading.movement.plan.title).toMatch(new RegExp(`^${name} `));
      return scores.flatMap(([what, { missed, wrong }]) =>
        [...missed.map((text) => `missed ${text}`), ...wrong.map((text) => `wrong ${text}`)].map(
          (fault) => `${seed} ${what} ${fault}`,
        ),
      );
    });
    expect(faults).toEqual([]);
  });
});
