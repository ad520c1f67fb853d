/**
 * What the council decided on a flag or on a criterion's points, or the group that appraises put to it. The log's order
 * is the order in time.
 */
import type { Points } from '../../base/quantity/points.ts';

export interface Decision {
  readonly id: string;
  /** Id of the flag decided on; null when the decision is on the criterion itself. */
  readonly flag: string | null;
  /** Key of the unit. */
  readonly unit: string;
  readonly criterion: string | null;
  /**
   * accept = the figure counts as it is (and exempted items are agreed, SR-24) · adjust = `points` count · return =
   * back to the unit, stays open · appraise = the appraisers propose `points` to the council; decides nothing.
   */
  readonly kind: 'accept' | 'adjust' | 'return' | 'appraise';
  /** Hundredths, for `adjust` and `appraise`. */
  readonly points: Points | null;
  readonly reason: string;
  readonly who: string;
  /** ISO instant. */
  readonly at: string;
}
