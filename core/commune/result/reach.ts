/**
 * The range that a share of the commune can still have, from the units' counts, from shares without counts (their
 * weight is unknown, but a whole lies between its parts) and from units without figures (which may add anything).
 */

import { compare, percentage, type Quantity } from '../../base/quantity/quantity.ts';
import type { Comparator } from '../../movement/rule.ts';
import type { UnitFigure } from './unit-figure.ts';

/** Percent, or a count. `open` = the end itself cannot be. */
export interface Reach {
  readonly low: Quantity;
  readonly high: Quantity | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** Somebody may bring anything: the ends are those of arithmetic, not of figures. */
  readonly unbounded: boolean;
}

export interface Summed {
  /** Sums over the units that gave them, as they stand; null when none did. */
  readonly figure: { readonly a: number | null; readonly b: number | null; readonly value: Quantity } | null;
  /** null = nobody gave anything. */
  readonly reach: Reach | null;
}

const ZERO: Quantity = { n: 0, d: 1 };
const ALL: Quantity = { n: 100, d: 1 };

/** Adds up shares: a and b apart, never a mean. */
export function sumShares(figures: readonly UnitFigure[]): Summed {
  let [a, b, least, most] = [0, 0, 0, 0];
  const shares: Quantity[] = [];
  let unbounded = false;
  for (const unitFigure of figures) {
    if (unitFigure.kind === 'pair') {
      a += unitFigure.a;
      b += unitFigure.b;
      least += unitFigure.inDoubt ? 0 : unitFigure.a;
      most += unitFigure.inDoubt ? unitFigure.b : unitFigure.a;
    } else if (unitFigure.kind === 'share') shares.push(unitFigure);
    else if (unitFigure.kind !== 'none-arose') unbounded = true;
  }
  const value = b > 0 ? percentage(exact(a), exact(b)) : null;
  const figure = value && { a: exact(a), b: exact(b), value };
  const lows = [...(b > 0 ? [percentage(exact(least), exact(b))] : []), ...shares].sort(compare);
  const highs = [...(b > 0 ? [percentage(exact(most), exact(b))] : []), ...shares].sort((x, y) => compare(y, x));
  const [low, high] = [lows[0], highs[0]];
  if (!low || !high) return { figure, reach: null };
  // A mixture of unlike shares reaches an end only if a single share has all the weight, and each share has some.
  const [lowOpen, highOpen] = [lows, highs].map((ends) => ends.some((end) => compare(end, ends[0] ?? end) !== 0));
  if (!unbounded)
    return { figure, reach: { low, high, lowOpen: lowOpen ?? false, highOpen: highOpen ?? false, unbounded } };
  const aboveNothing = lows.some((end) => compare(end, ZERO) > 0);
  const belowAll = highs.some((end) => compare(end, ALL) < 0);
  return { figure, reach: { low: ZERO, high: ALL, lowOpen: aboveNothing, highOpen: belowAll, unbounded } };
}

/** Adds up counts. Who gave nothing may add any number, but takes none away. */
export function sumCounts(figures: readonly UnitFigure[]): Summed {
  let [sum, settled, total] = [0, 0, 0];
  let unbounded = false;
  for (const figure of figures) {
    if (figure.kind !== 'count') {
      unbounded ||= figure.kind !== 'none-arose';
      continue;
    }
    total += 1;
    sum += figure.value;
    if (figure.inDoubt) unbounded = true;
    else settled += figure.value;
  }
  if (total === 0) return { figure: null, reach: null };
  const end = (value: number): Quantity => ({ n: Math.round(value * 1e6), d: 1_000_000 });
  const high = unbounded ? null : end(sum);
  return {
    figure: { a: null, b: null, value: end(sum) },
    reach: { low: end(settled), high, lowOpen: false, highOpen: false, unbounded },
  };
}

/** Decimals of six places added as floats, put back on their grid. */
function exact(sum: number): number {
  return Number.isInteger(sum) ? sum : Math.round(sum * 1e6) / 1e6;
}

/**
 * Whether a target is reached at every value, at none, or only at some. A bare figure is a floor, unless less is
 * better.
 */
export function verdictOn(
  { low, high, lowOpen, highOpen }: Reach,
  comparator: Comparator,
  level: Quantity,
  lowerIsBetter: boolean,
): 'met' | 'not-met' | 'open' {
  const bare = comparator === 'eq' || comparator === 'soft';
  const sign = bare ? (lowerIsBetter ? 'lte' : 'gte') : comparator;
  const fromLow = compare(low, level);
  const fromHigh = high === null ? 1 : compare(high, level);
  const allAtLeast = fromLow >= 0;
  const allAbove = fromLow > 0 || (fromLow === 0 && lowOpen);
  const allAtMost = high !== null && fromHigh <= 0;
  const allBelow = high !== null && (fromHigh < 0 || (fromHigh === 0 && highOpen));
  const [holds, fails] = {
    gte: [allAtLeast, allBelow],
    gt: [allAbove, allAtMost],
    lte: [allAtMost, allAbove],
    lt: [allBelow, allAtLeast],
  }[sign];
  return holds ? 'met' : fails ? 'not-met' : 'open';
}
