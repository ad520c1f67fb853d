/** One rounding for every share that is shown: half up, and never onto a bound the share does not reach. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownFigure, shownShare } from '../../../../core/base/quantity/shown-figure.ts';

describe('a share as it is shown', () => {
  it.each([
    [8, 9, [], 88.89],
    [6, 11, [], 54.55],
    [2, 3, [], 66.67],
    // 94,997 % is no 95 %, and 79,996 % no 80 %.
    [94_997, 100_000, [95], 94.99],
    [19_999, 25_000, [80], 79.99],
    [94_997, 100_000, [], 95],
    // Nearly all is not all, nearly nothing not nothing.
    [99_999, 100_000, [], 99.99],
    [1, 100_000, [], 0.01],
    // Just over a bound is not shown on it.
    [50_001, 100_000, [50], 50.01],
    [1, 1, [95], 100],
    [0, 7, [], 0],
  ] as const)('%d of %d beside %j is %d', (part, whole, bounds, shown) => {
    expect(shownShare(part, whole, bounds)).toBe(shown);
  });

  it('takes a bound that no decimal writes: two thirds reached are shown rounded', () => {
    const twoThirds = { n: 200, d: 3 };
    expect(shownShare(6, 9, [twoThirds])).toBe(66.67);
    expect(shownShare(199_999, 300_000, [twoThirds])).toBe(66.66);
  });

  it('stands on the same side of every bound as the share itself, and less than a hundredth from it', () => {
    const bounds = fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), bounds, (drawn, whole, hundredths) => {
        const part = Math.min(drawn, whole);
        const below = Math.floor((part * 10_000) / whole);
        const all = [0, ...hundredths, 10_000];
        // Between two bounds a hundredth apart nothing can be shown.
        fc.pre(part * 10_000 === below * whole || !(all.includes(below) && all.includes(below + 1)));
        const shown = Math.round(
          100 *
            shownShare(
              part,
              whole,
              hundredths.map((hundredth) => hundredth / 100),
            ),
        );
        // Hundredths of a percent against part × 10 000 ÷ whole, in whole numbers.
        expect(Math.abs(shown * whole - part * 10_000)).toBeLessThan(whole);
        for (const bound of all) expect(Math.sign(shown - bound)).toBe(Math.sign(part * 10_000 - bound * whole));
      }),
    );
  });

  it('rounds half up wherever no bound stands in the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 100_000 }), (part, whole) => {
        fc.pre(part < whole);
        const nearest = Math.floor((20_000 * part + whole) / (2 * whole));
        fc.pre(nearest > 0 && nearest < 10_000);
        expect(Math.round(100 * shownShare(part, whole))).toBe(nearest);
      }),
    );
  });

  it('is exact where the figures are larger than numbers hold', () => {
    const large = 2 ** 52 - 1;
    expect(shownFigure({ n: large, d: large })).toBe(1);
    expect(shownFigure({ n: -5, d: 8 })).toBe(-0.62);
  });
});
