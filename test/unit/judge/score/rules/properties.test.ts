/** What holds for every rule over figures: monotone, within 0 … maximum, exact against rational arithmetic. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoringRule } from '../../../../../core/movement/rule.ts';
import { criterion, number, score } from '../sets.ts';

const MAX = fc.integer({ min: 10, max: 60_000 });
const hundredths = fc.integer({ min: 0, max: 20_000 }).map((n) => n / 100);
const pair = fc
  .tuple(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 1, max: 2_000_000_000 }))
  .map(([a, b]) => ({ numerator: number(a), denominator: number(b), a, b }));

const rule: fc.Arbitrary<(max: number) => ScoringRule> = fc.oneof(
  fc.integer({ min: 1, max: 12_000 }).map((full) => () => ({ kind: 'proportional', full: full / 100 }) as const),
  fc.tuple(fc.integer({ min: 5_000, max: 12_000 }), fc.integer({ min: 1, max: 4_999 })).map(
    ([full, floor]) =>
      () =>
        ({ kind: 'proportional', full: full / 100, floor: floor / 100 }) as const,
  ),
  fc.tuple(fc.constantFrom('gt', 'gte', 'eq', 'soft'), fc.integer({ min: 0, max: 10_000 })).map(
    ([comparator, value]) =>
      () =>
        ({ kind: 'threshold', comparator, value: value / 100 }) as ScoringRule,
  ),
  fc.integer({ min: 1, max: 99 }).map(
    (step) => (max: number) =>
      ({
        kind: 'bands',
        bands: [
          { from: step, fromInclusive: true, toInclusive: false, points: max },
          { to: step, fromInclusive: true, toInclusive: false, points: Math.floor(max / 3) },
        ],
      }) as const,
  ),
  fc.integer({ min: 1, max: 900 }).map((points) => (max: number) => ({ kind: 'per-unit', points, cap: max }) as const),
);

describe('rules over figures', () => {
  it('never fall when the value rises, and keep within 0 … maximum', () => {
    fc.assert(
      fc.property(rule, MAX, hundredths, hundredths, (make, max, x, y) => {
        const item = criterion('1', max, make(max));
        const [low, high] = [Math.min(x, y), Math.max(x, y)].map(
          (value) => score(item, { value: number(value) }).computed,
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(max);
        expect(low ?? 0).toBeLessThanOrEqual(high ?? -1);
      }),
    );
  });

  it('never rise where lower is better', () => {
    fc.assert(
      fc.property(MAX, fc.integer({ min: 0, max: 10_000 }), hundredths, hundredths, (max, full, x, y) => {
        const item = criterion('1', max, { kind: 'proportional', full: full / 100 }, { direction: 'lower' });
        const [best, worst] = [Math.min(x, y), Math.max(x, y)].map(
          (value) => score(item, { value: number(value) }).computed,
        );
        expect(worst ?? 0).toBeLessThanOrEqual(best ?? -1);
        expect(worst).toBeGreaterThanOrEqual(0);
        expect(best).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('are exact: a/b ÷ full × max rounded half up, as rationals', () => {
    fc.assert(
      fc.property(pair, MAX, fc.integer({ min: 1, max: 1_000_000 }), ({ a, b, ...found }, max, full) => {
        const item = criterion('1', max, { kind: 'proportional', full: full / 10_000 });
        // points = max × (100a/b) / (full/10000), rounded half up
        const n = 1_000_000n * BigInt(max) * BigInt(a);
        const d = BigInt(b) * BigInt(full);
        const rounded = (2n * n + d) / (2n * d);
        expect(score(item, found).computed).toBe(Number(rounded < BigInt(max) ? rounded : BigInt(max)));
      }),
    );
  });

  it('are exact on typed decimals of both parts', () => {
    const decimal = fc.integer({ min: 1, max: 99_999_999 });
    fc.assert(
      fc.property(decimal, decimal, MAX, (a, b, max) => {
        const item = criterion('1', max, { kind: 'threshold', comparator: 'gte', value: 80 });
        const found = { numerator: number(a / 1000), denominator: number(b / 1000) };
        expect(score(item, found).computed).toBe(5n * BigInt(a) >= 4n * BigInt(b) ? max : 0);
      }),
    );
  });

  it('survive figures of any size', () => {
    for (const [a, b] of [
      [1e308, 1],
      [1, 1e-300],
      [Number.MAX_SAFE_INTEGER, 3],
      [5e-324, 1e308],
    ] as const) {
      const item = criterion('1', 500, { kind: 'proportional', full: 80.123456 });
      const { computed } = score(item, { numerator: number(a), denominator: number(b) });
      expect(computed === null || (computed >= 0 && computed <= 500)).toBe(true);
    }
  });
});
