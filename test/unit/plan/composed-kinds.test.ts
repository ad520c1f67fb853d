/** Kinds of writing of strangers, composed: in each a reader finds what is set, and nothing else. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { KINDS, planOf } from '../../fixtures/plan-grammar/kinds.ts';
import { random } from '../../fixtures/random.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(KINDS)('$name', ({ compose }) => {
  it.each(SEEDS)('is read (%d)', (seed) => {
    const composed = compose(random(seed));
    const text = planOf(composed);
    const { targets, quotas, deadlines, leftovers, setAside, movement } = extractPlan(text);
    expect(
      targets.map(({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`),
      text,
    ).toEqual(composed.targets ?? []);
    expect(
      quotas.map(({ max, kind }) => `${max} ${kind}`),
      text,
    ).toEqual(composed.quotas ?? []);
    if (composed.deadlines)
      expect(
        deadlines.map(({ what, opens, when }) => `${what} ${opens ? `${opens}..` : ''}${dayOf(when)}`),
        text,
      ).toEqual(composed.deadlines);
    expect(
      leftovers.map(({ why }) => why),
      text,
    ).toEqual(composed.leftovers ?? []);
    if (composed.setAside)
      expect(
        setAside.map(({ value }) => value),
        text,
      ).toEqual(composed.setAside);
    if (composed.commune) expect(movement.issuer.commune, text).toBe(composed.commune);
    if (composed.period) expect(`${movement.period.from}..${movement.period.to}`, text).toBe(composed.period);
  });
});

function dayOf(when: object): string {
  return Object.values(when).join(' ');
}
