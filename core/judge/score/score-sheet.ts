/**
 * The outcome of scoring: points with reasons for each criterion, the total with the range open flags leave, class,
 * place.
 */

import type { Points } from '../../base/quantity/points.ts';
import type { ClassBand } from '../../movement/criteria-set.ts';

export interface CriterionScore {
  readonly criterion: string;
  readonly title: string;
  /** Hundredths; null when the unit typed none. Only compared with. */
  readonly self: Points | null;
  /** Points by the rule for the figures as they are; null = open (council-graded, no readable value). */
  readonly computed: Points | null;
  /** Points by the council's decision, if there is one. */
  readonly appraised: Points | null;
  /** Points the appraisers proposed to the council, whatever the council decided; null = no proposal. */
  readonly proposal: Proposal | null;
  /** What counts: appraised, else computed, else (in doubt or open) the least. */
  readonly points: Points;
  /** Range while flags or grading are open. low = high when settled. */
  readonly low: Points;
  readonly high: Points;
  /** Applicable maximum: 0 when the criterion fell out as not applicable. */
  readonly max: Points;
  readonly bonus: boolean;
  readonly status: 'settled' | 'in-doubt' | 'to-grade' | 'not-applicable';
  /**
   * The reason chain in Vietnamese, from figures to points, with the plan's section:
   * `72/90 = 80 % ≥ 80 % → 5/5 (Tân Quang II.4.a)`.
   */
  readonly reason: string;
  /** Ids of the open flags that put it in doubt. */
  readonly flags: readonly string[];
}

/**
 * They earn nothing by themselves. `open` = they wait for the council's word, which those that agree with what is
 * reckoned do not need.
 */
export interface Proposal {
  readonly points: Points;
  readonly reason: string;
  readonly who: string;
  readonly open: boolean;
}

export interface ScoreSheet {
  /** Key of the unit (register name, else the name in the sheet, else the file name). */
  readonly unit: string;
  readonly audience: string;
  readonly file: string;
  /** The table of the report (report/table-of.ts): its file may hold another of the same unit. */
  readonly table: string;
  readonly set: string;
  /** Its version in words, with the digest of its content: `phiên bản 1 (1f0c9ab3)`. */
  readonly version: string;
  readonly points: readonly CriterionScore[];
  /** Sum of the unit's own points (computed by us from its cells); null when it typed none. */
  readonly self: Points | null;
  /** Sum of `points`, bonus and deductions within their caps, not below 0. */
  readonly total: Points;
  readonly low: Points;
  readonly high: Points;
  /** Applicable maximum without bonus. */
  readonly max: Points;
  /** total ÷ max in hundredths of a percent (8750 = 87,50 %), rounded half up; 0 when max is 0. */
  readonly share: number;
  readonly classification: ClassBand | null;
  /**
   * Why the class is not simply that of the share: zero-criterion rule, caps, knock-outs, gates. Vietnamese sentences.
   */
  readonly classReasons: readonly string[];
  /** Classes still possible within low … high, best first. */
  readonly possibleClasses: readonly string[];
}

export interface RankedUnit {
  readonly rank: number;
  /** Best and worst place still possible over the ranges of all units. */
  readonly best: number;
  readonly worst: number;
  readonly unit: string;
  readonly audience: string;
  /** The bloc of the audience among whose units this place is; absent = among all of them. */
  readonly bloc?: string;
  readonly points: Points;
  readonly share: number;
  /** How it was parted from units of equal total, or that only the council can; null when there was no tie. */
  readonly tie: string | null;
}

/** What an open flag can still change for its unit (or, through places, for others). */
export interface Impact {
  readonly flag: string;
  readonly class: boolean;
  readonly place: boolean;
  readonly award: boolean;
}
