/**
 * One line for each candidate of each quota: proposed for what, or why not, or what the council has to settle. A list
 * for people, no decision. Made by candidates.ts.
 */
import type { Audience, Quota } from '../../movement/movement.ts';
import type { AwardForm } from './form-of.ts';
import type { Granted } from './granted.ts';

export type AwardRound = Quota['round'];

export const ROUND_NAME: Readonly<Record<AwardRound, string>> = {
  interim: 'Sơ kết',
  yearly: 'Hằng năm',
  final: 'Tổng kết',
  'out-of-turn': 'Đột xuất',
};

/** proposed = within the quota · refused = something stands in the way · council = people have to settle it first. */
export type CandidateState = 'proposed' | 'refused' | 'council';

export const CANDIDATE_STATE_NAME: Readonly<Record<CandidateState, string>> = {
  proposed: 'Đề nghị khen',
  refused: 'Không đề nghị',
  council: 'Hội đồng quyết định',
};

/**
 * Why it is the council's: a list without a number, equals at the cut, open points, only a class that we propose is
 * missed, something only people can judge, put forward by name, or nothing sent that could be scored.
 */
export type CouncilCause = 'list' | 'tie' | 'points' | 'class' | 'judgement' | 'nominated' | 'unscored';

/** Another line of the same candidate that is proposed: in another round, or for another form in the same round. */
interface Overlap {
  readonly round: AwardRound;
  readonly form: string;
}

export interface AwardCandidate {
  readonly round: AwardRound;
  /** Code of the quota, `TM-Q03a`; of a list without a number `LB-A01-collective`. */
  readonly quota: string;
  /** `Bằng khen của Chủ tịch UBND tỉnh`. */
  readonly form: string;
  /** Section of the plan that the list rests on; '' where the plan has none. */
  readonly section: string;
  /** Places of the quota that nobody holds yet; null = the plan states no number. */
  readonly places: number | null;
  /** How a share of its quota came to a number or why not, or for whom the plan numbers none beside others; '' = neither. */
  readonly limit: string;
  /** Who gives it; null where the plan does not say. */
  readonly level: AwardForm['level'];
  /** Name of the unit, household or person. */
  readonly unit: string;
  readonly audience: string;
  readonly subject: Audience['subject'];
  /** From outside the commune: beside the cap of the others. */
  readonly outsider: boolean;
  readonly state: CandidateState;
  /** null for who is proposed or refused before any vote. */
  readonly cause: CouncilCause | null;
  /** May be voted on: nothing of its points waits, and nothing the plan asks refuses it. */
  readonly onBallot: boolean;
  /** One Vietnamese sentence; names the plan's section where a standard of it decides. */
  readonly reason: string;
  /** null = proposed nowhere else (overlaps.ts). */
  readonly overlap: Overlap | null;
  /** Place in its own ranking and share in hundredths of a percent; null for who is not scored. */
  readonly rank: number | null;
  readonly share: number | null;
  /** Achievement summary of the nomination; empty without. */
  readonly achievement: string;
  /**
   * The candidate is nominated out of turn for another deed too: a vote that names no deed does not count for this
   * deed.
   */
  readonly hasOtherDeed: boolean;
  /** The decision that already granted the award; null = not granted yet. */
  readonly granted: Granted | null;
  /** Row of the council's record whose vote counts for this line; absent = none. */
  readonly vote?: string;
  /** The units that put the person or household forward, as written: whose members stand aside. */
  readonly nominatedBy: readonly string[];
}
