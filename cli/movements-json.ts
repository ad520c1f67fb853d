/** The `movements --json` document (a contract): what each plan asks, with our criteria sets. Points are plain numbers. */
import type { CriteriaSet } from '../core/movement/criteria-set.ts';
import type { CalendarEntry, Movement } from '../core/movement/movement.ts';
import { kindOf, type Part, partsOf, type ScoringRule } from '../core/movement/rule.ts';
import { fromPoints } from '../core/quantity/points.ts';

/** One entry of the list. */
export function movementDocument(movement: Movement) {
  const { id, title, issuer, plan, period, phases, audiences } = movement;
  return {
    id,
    title,
    issuer,
    plan,
    period,
    phases: phases.map(({ code, name, from, to }) => ({ code, name, from, to })),
    audiences: audiences.map(({ kind, name, subject, competes }) => ({ kind, name, subject, competes })),
    targets: movement.targets.map(
      ({ code, text, comparator, value, unit, subject, deadline, kind, scope, section }) => ({
        code,
        text,
        comparator,
        value,
        unit,
        subject,
        deadline,
        kind,
        scope,
        section,
      }),
    ),
    standards: movement.standards.map(({ source, ...standard }) => ({ ...standard, section: source.section })),
    quotas: movement.quotas.map(({ code, text, max, kind, award, round, phase, source }) => ({
      code,
      text,
      max,
      kind,
      award,
      round,
      phase,
      section: source.section,
    })),
    outOfTurn: outOfTurnDocument(movement.outOfTurn),
    deadlines: movement.calendar.map(deadlineDocument),
    criteriaSets: movement.criteriaSets.map(setDocument),
    warnings: movement.warnings,
  };
}

function outOfTurnDocument(outOfTurn: Movement['outOfTurn']) {
  if (!outOfTurn) return null;
  const { source, ...rest } = outOfTurn;
  return { ...rest, section: source.section };
}

/** `{text, date|monthDay|quarter|month|year, what, section}`; a quarter or month of a given year carries the year too. */
function deadlineDocument({ code, text, what, when, source }: CalendarEntry) {
  const { kind: _, ...fields } = when;
  return { code, text, what, ...fields, section: source.section };
}

function setDocument(set: CriteriaSet) {
  return {
    audience: set.audience,
    phase: set.phase,
    version: set.version,
    title: set.title,
    proposed: set.proposed,
    points: fromPoints(setPoints(set)),
    bonus: fromPoints(set.bonusCap),
    classification: set.classification,
    tieBreaks: set.tieBreaks,
    criteria: set.criteria.map((criterion) => ({
      code: criterion.code,
      group: criterion.group,
      title: criterion.title,
      measure: criterion.measure,
      unit: criterion.unit,
      target: criterion.target,
      points: fromPoints(criterion.maxPoints),
      rule: ruleDocument(criterion.rule),
      numerator: criterion.numerator ?? null,
      denominator: criterion.denominator ?? null,
      direction: criterion.direction,
      notApplicable: criterion.notApplicable,
      filledBy: criterion.filledBy,
      gates: criterion.gates,
      indicator: criterion.indicator,
      bonus: criterion.bonus,
      evidence: criterion.evidence,
      section: criterion.source.section,
      proposed: criterion.proposed,
    })),
  };
}

/** The rule as it stands in the set, its points as plain numbers. */
export function ruleDocument(rule: ScoringRule): object {
  const document = kindOf(rule).mapPoints(rule, fromPoints, (part) => part);
  const parts = partsOf(rule);
  return parts.length === 0 ? document : { ...document, parts: parts.map(partDocument) };
}

function partDocument({ maxPoints, rule, ...part }: Part) {
  return { ...part, points: fromPoints(maxPoints), rule: ruleDocument(rule) };
}

/** Maximum of a set without its bonus, hundredths. */
export function setPoints(set: CriteriaSet): number {
  return set.criteria.reduce((sum, criterion) => (criterion.bonus ? sum : sum + criterion.maxPoints), 0);
}
