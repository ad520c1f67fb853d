/**
 * Exact quantities for thresholds: a measured value is a fraction of integers, so that 72/90 is exactly 80 % and 0,1 + 0,2 is 0,3.
 * Decimals typed in a sheet are taken to six places.
 */
import type { Points } from './points.ts';

/** n / d with d > 0; both integers. */
export interface Quantity {
  readonly n: number;
  readonly d: number;
}

const SCALE = 1_000_000;

/** A typed decimal (95.5) as a quantity, exact to six places. */
export function decimal(value: number): Quantity {
  return Number.isInteger(value) ? { n: value, d: 1 } : { n: Math.round(value * SCALE), d: SCALE };
}

/** a/b in percent (72, 90 → 80 %). b must not be 0. */
export function percentOf(a: number, b: number): Quantity {
  const x = decimal(a);
  const y = decimal(b);
  const n = 100 * x.n * y.d;
  const d = x.d * y.n;
  return d < 0 ? { n: -n, d: -d } : { n, d };
}

/** Negative when x < y, 0 when equal, positive when x > y. Exact. */
export function compare(x: Quantity, y: Quantity): number {
  return compareFraction(x.n, x.d, y);
}

/** The same for n / d that is no object yet: scoring compares millions of them. */
export function compareFraction(n: number, d: number, y: Quantity): number {
  const left = n * y.d;
  const right = y.n * d;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(Math.round(n)) * BigInt(y.d) - BigInt(Math.round(y.n)) * BigInt(d);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** max × part ÷ whole in hundredths of a point, rounded half up, kept within 0 … max. whole must be positive. */
export function shareOfPoints(max: Points, part: Quantity, whole: Quantity): Points {
  const n = part.n * whole.d;
  const d = part.d * whole.n;
  if (n <= 0) return 0;
  if (n >= d) return max;
  const twice = 2 * max * n;
  if (Number.isSafeInteger(twice) && Number.isSafeInteger(2 * d)) return Math.floor((twice + d) / (2 * d));
  return Number((2n * BigInt(max) * BigInt(n) + BigInt(d)) / (2n * BigInt(d)));
}

/** As a plain number, for showing only. */
export function toNumber(quantity: Quantity): number {
  return quantity.n / quantity.d;
}
