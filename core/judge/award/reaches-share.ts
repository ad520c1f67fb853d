/** Whether points are at least a percent of a maximum. Exact: 64,4 % of 20 points is 12,88, no hair more. */
import type { Points } from '../../base/quantity/points.ts';
import { compareFraction, quantityOf } from '../../base/quantity/quantity.ts';

export function reachesShare(points: Points, max: Points, percent: number): boolean {
  return compareFraction(100 * points, max, quantityOf(percent)) >= 0;
}
