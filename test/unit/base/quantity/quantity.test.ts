import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints, fromPoints, toPoints } from '../../../../core/base/quantity/points.ts';
import { compare, percentage, quantityOf, shareOf } from '../../../../core/base/quantity/quantity.ts';

describe('points', () => {
  it('takes typed decimals to whole hundredths', () => {
    expect([7.5, 0.1, 0.29, 1.005, -0.2].map(toPoints)).toEqual([750, 10, 29, 101, -20]);
    expect(fromPoints(toPoints(0.1) + toPoints(0.2))).toBe(0.3);
  });

  it('writes points the Vietnamese way', () => {
    expect([0, 5, 750, 123456, -50, 100000000].map(formatPoints)).toEqual([
      '0',
      '0,05',
      '7,5',
      '1.234,56',
      '-0,5',
      '1.000.000',
    ]);
  });
});

describe('exact quantities', () => {
  it('knows that 72/90 is exactly 80 % and 0,1 + 0,2 is not less than 0,3', () => {
    expect(compare(percentage(72, 90), quantityOf(80))).toBe(0);
    expect(compare(quantityOf(0.1 + 0.2), quantityOf(0.3))).toBe(0);
    expect(compare(percentage(1, 3), quantityOf(33.333333))).toBeGreaterThan(0);
  });

  it('compares as rational numbers do, beyond safe integers too', () => {
    const big = fc.integer({ min: 0, max: 2_000_000_000 });
    const whole = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(big, whole, big, whole, (a, b, c, d) => {
        const exact = 100n * BigInt(a) * BigInt(d) - 100n * BigInt(c) * BigInt(b);
        const sign = exact < 0n ? -1 : exact > 0n ? 1 : 0;
        expect(Math.sign(compare(percentage(a, b), percentage(c, d)))).toBe(sign);
      }),
      { seed: 7 },
    );
  });

  it('shares points half up, within 0 and the maximum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60000 }),
        fc.integer({ min: -5, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        (max, a, b) => {
          const got = shareOf(max, { n: a, d: 1 }, { n: b, d: 1 });
          const exact =
            a <= 0 ? 0n : a >= b ? BigInt(max) : (2n * BigInt(max) * BigInt(a) + BigInt(b)) / (2n * BigInt(b));
          expect(BigInt(got)).toBe(exact);
        },
      ),
      { seed: 7 },
    );
  });
});
