/** What every rule is turned into once per criteria set, so that scoring a report builds nothing but its points. */

import type { Criterion } from '../../movement/criteria-set.ts';
import type { ScoringRule } from '../../movement/rule.ts';
import type { Period } from '../../period/period.ts';
import type { Points } from '../../quantity/points.ts';
import type { Quantity } from '../../quantity/quantity.ts';
import type { Value } from '../value.ts';

/** What a rule needs to know besides itself: its own share of the criterion and the criterion's direction and unit. */
export interface RuleSetting {
  /** Maximum of the criterion or part, hundredths. */
  readonly max: Points;
  readonly unit: string;
  readonly direction: Criterion['direction'];
  /** Period under review; days without a year belong to its year. */
  readonly period: Period | null;
}

/** What only the whole set of reports knows: for a peer rule the best value among the units. */
export interface PeerBest {
  readonly best: Quantity;
}

export interface CompiledRule {
  /** Points for the value; null when it is none the rule can score (then the criterion is open). */
  readonly points: (value: Value, peer: PeerBest | null) => Points | null;
  /** The same for a figure n / d (percent for ratios) that is no object yet; only where the rule needs nothing but the figure. */
  readonly ofFraction?: (n: number, d: number) => Points;
  /** The reason's left side, from the figure to the arrow: `72/90 = 80 % ≥ 80 %`. Only called for a scored value. */
  readonly explain: (value: Value, peer: PeerBest | null) => string;
  /** Lowest points the rule can give: 0, or minus the cap of a deduction. */
  readonly least: Points;
  /** Points come from a person (SR-14): never computed. */
  readonly graded?: 'council' | 'survey';
}

export type RuleOf<K extends ScoringRule['kind']> = Extract<ScoringRule, { kind: K }>;

/** One rule kind that scores a single value. `sum` and `best` are made of several (see composed.ts). */
export type RuleCompiler<K extends ScoringRule['kind']> = (rule: RuleOf<K>, setting: RuleSetting) => CompiledRule;
