/** The contract of a rule kind, one file each: its shape, its words, its checks, its points. */
import type * as z from 'zod/mini';
import type { Period } from '../../base/period/period.ts';
import type { Points } from '../../base/quantity/points.ts';
import type { Quantity } from '../../base/quantity/quantity.ts';
import type { Criterion } from '../criteria-set.ts';
import type { Measure, RulePart } from '../rule.ts';
import type { CheckSetting } from '../validate/check-setting.ts';
import type { MovementFinding } from '../validate/finding.ts';
import type { Composer } from './composer.ts';
import type { Value } from './value.ts';

export interface RuleKind<R extends { readonly kind: string }> {
  /** The rule as data; `part` is the shape of a composed rule's parts. */
  readonly shape: (part: z.ZodMiniType<RulePart>) => z.ZodMiniType<R>;
  /** What a figure must be to be scored by it. */
  readonly measures: readonly Measure[];
  /** Taken where a criterion of ours says none. */
  readonly usual: Measure;
  /** Figures at which it gives points, in the criterion's unit. */
  readonly goals: (rule: R) => readonly number[];
  /**
   * Does exactly `limit` earn all points ("trên 70 %" is not reached by 70 %)? Only rules over a single figure can say
   * yes.
   */
  readonly givesAllAt: (rule: R, limit: number, setting: { readonly max: Points; readonly lower: boolean }) => boolean;
  /** The rule with its points, and its parts, put through functions: rescaled, or written as plain numbers. */
  readonly mapPoints: (rule: R, points: (points: Points) => Points, part: PartMap) => R;
  /** The rule with its days put through a function: the same plan for another year. */
  readonly mapDays: (rule: R, day: (day: string) => string, part: PartMap) => R;
  /**
   * What is wrong with the rule, told to the officer who writes the criteria. Its measure and its parts are checked
   * elsewhere, for every kind alike.
   */
  readonly check: (rule: R, setting: CheckSetting) => readonly MovementFinding[];
  /** How points are earned, as a Vietnamese sentence for the form. */
  readonly sentence: (rule: R, setting: SentenceSetting) => string;
  /**
   * How points are earned, as the short sentence officers type in the dossier; core/dossier/rule-grammar.ts writes and
   * reads it by this pattern. `{cap:points}` is a field of the rule, written by a slot of rule-slots.ts (`~` = in
   * examples, `=` = made of), `{:unit}` a slot without a field, `{levels*…}` a list of them, `{by=council:…|survey:…}`
   * a choice. Of `(a|b)` both are read and the first is written; `<a|b>` says whether higher or lower is better; `[…]`
   * is written only when its fields are present.
   */
  readonly words: string;
  readonly facts: (rule: R) => RuleFacts;
  /** Points and reason of a value, or the rule that joins the points of its parts. */
  readonly score: ((rule: R, setting: RuleSetting) => CompiledRule) | Composer;
}

type PartMap = (part: RulePart, at: number) => RulePart;

export interface SentenceSetting {
  readonly max: Points;
  readonly unit: string;
  readonly lower: boolean;
}

/** What others need to know of a rule besides its points. */
export interface RuleFacts {
  /** Of a composed rule, each a row of its own. */
  readonly parts: readonly RulePart[];
  /** How the parts count; null = the rule has none. */
  readonly joins: 'all' | 'best' | null;
  /** What a cell may name, each a choice in the form. */
  readonly levels: readonly { readonly code: string; readonly label: string; readonly points: Points }[] | null;
  /** The most a count can be. */
  readonly sample: number | null;
  /** It takes points away: at most so many. */
  readonly deducts: Points | null;
  /** Only people give its points (SR-14). */
  readonly grader: 'council' | 'survey' | null;
  /** The form also has a column for the figure before the movement. */
  readonly needsBaseline: boolean;
  /** It scores by the target given out to the unit itself. */
  readonly byAssignment: boolean;
  /** Points follow the figure in proportion, so that a rounded figure gives other points. */
  readonly inProportion: boolean;
  /** It gives no points: its maximum is 0. */
  readonly ranksOnly: boolean;
}

/** A rule that earns points for one figure or answer of the unit's own. */
export const PLAIN: RuleFacts = {
  parts: [],
  joins: null,
  levels: null,
  sample: null,
  deducts: null,
  grader: null,
  needsBaseline: false,
  byAssignment: false,
  inProportion: false,
  ranksOnly: false,
};

export const plainFacts = (): RuleFacts => PLAIN;
export const noGoals = (): readonly number[] => [];
export const never = (): boolean => false;
export const nothingToCheck = (): readonly MovementFinding[] => [];
export const asItIs = <R>(rule: R): R => rule;

export const FIGURES: readonly Measure[] = ['percentage', 'count', 'amount', 'rate'];
export const COUNTS: readonly Measure[] = ['count', 'amount'];
export const ANY_MEASURE: readonly Measure[] = [...FIGURES, 'yes-no', 'date', 'level'];

/**
 * What a rule needs to know to give points besides itself: its own share of the criterion and the criterion's direction
 * and unit.
 */
export interface RuleSetting {
  /** Maximum of the criterion or part, hundredths. */
  readonly max: Points;
  readonly unit: string;
  readonly direction: Criterion['direction'];
  /** Period under review; days without a year belong to its year. */
  readonly period: Period | null;
}

/** What only the whole set of reports knows: the best value among the units, and what they come to on the average. */
export interface PeerBest {
  readonly best: Quantity;
  /** Of shares the parts of all together over their wholes; null = not known. */
  readonly average: Quantity | null;
}

/**
 * What a rule over one value is turned into once per criteria set, so that scoring a report builds nothing but its
 * points.
 */
export interface CompiledRule {
  /** Points for the value; null when it is none the rule can score (then the criterion is open). */
  readonly points: (value: Value, peer: PeerBest | null) => Points | null;
  /**
   * The same for a figure n / d (percent for ratios) that is no object yet; only where the rule needs nothing but the
   * figure.
   */
  readonly ofFraction?: (n: number, d: number) => Points;
  /** The reason's left side, from the figure to the arrow: `72/90 = 80 % ≥ 80 %`. Only called for a scored value. */
  readonly explain: (value: Value, peer: PeerBest | null) => string;
  /** Lowest points the rule can give: 0, or minus the cap of a deduction. */
  readonly least: Points;
  /** It compares with other units (SR-11). */
  readonly peer?: true;
}
