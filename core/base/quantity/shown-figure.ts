/** How a figure is rounded to be shown: one way everywhere, never onto or over a bound the figure itself does not reach. */
import { compare, type Quantity, quantityOf } from './quantity.ts';

/**
 * The figure rounded half up to `decimals`. Where rounding would reach or cross one of `bounds` (0 and 100 are always
 * bounds), the result is the nearest value on the figure's own side of it: 8 of 9 is 88.89; 94.997 beside a bound of 95
 * is 94.99. Exact at any size.
 */
export function shownFigure(figure: Quantity, bounds: readonly (number | Quantity)[] = [], decimals = 2): number {
  const unit = 10 ** decimals;
  const { down, rest } = split(figure, unit);
  const [nearest, other] = rest >= 0.5 ? [down + 1, down] : [down, rest > 0 ? down + 1 : down];
  const keepsSide = (value: number) =>
    [0, 100, ...bounds].every((limit) => {
      const bound = typeof limit === 'number' ? quantityOf(limit) : limit;
      const side = Math.sign(compare(figure, bound));
      return side === 0 || Math.sign(compare({ n: value, d: unit }, bound)) === side;
    });
  return (keepsSide(nearest) ? nearest : keepsSide(other) ? other : down) / unit;
}

/** Percent of a whole that is not nothing, as whole numbers count it: `shownShare(8, 9)` is 88.89. */
export function shownShare(
  part: number,
  whole: number,
  bounds: readonly (number | Quantity)[] = [],
  decimals = 2,
): number {
  return shownFigure({ n: 100 * part, d: whole }, bounds, decimals);
}

/** n × unit ÷ d as its whole part, and on which side of one half the rest lies. */
function split({ n, d }: Quantity, unit: number): { readonly down: number; readonly rest: number } {
  const scaled = n * unit;
  if (Number.isSafeInteger(scaled) && Number.isSafeInteger(2 * d)) {
    const left = ((scaled % d) + d) % d;
    return { down: (scaled - left) / d, rest: restOf(left, d) };
  }
  const [whole, by] = [BigInt(Math.round(n)) * BigInt(unit), BigInt(Math.round(d))];
  const left = ((whole % by) + by) % by;
  return { down: Number((whole - left) / by), rest: restOf(left, by) };
}

/** 0, below one half, or at least one half: rounding needs no more. */
function restOf<N extends number | bigint>(left: N, d: N): number {
  if (left === (typeof left === 'bigint' ? 0n : 0)) return 0;
  return left >= d - left ? 0.75 : 0.25;
}
