/** A ratio as a reading: percent to two places for showing, with the exact counts beside it. */
import type { Must } from './reader.ts';

/**
 * One reading, or none when a count is missing; 0/0 has no percent, so its value is null. Counts that are no part and
 * its whole do not pass the engine.
 */
export function ratioReading(
  indicator: string,
  numerator: number | null | undefined,
  denominator: number | null | undefined,
  must: readonly Must[] = [],
) {
  if (numerator == null || denominator == null) return [];
  const value = denominator === 0 ? null : Math.round((10_000 * numerator) / denominator) / 100;
  return [{ indicator, value, max: 100, numerator, denominator, ...(must.length === 0 ? {} : { must }) }];
}
