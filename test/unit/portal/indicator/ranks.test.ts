/** Competition ranking against its definition. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { competitionRanks } from '../../../../core/portal/indicator/ranks.ts';

it('ranks high first, 1-2-2-4, and gives no rank without a value', () => {
  expect(competitionRanks([93.19, 93.21, null, 93.19, 73.59, 0])).toEqual([2, 1, null, 2, 4, 5]);
  expect(competitionRanks([0.1 + 0.2, 0.3])).toEqual([1, 1]);
});

it('places the first communes of An Giang on 11 October 2025 as their totals are', () => {
  const totals = [
    93.33, 93.23, 93.21, 93.2, 93.17, 93.09, 93.09, 93.04, 92.98, 92.95, 92.92, 92.87, 92.83, 92.83, 92.82,
  ];
  expect(competitionRanks(totals)).toEqual([1, 2, 3, 4, 5, 6, 6, 8, 9, 10, 11, 12, 13, 13, 15]);
});

it('a rank is the number of greater values plus one', () => {
  const values = fc.array(fc.option(fc.integer({ min: 7359, max: 7390 }).map((hundredths) => hundredths / 100)));
  fc.assert(
    fc.property(values, (list) => {
      expect(competitionRanks(list)).toEqual(
        list.map((own) => (own === null ? null : 1 + list.filter((other) => other !== null && other > own).length)),
      );
    }),
  );
});
