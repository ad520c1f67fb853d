/** What a rule in words comes to: the rule, and what has to be measured for it. */
import type { Criterion } from '../../movement/criteria-set.ts';

export interface WordedRule extends Pick<Criterion, 'measure' | 'unit' | 'direction' | 'rule'> {
  /** Which form of words it is (rule-forms.ts). */
  readonly form: string;
  /** What a and b count, where the words say it. */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** How a unit without the task is treated, where the words say so. */
  readonly notApplicable?: Criterion['notApplicable'] | undefined;
  /** Measured as the criterion's own title says: the words name no figure of their own. */
  readonly ofTitle: boolean;
  /** One Vietnamese sentence on each thing that was decided in reading it. */
  readonly notes: readonly string[];
  /** Words in brackets that no part of the reading uses. */
  readonly unused: readonly string[];
}

/** The row whose words are being read. */
export interface RuleFor {
  /** Hundredths; of a row of a deduction group what can be taken away at most. */
  readonly max: number;
  readonly title: string;
  /** It stands among deductions: it starts at 0. */
  readonly deducts: boolean;
}
