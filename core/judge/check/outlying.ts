/**
 * Is one figure far from those of its peers: modified Z-score (Iglewicz and Hoaglin) on median and MAD, which a few odd
 * values cannot move. Counts are compared by their logarithm, because units differ in size. A score alone is not
 * enough: the gap must matter too.
 */

/** Fewer peers say nothing. */
export const LEAST_PEERS = 8;
const LARGEST_SCORE = 3.5;
/** Scales the MAD to a standard deviation. */
const NORMAL_SHARE = 0.6745;
/** Percentage points, and times the median. */
const LEAST_RATIO_GAP = 20;
const LEAST_COUNT_FACTOR = 3;
/** Below this a count is far from nothing. */
const LEAST_COUNT = 10;
/** Least spread taken for real: where nearly all say the same, a little more is not yet odd. */
const LEAST_RATIO_SPREAD = 2;
const LEAST_COUNT_SPREAD = 0.1;
/** Where most units have reached the end of the scale, a unit that has not is behind, not odd. */
const CEILING = 95;
const FLOOR = 5;

/** Returns a test for whether a value is far from the rest of these (all peers' values). Ratios are percent. */
export function outlyingAmong(values: readonly number[], kind: 'ratio' | 'count'): (value: number) => boolean {
  const median = medianOf(values);
  if (values.length < LEAST_PEERS) return () => false;
  if (kind === 'ratio') {
    const isFar = farFrom(values, LEAST_RATIO_SPREAD);
    if (median >= CEILING || median <= FLOOR) return () => false;
    return (value) => Math.abs(value - median) >= LEAST_RATIO_GAP && isFar(value);
  }
  const log = (count: number) => Math.log(Math.max(count, 0) + 1);
  const isFar = farFrom(values.map(log), LEAST_COUNT_SPREAD);
  return (value) => {
    if (value < 0 || median <= 0 || Math.max(value, median) < LEAST_COUNT) return false;
    const isManyTimes = value >= median * LEAST_COUNT_FACTOR || value * LEAST_COUNT_FACTOR <= median;
    return isManyTimes && isFar(log(value));
  };
}

function farFrom(values: readonly number[], leastSpread: number): (value: number) => boolean {
  const median = medianOf(values);
  const spread = Math.max(medianOf(values.map((value) => Math.abs(value - median))), leastSpread);
  return (value) => (NORMAL_SHARE * Math.abs(value - median)) / spread > LARGEST_SCORE;
}

/** 0 for an empty list. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}
