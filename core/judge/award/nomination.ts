/**
 * Whom xóm, bản and units put forward: households, people, outsiders. Who sends no report of its own is known only from
 * here.
 */

export interface Nomination {
  readonly name: string;
  /** Audience kind of the movement. */
  readonly audience: string;
  /** The unit that nominates; empty when not written. */
  readonly by: string;
  /** Summary of the achievement, as written. */
  readonly achievement: string;
  /** Nominated out of turn (đột xuất), not in the round. */
  readonly outOfTurn: boolean;
}
