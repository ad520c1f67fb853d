/**
 * Judges the conditions on earlier years. Callers pass it in, so that pages without such plans do not load the code.
 * `years-before.ts` makes it.
 */
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import type { Quota } from '../../movement/movement.ts';
import type { ScoreSheet } from '../score/score-sheet.ts';

export interface YearsCandidate {
  readonly unit: string;
  readonly audience: string;
  /** null = no points of this year. */
  readonly sheet: ScoreSheet | null;
  readonly set: CriteriaSet | undefined;
}

type YearsQuota = Pick<Quota, 'text' | 'condition' | 'source'>;

export interface YearsBefore {
  readonly state: 'met' | 'failed' | 'unknown';
  /** A Vietnamese sentence without its full stop, with the clause. */
  readonly words: string;
}

/** An entry for each condition of the plan, in its order. */
export type YearsJudge = (candidate: YearsCandidate, quota: YearsQuota | undefined) => readonly YearsBefore[];
