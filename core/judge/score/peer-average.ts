/**
 * SR-36: what the units' figures come to on the average: of shares the parts of all over the wholes of all (the rate of
 * them together), else the mean. Exact while sums are safe integers.
 */
import { type Quantity, toNumber } from '../../base/quantity/quantity.ts';
import type { RuleFigure } from '../../movement/rules/value.ts';

/** null where there is no figure, or no whole to take a share of. */
export function peerAverage(figures: readonly RuleFigure[], isShare: boolean): Quantity | null {
  if (figures.length === 0) return null;
  const pairs = figures.flatMap(({ a, b, exempted }) => (a === null || b === null ? [] : [{ a, b: b - exempted }]));
  if (isShare && pairs.length === figures.length) {
    const [a, b] = [sumOf(pairs.map((pair) => pair.a)), sumOf(pairs.map((pair) => pair.b))];
    return b <= 0 ? null : wholeFraction(100 * a, b);
  }
  return wholeFraction(sumOf(figures.map(toNumber)), figures.length);
}

function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, number) => sum + number, 0);
}

/** A fraction of integers; numbers that are not whole are scaled to six decimals. */
function wholeFraction(n: number, d: number): Quantity {
  const scale = Number.isInteger(n) && Number.isInteger(d) ? 1 : 1e6;
  return { n: Math.round(n * scale), d: Math.round(d * scale) };
}
