/** Plans labelled by hand, in the manner of many provinces and fields: what is found against what a reader finds. */
import { describe, expect, it } from 'vitest';
import { type PlanScore, rates, scorePlan } from '../../fixtures/plans.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const PLANS = readPlans();
const SCORES = PLANS.map(({ name, reading, labels }) => ({ name, score: scorePlan(reading, labels) }));

function over(kind: keyof PlanScore) {
  const found = rates(SCORES.map(({ score }) => score[kind]));
  const faults = SCORES.flatMap(({ name, score }) => [
    ...score[kind].missed.map((label) => `${name}: missed ${label}`),
    ...score[kind].wrong.map((label) => `${name}: wrong ${label}`),
  ]);
  return { ...found, faults };
}

describe('labelled plans', () => {
  it.each([
    ['targets', 0.97],
    ['quotas', 0.95],
    ['deadlines', 0.95],
    ['identity', 0.95],
    ['subject', 0.85],
    ['qualifier', 0.9],
    ['exclusion', 0.97],
    ['round', 0.92],
    ['standards', 0.95],
    ['phases', 0.95],
    ['audiences', 0.95],
  ] as const)('%s: precision and recall of at least %d', (kind, wanted) => {
    const { precision, recall, labels, faults } = over(kind);
    expect(labels).toBeGreaterThan(0);
    expect(Math.min(precision, recall), faults.join('\n')).toBeGreaterThanOrEqual(wanted);
  });
});
