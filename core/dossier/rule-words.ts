/**
 * A scoring rule as the sentence that stands in the dossier's column "Cách chấm". read-rule.ts reads each of these
 * sentences back to the same rule. The form says the same at length for the units (form/method-text.ts); here it is
 * short, and officers type it.
 */
import { kindOf, type ScoringRule } from '../movement/rule.ts';
import { piecesOf, written } from './rule-grammar.ts';
import type { RuleWordsSetting } from './rule-slots.ts';

/** The sentence. The parts of a composed rule have rows of their own. */
export function ruleWords(rule: ScoringRule, setting: RuleWordsSetting): string {
  return written(piecesOf(kindOf(rule).words), { ...rule }, setting);
}
