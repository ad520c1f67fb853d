/** The axis of the bar charts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from '../../ui/axis-ticks.ts';

describe('axisTicks', () => {
  it('goes in round steps and ends with the figures', () => {
    expect(axisTicks(100)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(axisTicks(103.5)).toEqual([0, 50, 100]);
    expect(axisTicks(8)).toEqual([0, 2, 4, 6, 8]);
    expect(axisTicks(0)).toEqual([0]);
  });
  it('has two to six ticks within the axis, whatever its end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (most) => {
        const ticks = axisTicks(most);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.at(-1) ?? 0).toBeLessThanOrEqual(most * (1 + 1e-6));
      }),
    );
  });
});
