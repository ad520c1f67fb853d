/**
 * The code by which a vote names its candidate: quota, round, unit or person, and period; out of turn also the deed,
 * because one person can be put forward for two.
 */

import { type Period, periodKey } from '../base/period/period.ts';
import { squashKey } from '../base/text/text.ts';
import type { AwardCandidate } from '../judge/award/candidate.ts';
import { canonicalJson } from './canonical-json.ts';
import { idOf } from './seal.ts';
import { sha256 } from './sha256.ts';

export interface Occasion {
  /** Id of the movement. */
  readonly movement: string;
  readonly period: Period | null;
}

export function candidateCode(
  { movement, period }: Occasion,
  {
    round,
    quota,
    audience,
    unit,
    achievement,
  }: Pick<AwardCandidate, 'round' | 'quota' | 'audience' | 'unit' | 'achievement'>,
): string {
  const deed = round === 'out-of-turn' ? squashKey(achievement) : '';
  const named = [movement, period && periodKey(period), round, quota, audience, squashKey(unit)];
  return idOf(sha256(canonicalJson(deed === '' ? named : [...named, deed])));
}
