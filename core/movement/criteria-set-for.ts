/**
 * Which criteria set an audience is scored on in a period: by kind or Vietnamese name, in the phase that holds the
 * period.
 */

import { type Period, periodDays } from '../base/period/period.ts';
import { foldKey } from '../base/text/text.ts';
import type { CriteriaSet } from './criteria-set.ts';
import type { Audience, Movement } from './movement.ts';
import { setInPeriod } from './set-in-period.ts';
import { setWithDue } from './set-with-due.ts';

/** `village`, `Bản`, `bản` → the audience; undefined when the movement has none of that kind or name. */
export function findAudience(movement: Movement, audience: string): Audience | undefined {
  const key = foldKey(audience);
  return movement.audiences.find((listed) => listed.kind === audience.trim() || foldKey(listed.name) === key);
}

/**
 * The set for an audience. In a movement with phases it is the set of the phase in which the period ends; without a
 * period, of the first phase. Undefined when the audience has no set (rewarded without points) or the period lies in no
 * phase. Thresholds and dates are those of the period; `wholeSetFor` gives the set as it was written.
 */
export function criteriaSetFor(movement: Movement, audience: string, period: Period | null): CriteriaSet | undefined {
  const set = wholeSetFor(movement, audience, period);
  return set && setWithDue(setInPeriod(set, period), movement, period);
}

/** The same set with its last thresholds, as the movement holds it. */
export function wholeSetFor(movement: Movement, audience: string, period: Period | null): CriteriaSet | undefined {
  const kind = findAudience(movement, audience)?.kind;
  const sets = movement.criteriaSets.filter((set) => set.audience === kind);
  const phase = period === null ? null : phaseOf(movement, period);
  if (phase === undefined) return sets.find((set) => set.phase === null);
  return sets.find((set) => set.phase === null || phase === null || set.phase === phase);
}

/**
 * Code of the phase the period's last day falls in; null when the movement has no phases, undefined when it falls in
 * none.
 */
function phaseOf(movement: Movement, period: Period): string | null | undefined {
  if (movement.phases.length === 0) return null;
  const { to } = periodDays(period);
  return movement.phases.find((phase) => phase.from <= to && to <= phase.to)?.code;
}

/**
 * The set a report was read against, by its audience and version; where phases share a version, the set of the phase
 * that holds the period. For a version this movement does not know (another wording of the plan) the set its audience
 * has in that phase. Thresholds and dates are those of the period.
 */
export function setOfReport(
  movement: Movement,
  report: { readonly audience: string; readonly set: string },
  period: Period | null,
): CriteriaSet | undefined {
  const set = wholeSetOfReport(movement, report, period);
  return set && setWithDue(setInPeriod(set, period), movement, period);
}

function wholeSetOfReport(
  movement: Movement,
  { audience, set: version }: { readonly audience: string; readonly set: string },
  period: Period | null,
): CriteriaSet | undefined {
  const sets = movement.criteriaSets.filter((set) => set.audience === audience);
  const year = period ? `${period.year}-12-31` : null;
  const phase = movement.phases.find((phase) => year !== null && phase.from <= year && year <= phase.to);
  const inPhase = (set: CriteriaSet) => phase === undefined || set.phase === null || set.phase === phase.code;
  const asRead = sets.filter((set) => set.version === version);
  return asRead.find(inPhase) ?? asRead[0] ?? sets.find(inPhase) ?? sets[0];
}
