/**
 * The day the commune sets is the day that is scored and printed. Where the commune set a day for the units' report, a
 * criterion about the day of receipt moves to it: its first step becomes that day, the other steps keep their distance.
 */
import { dayAfter, dayNumber } from '../base/period/day.ts';
import type { Period } from '../base/period/period.ts';
import type { CriteriaSet, Criterion } from './criteria-set.ts';
import { dueDay } from './due-day.ts';
import type { Movement } from './movement.ts';
import { kindOf, type ScoringRule } from './rule.ts';

const made = new WeakMap<CriteriaSet, Map<string, CriteriaSet>>();
const origins = new WeakMap<CriteriaSet, CriteriaSet>();

/** Equal calls return the same object; a set without a criterion on the day of receipt is returned unchanged. */
export function setWithDue(set: CriteriaSet, movement: Movement, period: Period | null): CriteriaSet {
  const last = setDay(movement, period);
  if (last === null || !set.criteria.some(isDated)) return set;
  const known = made.get(set) ?? new Map<string, CriteriaSet>();
  made.set(set, known);
  const held = known.get(last);
  if (held) return held;
  const moved = {
    ...set,
    criteria: set.criteria.map((criterion) =>
      isDated(criterion) ? { ...criterion, rule: ruleOn(criterion.rule, last) } : criterion,
    ),
  };
  known.set(last, moved);
  origins.set(moved, set);
  return moved;
}

/** The set as the movement holds it: a day that the commune set makes no new version. */
export function setBehind(set: CriteriaSet): CriteriaSet {
  return origins.get(set) ?? set;
}

/** The last day in time that the commune set for a period; null where it set none. */
function setDay(movement: Movement, period: Period | null): string | null {
  const isSet = movement.calendar.some(({ what, setDay: day }) => what === 'unit-report' && day !== undefined);
  return isSet && period !== null ? (dueDay(movement, period)?.last ?? null) : null;
}

function isDated({ filledBy, rule }: Criterion): boolean {
  return filledBy === 'register' && rule.kind === 'by-date';
}

/** Steps are `MM-DD` of the period's year or ISO days; all become ISO days around the last day. */
function ruleOn(rule: ScoringRule, last: string): ScoringRule {
  if (rule.kind !== 'by-date') return rule;
  const first = rule.steps[0]?.onOrBefore ?? '';
  const year = last.slice(0, 4);
  const full = (day: string) => (day.length > 5 ? day : `${year}-${day}`);
  const by = dayNumber(last) - dayNumber(full(first));
  const later = (day: string) => dayAfter(full(day), by);
  return kindOf(rule).mapDays(rule, later, (part) => part);
}
