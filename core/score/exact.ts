/**
 * Exact arithmetic of the rules on quantities (n / d, integers). Small figures run on plain numbers; where a product would leave the
 * safe integers it is done in BigInt, so that the result never depends on the size of the figures.
 */
import type { Points } from '../movement/points.ts';
import { compareFraction, type Quantity } from '../movement/quantity.ts';

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

/** points × part ÷ whole, rounded half up to a whole hundredth, kept within 0 … points. whole must be positive. */
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
