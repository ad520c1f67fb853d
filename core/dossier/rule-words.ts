/**
 * A scoring rule as the sentence in the dossier's column "Cách chấm". read-rule.ts reads each of these sentences back
 * to the same rule. The form explains the rule to units at length (form/method-text.ts); here it is short, because
 * officers type it.
 */
import { kindOf, type ScoringRule } from '../movement/rule.ts';
import { piecesOf, written } from './rule-grammar.ts';
import type { RuleWordsSetting } from './rule-slots.ts';

/** The sentence. The parts of a composed rule have rows of their own. */
export function ruleWords(rule: ScoringRule, setting: RuleWordsSetting): string {
  return written(piecesOf(kindOf(rule).words), { ...rule }, setting);
}
