/**
 * The `movements --json` document (a contract): what each plan asks, with our criteria sets. Points are plain numbers.
 */

import { fromPoints } from '../../core/base/quantity/points.ts';
import type { CriteriaSet } from '../../core/movement/criteria-set.ts';
import type { CalendarEntry, Movement } from '../../core/movement/movement.ts';
import { kindOf, partsOf, type RulePart, type ScoringRule } from '../../core/movement/rule.ts';
import type { Source } from '../../core/movement/source.ts';

/** An item of the list: everything in the movement, so that it can be read back (movement-from-json.ts). */
export function movementDocument({ calendar, criteriaSets, ...movement }: Movement) {
  return {
    ...movement,
    phases: movement.phases.map(withSection),
    audiences: movement.audiences.map(withSection),
    standards: movement.standards.map(withSection),
    quotas: movement.quotas.map(withSection),
    outOfTurn: movement.outOfTurn && withSection(movement.outOfTurn),
    deadlines: calendar.map(deadlineDocument),
    criteriaSets: criteriaSets.map(setDocument),
  };
}

/** The place in the plan at hand, beside all that is known of it. */
function withSection<T extends { readonly source: Source }>(row: T) {
  return { ...row, section: row.source.section };
}

/**
 * `{text, date|monthDay|quarter|month|year|every, what, section}`; a quarter or month with a year carries the year too,
 * a recurring deadline its `day` and whether it is in the `next` month.
 */
function deadlineDocument({ when, ...entry }: CalendarEntry) {
  const { kind: _, ...fields } = when;
  return { ...withSection(entry), ...fields };
}

function setDocument(set: CriteriaSet) {
  const { bonusCap, criteria, ...rest } = set;
  return {
    ...rest,
    points: fromPoints(setPoints(set)),
    bonus: fromPoints(bonusCap),
    criteria: criteria.map(({ maxPoints, rule, ...criterion }) => ({
      ...withSection(criterion),
      numerator: criterion.numerator ?? null,
      denominator: criterion.denominator ?? null,
      points: fromPoints(maxPoints),
      rule: ruleDocument(rule),
    })),
  };
}

/** The rule as it stands in the set, its points as plain numbers. */
export function ruleDocument(rule: ScoringRule): object {
  const document = kindOf(rule).mapPoints(rule, fromPoints, (part) => part);
  const parts = partsOf(rule);
  return parts.length === 0 ? document : { ...document, parts: parts.map(partDocument) };
}

function partDocument({ maxPoints, rule, ...part }: RulePart) {
  return { ...part, points: fromPoints(maxPoints), rule: ruleDocument(rule) };
}

/** Maximum of a set without its bonus, hundredths. */
export function setPoints(set: CriteriaSet): number {
  return set.criteria.reduce((sum, criterion) => (criterion.bonus ? sum : sum + criterion.maxPoints), 0);
}
