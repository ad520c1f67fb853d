/**
 * How many places a quota has: the number the plan states, or a share of a number found in the register and the points.
 * A share is never rounded up; where it is unclear whose share it is, or how many they are, the number of places is
 * unknown.
 */
import type { Quota } from '../../movement/movement.ts';
import { placesTaken } from './granted.ts';
import { audiencesOf } from './quotas.ts';
import { shareOf } from './share-of.ts';
import type { VerdictSetting } from './verdict.ts';

export interface Places {
  /** null = no number is known. */
  readonly max: number | null;
  /** What the share is of; null = no share, or nobody of its kind is known here, which is not the same as none. */
  readonly count: number | null;
  /** Places already taken by earlier awards. */
  readonly taken: number;
}

/** Places nobody holds yet; null = no number is known. */
export function leftOf({ max, taken }: Pick<Places, 'max' | 'taken'>): number | null {
  return max === null ? null : Math.max(0, max - taken);
}

/**
 * Of a number and a share both hold: the lesser is the most. `participants` = whom the quota is for and who reported;
 * `eligible` = how many of them meet the standards for sure.
 */
export function placesOf(
  quota: Quota,
  { movement, register, period, alreadyAwarded }: VerdictSetting,
  participants: number,
  eligible: number,
): Places {
  const { max, percent, base } = quota;
  const taken = placesTaken(alreadyAwarded, quota, { movement, period, register });
  if (percent === null) return { max, count: null, taken };
  const own = audiencesOf(quota, movement);
  const listed = register?.filter(({ audience }) => own.has(audience)) ?? [];
  const registered = listed.filter((unit) => unit.registered);
  const counts = { participants, eligible, registered: registered.length, listed: listed.length };
  const known = base === 'registered' || base === 'listed' ? counts.listed : participants;
  if (base === null || known === 0) return { max: null, count: null, taken };
  const count = counts[base];
  return { max: Math.min(shareOf(percent, count), max ?? count), count, taken };
}
