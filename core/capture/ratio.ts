/** A ratio as a reading: percent to two places for showing, with the exact counts beside it. */

/** One reading, or none when a count is missing or they are no part and its whole; 0/0 has no percent, so its value is null. */
export function ratioReading(
  indicator: string,
  numerator: number | null | undefined,
  denominator: number | null | undefined,
) {
  if (numerator == null || denominator == null || numerator < 0 || numerator > denominator) return [];
  const value = denominator === 0 ? null : Math.round((10_000 * numerator) / denominator) / 100;
  return [{ indicator, value, max: 100, numerator, denominator }];
}
