/**
 * Plans composed from a grammar wider than the reader's: every planted figure is found with its comparator, unit, part
 * and day, and nothing else is. `npm run bench -- plan` does the same with many more.
 */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { composedPlan } from '../../fixtures/plan-grammar/plan.ts';
import { type PlanScore, scorePlan } from '../../fixtures/plans.ts';

const PLANS = Array.from({ length: 60 }, (_, seed) => composedPlan(seed));
const SCORES = PLANS.map(({ name, text, labels }) => ({ name, score: scorePlan(extractPlan(text), labels) }));

describe('composed plans', () => {
  it.each(['targets', 'quotas', 'deadlines', 'identity'] as const)('%s are found, and nothing else', (kind) => {
    const faults = SCORES.flatMap(({ name, score }) => faultsOf(score, kind).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  });

  it('hold figures of every kind and figures that ask for nothing', () => {
    const labels = PLANS.flatMap((plan) => plan.labels.targets);
    for (const sentence of [
      '>= | ',
      '> | ',
      '<= | ',
      '< | ',
      '= | 0 |',
      'range | ',
      'rank<= | ',
      ' | %',
      ' | hộ',
      'người/năm',
    ])
      expect(
        labels.some((label) => label.includes(sentence)),
        sentence,
      ).toBe(true);
    const texts = PLANS.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
    for (const aside of ['mức độ 4', '5 không', '0912.345.678', 'so với cùng kỳ', 'loại tốt'])
      expect(texts).toContain(aside);
  });
});

function faultsOf(score: PlanScore, kind: keyof PlanScore): readonly string[] {
  return [
    ...score[kind].missed.map((label) => `missed ${label}`),
    ...score[kind].wrong.map((found) => `wrong ${found}`),
  ];
}
