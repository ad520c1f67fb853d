/** A rule in a plan's own words → the rule that scoring knows; null = the words stay, and people grade by them. */
import { squashKey } from '../../base/text/text.ts';
import { kindOf } from '../../movement/rule.ts';
import { conditionOf } from './condition.ts';
import { type Clause, readClause } from './read-clause.ts';
import { ruleClauses } from './rule-clauses.ts';
import { RULE_FORMS } from './rule-forms.ts';
import type { RuleFor, WordedRule } from './worded-rule.ts';

/** The result passes the rule kind's own checks, whatever the words. */
export function readRuleText(text: string, row: RuleFor): WordedRule | null {
  const clauses: Clause[] = [];
  const written = ruleClauses(text);
  for (const words of written) {
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
    const reading = { form: id, ...found, ...policy };
    if (isSound(reading, row)) return { ...reading, unused: unusedIn(written, reading) };
  }
  return null;
}

/** What stands in brackets and is neither a sum, nor a day of the rule, nor a word of what it measures. */
function unusedIn(clauses: readonly string[], reading: object): readonly string[] {
  const used = squashKey(JSON.stringify(reading));
  return clauses
    .flatMap((clause) => [...clause.matchAll(ASIDE)].map(([, words = '']) => words.trim()))
    .filter((words) => {
      const when = conditionOf(words);
      return !used.includes(squashKey(when?.kind === 'day' ? when.day : words));
    });
}
/** Words in brackets, no sum. */
const ASIDE = /\(((?:[^()/*=]|\d\/\d)*\p{L}(?:[^()/*=]|\d\/\d)*)\)/gu;

function isSound({ rule, measure, direction }: Omit<WordedRule, 'unused'>, { max, deducts }: RuleFor): boolean {
  const kind = kindOf(rule);
  return (
    kind.measures.includes(measure) &&
    kind.check(rule, { measure, max: deducts ? 0 : max, direction, where: '' }).length === 0
  );
}
