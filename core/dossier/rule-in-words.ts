/**
 * The column "Cách chấm" as officers fill it: a rule in the dossier's own words, or pasted from a plan in the plan's.
 * What neither is stays as it stands, and the council grades by it.
 */
import type { Result } from '../base/result.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import { kindOf, type Measure, type ScoringRule } from '../movement/rule.ts';
import { readRule } from './read-rule.ts';
import type { RuleWordsSetting } from './rule-slots.ts';
import { readRuleText } from './rule-text/read-rule-text.ts';
import { understood } from './words.ts';

export interface RuleRead {
  readonly rule: ScoringRule;
  /** What follows from the words, where the row says something the rule cannot go with. */
  readonly follows: Partial<Pick<Criterion, 'measure' | 'unit' | 'direction' | 'numerator' | 'denominator'>>;
}

/** Kinds that score the same whichever way the figure goes. */
const EITHER_WAY: readonly ScoringRule['kind'][] = [
  'yes-no',
  'levels',
  'by-date',
  'council-graded',
  'per-unit',
  'peer',
];

/** Refused only where nothing is written, or where a deduction does not say how much. */
export function ruleInWords(words: string, setting: RuleWordsSetting & { readonly title: string }): Result<RuleRead> {
  const read = readRule(words, setting);
  if (read.ok) return understood({ rule: read.value, follows: {} });
  const { maxPoints: max, title, measure } = setting;
  if (words.trim() === '' || max === 0) return read;
  const reading = readRuleText(words, { max, title, deducts: false });
  // The parts of a sum have rows of their own in the dossier; what a rule leaves unused only people can apply.
  if (!reading || reading.rule.kind === 'sum' || reading.unused.length > 0)
    return understood({ rule: { kind: 'council-graded', by: 'council', words: words.trim() }, follows: {} });
  const { rule, direction, unit, numerator, denominator } = reading;
  const way = EITHER_WAY.includes(rule.kind) ? {} : { direction };
  if (kindOf(rule).measures.includes(measure) && !isOther(words, reading.measure, measure))
    return understood({ rule, follows: way });
  const counted = numerator === undefined ? {} : { numerator, denominator };
  return understood({ rule, follows: { ...way, measure: reading.measure, unit, ...counted } });
}

/** “Họp 4 lần” counts, whatever the column's measure; “85 %” is a share. */
function isOther(words: string, measured: Measure, own: Measure): boolean {
  if (measured === 'count') return own === 'percentage' || own === 'rate';
  return measured === 'percentage' && words.includes('%') && (own === 'count' || own === 'amount');
}
