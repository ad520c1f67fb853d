/**
 * The helpers for bands: with any steps, every value gets the points of its step and the bands have no overlap and no
 * gap.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { above, atMost, ladder } from '../../../core/dossier/propose/rules.ts';
import type { Band, ScoringRule } from '../../../core/movement/rule.ts';
import { checkBands } from '../../../core/movement/validate/bands.ts';

function bandsOf(rule: ScoringRule): readonly Band[] {
  if (rule.kind !== 'bands') throw new Error('not bands');
  return rule.bands;
}

function pointsAt(rule: ScoringRule, value: number): number[] {
  return bandsOf(rule)
    .filter((band) => {
      const { from = -Infinity, to = Infinity } = band;
      return (band.fromInclusive ? value >= from : value > from) && (band.toInclusive ? value <= to : value < to);
    })
    .map((band) => band.points);
}

describe('points of a value', () => {
  it.each([
    [100, 1000],
    [90, 1000],
    [89.99, 750],
    [80, 750],
    [79, 100],
    [0, 100],
  ])('ladder: %d → %d', (value, points) => {
    expect(
      pointsAt(
        ladder(
          [
            [90, 10],
            [80, 7.5],
          ],
          1,
        ),
        value,
      ),
    ).toEqual([points]);
  });

  it.each([
    [40.01, 1200],
    [40, 900],
    [30, 900],
    [29.9, 0],
  ])('"trên 40": %d → %d', (value, points) => {
    expect(pointsAt(above(40, 12, [[30, 9]]), value)).toEqual([points]);
  });

  it.each([
    [0, 600],
    [1, 400],
    [2, 400],
    [3, 0],
  ])('"không quá": %d → %d', (value, points) => {
    expect(
      pointsAt(
        atMost([
          [0, 6],
          [2, 4],
        ]),
        value,
      ),
    ).toEqual([points]);
  });
});

describe('no overlap, no gap', () => {
  const thresholds = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 });
  it.each(['percentage', 'count', 'amount'] as const)('%s', (measure) => {
    fc.assert(
      fc.property(thresholds, (values) => {
        const down = values.toSorted((a, b) => b - a).map((value) => [value, 1] as const);
        const up = down.toReversed();
        expect(checkBands(bandsOf(ladder(down)), measure, '')).toEqual([]);
        expect(checkBands(bandsOf(above(100.5, 2, down)), measure, '')).toEqual([]);
        expect(checkBands(bandsOf(atMost(up)), measure, '')).toEqual([]);
      }),
      { seed: 20_251_105 },
    );
  });
});
