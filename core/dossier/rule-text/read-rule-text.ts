/** A rule in a plan's own words → the rule that scoring knows; null = the words stay, and people grade by them. */
import { kindOf } from '../../movement/rule.ts';
import { type Clause, readClause } from './read-clause.ts';
import { ruleClauses } from './rule-clauses.ts';
import { RULE_FORMS } from './rule-forms.ts';
import type { RuleFor, WordedRule } from './worded-rule.ts';

/** The result passes the rule kind's own checks, whatever the words. */
export function readRuleText(text: string, row: RuleFor): WordedRule | null {
  const clauses: Clause[] = [];
  for (const words of ruleClauses(text)) {
    const clause = readClause(words, row.max);
    if (clause === null) return null;
    clauses.push(clause);
  }
  const unassigned = clauses.find(({ kind }) => kind === 'unassigned');
  const rest = clauses.filter(({ kind }) => kind !== 'unassigned');
  for (const { id, read } of RULE_FORMS) {
    const found = rest.length === 0 ? null : read(rest, row);
    if (!found) continue;
    const policy = unassigned?.kind === 'unassigned' ? { notApplicable: unassigned.policy } : {};
    const reading: WordedRule = { form: id, ...found, ...policy };
    if (isSound(reading, row)) return reading;
  }
  return null;
}

function isSound({ rule, measure, direction }: WordedRule, { max, deducts }: RuleFor): boolean {
  const kind = kindOf(rule);
  return (
    kind.measures.includes(measure) &&
    kind.check(rule, { measure, max: deducts ? 0 : max, direction, where: '' }).length === 0
  );
}
