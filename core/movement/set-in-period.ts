/**
 * The threshold of a criterion in a period, where the plan sets different figures by different days (SR-33): the
 * threshold of the first day that is not before the period's last day. After the last day, or without a period, the
 * last threshold.
 */
import { type Period, periodDays } from '../base/period/period.ts';
import type { CriteriaSet, Criterion } from './criteria-set.ts';
import type { ScoringRule } from './rule.ts';

export interface DatedTarget {
  readonly target: NonNullable<Criterion['target']>;
  readonly rule: ScoringRule;
}

/** Thresholds by day, earliest first; a threshold without a day comes last. Empty when the criterion has no target. */
export function thresholdsOf({ target, rule, milestones = [] }: Criterion): readonly DatedTarget[] {
  return target === null ? [] : [...milestones, { target, rule }].sort(byDay);
}

/** Earliest day first; without a day last. */
export function byDay({ target: { by } }: DatedTarget, { target: { by: other } }: DatedTarget): number {
  if (by === other) return 0;
  return by === null || (other !== null && by > other) ? 1 : -1;
}

const made = new WeakMap<CriteriaSet, Map<string, CriteriaSet>>();

/**
 * The set with each criterion's threshold and rule of the period. The other thresholds remain as milestones, so that
 * the set of another period can be made from any of these sets. Equal calls return the same object; a set without
 * milestones is returned unchanged.
 */
export function setInPeriod(set: CriteriaSet, period: Period | null): CriteriaSet {
  if (!set.criteria.some(({ milestones }) => milestones !== undefined)) return set;
  const day = period === null ? '' : periodDays(period).to;
  const known = made.get(set) ?? new Map<string, CriteriaSet>();
  made.set(set, known);
  const held = known.get(day);
  if (held) return held;
  const criteria = set.criteria.map((criterion) => criterionOn(criterion, day));
  const inPeriod = criteria.every((criterion, at) => criterion === set.criteria[at]) ? set : { ...set, criteria };
  known.set(day, inPeriod);
  return inPeriod;
}

/** `day` = last day of the period; '' = none known. */
function criterionOn(criterion: Criterion, day: string): Criterion {
  const { milestones, target } = criterion;
  const all = thresholdsOf(criterion);
  const last = all.at(-1);
  const now = day === '' ? last : (all.find(({ target: { by } }) => by === null || by >= day) ?? last);
  if (milestones === undefined || now === undefined) return criterion;
  const others = all.filter((datedTarget) => datedTarget !== now);
  if (now.target === target && others.every((other, at) => other === milestones[at])) return criterion;
  return { ...criterion, target: now.target, rule: now.rule, milestones: others };
}
