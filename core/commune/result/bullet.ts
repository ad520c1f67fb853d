/** A target drawn as a bullet chart: how far the figure reaches and where the required level is, on the same scale. */
import type { TargetResult } from './commune-result.ts';

/** Shares of the scale, 0 … 1. */
export interface Bullet {
  readonly value: number;
  /** What open flags leave; both the value where nothing is open. */
  readonly low: number;
  readonly high: number;
  readonly required: number;
}

/**
 * Shares end at 100 %, anything else at the greatest figure there is; null where there is no figure or no level to set
 * it against.
 */
export function bulletOf({ figure, low, high, asked, unit }: TargetResult): Bullet | null {
  const { value } = figure;
  if (value === null || asked === null) return null;
  const figures = { value, low: low ?? value, high: high ?? value, asked };
  const most = Math.max(unit === '%' ? 100 : 0, ...Object.values(figures));
  if (!(most > 0)) return null;
  const at = (number: number) => Math.min(1, Math.max(0, number / most));
  return { value: at(value), low: at(figures.low), high: at(figures.high), required: at(asked) };
}
