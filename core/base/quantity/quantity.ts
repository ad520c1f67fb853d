/**
 * Exact quantities: a measured value is a fraction of integers, so that 72/90 is exactly 80 % and 0,1 + 0,2 is 0,3.
 * Decimals typed in a sheet are taken to six places. Small figures run on plain numbers; where a product would leave
 * the safe integers it is done in BigInt, so that the result never depends on the size of the figures.
 */
import type { Points } from './points.ts';

/** n / d with d > 0; both integers. */
export interface Quantity {
  readonly n: number;
  readonly d: number;
}

const PLACES = 6;

/** Power of ten (at most 10^6) that makes the typed decimal whole. */
function scaleOf(value: number): number {
  let scale = 1;
  for (let place = 0; place < PLACES; place++, scale *= 10) {
    if (Number.isInteger(value) || Math.round(value * scale) / scale === value) return scale;
  }
  return scale;
}

/** A typed decimal as a quantity with the smallest denominator of ten that holds it; six places at most. */
export function quantityOf(value: number): Quantity {
  if (Number.isInteger(value)) return { n: value, d: 1 };
  const d = scaleOf(value);
  return { n: Math.round(value * d), d };
}

/** a/b in percent. b must be positive. 72, 90 → 7200/90. */
export function percentage(a: number, b: number): Quantity {
  if (Number.isInteger(a) && Number.isInteger(b)) return { n: 100 * a, d: b };
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return { n: 100 * Math.round(a * scale), d: Math.round(b * scale) };
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

/** points × part ÷ whole, rounded half up to a whole hundredth and limited to 0 … points. whole must be positive. */
export function shareOf(points: Points, part: Quantity, whole: Quantity): Points {
  return shareOfFraction(points, part.n, part.d, whole);
}

/** The same for a part n / d that is no object yet. */
export function shareOfFraction(points: Points, partN: number, partD: number, whole: Quantity): Points {
  if (partN <= 0) return 0;
  if (compareFraction(partN, partD, whole) >= 0) return points;
  const n = 2 * points * partN * whole.d;
  const d = partD * whole.n;
  if (n <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER / 2 && n + d <= Number.MAX_SAFE_INTEGER) {
    return Math.floor((n + d) / (2 * d));
  }
  const bigN = 2n * BigInt(points) * BigInt(partN) * BigInt(whole.d);
  const bigD = BigInt(partD) * BigInt(whole.n);
  return Number((bigN + bigD) / (2n * bigD));
}

/** points × count, rounded half up, at most `cap`. count must not be negative. */
export function times(points: Points, count: Quantity, cap: Points): Points {
  if (points <= 0) return 0;
  return shareOf(cap, { n: points * count.n, d: count.d }, { n: cap, d: 1 });
}

/** x − y. Exact while the products are safe integers, which six-place figures below 10^9 are. */
export function minus(x: Quantity, y: Quantity): Quantity {
  return x.d === y.d ? { n: x.n - y.n, d: x.d } : { n: x.n * y.d - y.n * x.d, d: x.d * y.d };
}

/** As a plain number, for showing only. */
export function toNumber(quantity: Quantity): number {
  return quantity.n / quantity.d;
}
