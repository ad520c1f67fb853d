/**
 * What is followed from month to month or quarter to quarter: of each body's criteria those with a figure that moves,
 * without points and papers. Form, reader and checks take it like any other movement.
 */
import type { CriteriaSet, Criterion } from './criteria-set.ts';
import type { Movement } from './movement.ts';
import { factsOf, type ScoringRule } from './rule.ts';

/** The movement with nothing but its moving figures; null when no body has any. */
export function followUpMovement(movement: Movement): Movement | null {
  const bodies = new Set(movement.audiences.flatMap(({ kind, subject }) => (subject === 'collective' ? [kind] : [])));
  const criteriaSets = movement.criteriaSets.filter(({ audience }) => bodies.has(audience)).flatMap(followedSet);
  return criteriaSets.length === 0 ? null : { ...movement, criteriaSets };
}

function followedSet(set: CriteriaSet): CriteriaSet[] {
  const criteria = set.criteria.filter(moves).map(followed);
  if (criteria.length === 0) return [];
  return [{ ...set, criteria, scored: false, gates: [], tieBreaks: [{ kind: 'council' }] }];
}

const FIGURES: ReadonlySet<Criterion['measure']> = new Set(['percentage', 'count', 'amount', 'rate']);

/** The unit gives one figure for it, and it can grow. */
function moves({ filledBy, measure, rule }: Criterion): boolean {
  const { parts, grader, deducts } = factsOf(rule);
  return filledBy === 'unit' && FIGURES.has(measure) && parts.length === 0 && grader === null && deducts === null;
}

/**
 * A criterion as the form of the follow-up asks it: the unit wrote its baseline once, in its report, so the rule drops
 * it; so do evidence, gates and bonus, which only the report counts.
 */
function followed(criterion: Criterion): Criterion {
  const { rule, milestones } = criterion;
  const earlier = milestones?.map((milestone) => ({ ...milestone, rule: withoutBaseline(milestone.rule) }));
  const plain = { ...criterion, rule: withoutBaseline(rule), ...(earlier ? { milestones: earlier } : {}) };
  return { ...plain, evidence: 'none', gates: [], bonus: false };
}

function withoutBaseline(rule: ScoringRule): ScoringRule {
  return rule.kind === 'improvement' ? { kind: 'proportional', full: rule.full } : rule;
}
