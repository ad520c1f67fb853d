/** What is found in a plan, each with its words, its part of the plan and its place. */
import type { PlanComparator } from './words/comparator.ts';

export interface PlanPlace {
  /** The plan's own words. */
  readonly text: string;
  /** Part of the plan: `III.2.2.1.b`; '' outside any part. */
  readonly section: string;
  /** Characters before `text` in the plan in Unicode (NFC) with every run of white space folded to one space. */
  readonly offset: number;
}

export interface PlanTarget extends PlanPlace {
  readonly comparator: PlanComparator;
  readonly value: number;
  /** Upper end of a range. */
  readonly valueMax: number | null;
  readonly unit: string;
  readonly subject: string;
  /** `đủ điều kiện`, `trưởng thành`. */
  readonly qualifier: string | null;
  /** `trừ văn bản mật`. */
  readonly exclusion: string | null;
  /** `từng ngành`: judged for each. */
  readonly perSector: boolean;
  /** ISO day; from the sentence, else the heading, else the plan's period. */
  readonly deadline: string | null;
  /** award-threshold = a standard for commending. */
  readonly kind: 'numeric' | 'award-threshold';
  /** Place of the number itself. */
  readonly figureOffset: number;
  /** Only a time stands with it: it has the subject of the figure before it, or of the opening of its list. */
  readonly goesOn: boolean;
  /** What it is measured against where the figure is a change (`gấp 3 lần số năm trước`); null = it is a level. */
  readonly relativeTo: string | null;
  /** Nearest heading above it ("1. Đối với các ấp"), without its label; '' = none. */
  readonly under: string;
}

/** What a percent of a quota is taken of. */
export type QuotaBase = 'participants' | 'registered' | 'eligible' | 'listed';

export type QuotaKind = 'combined' | 'collective' | 'individual' | 'household' | 'outside';

export interface PlanQuota extends PlanPlace {
  /** null = the plan gives no number: "số lượng do Hội đồng xem xét", "(nếu có)". */
  readonly max: number | null;
  /** null = a number of places. */
  readonly unit: '%' | null;
  /** Of whom a percent is; null = the plan does not say. */
  readonly base: QuotaBase | null;
  readonly kind: QuotaKind;
  /** null = the plan does not say. */
  readonly round: 'yearly' | 'interim' | 'final' | 'out-of-turn' | null;
  /** `mỗi thôn`: for each of these. */
  readonly per: string | null;
}
