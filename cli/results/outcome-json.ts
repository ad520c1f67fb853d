/**
 * The keys `score --json` adds for the commune as a whole (a contract): its targets, each in one state, its candidates,
 * and the appeals of units (explanations and petitions).
 */

import { fromPoints, type Points } from '../../core/base/quantity/points.ts';
import type { Appeal, AppealState } from '../../core/commune/calendar/appeal.ts';
import type { TargetResult } from '../../core/commune/result/commune-result.ts';
import type { AwardCandidate } from '../../core/judge/award/candidate.ts';
import { reasonWithNote } from '../../core/judge/award/overlaps.ts';
import type { RunOutcome } from './outcome.ts';

export function outcomeDocument({ commune, candidates, phase, appeals }: RunOutcome) {
  return {
    ...{ phase, targets: commune.targets.map(targetDocument), awards: candidates.map(candidateDocument) },
    appeals: appeals.map(appealDocument),
  };
}

/** An appeal of a unit: `criterion` null = against the whole result; `answer` null = the council has not answered. */
function appealDocument({ appeal, answer, now }: AppealState) {
  const pointsOf = (points: Points | null) => (points === null ? null : fromPoints(points));
  const appealJson = ({ day, text, who, points }: Appeal) => ({ day, text, who, points: pointsOf(points) });
  return {
    ...{ kind: appeal.kind, unit: appeal.unit, criterion: appeal.criterion || null, ...appealJson(appeal) },
    ...{ answer: answer && appealJson(answer), now: pointsOf(now) },
  };
}

/** Percentages with at most two decimals, null for what is not known; `missing` names the units. */
function targetDocument(target: TargetResult) {
  const { code, text, section, comparator, asked, unit, deadline, figure, low, high, state, soFar } = target;
  return {
    ...{ code, text, section, comparator, asked, unit, deadline, figure, low, high, state, soFar },
    source: target.source,
    units: {
      gave: target.units.gave,
      missing: target.units.missing.map((missingUnit) => missingUnit.unit),
      doubtful: target.units.doubtful,
    },
    reason: target.reason,
    earlier: target.earlier,
  };
}

function candidateDocument(candidate: AwardCandidate) {
  const { round, quota, unit, audience, form, level, outsider, state, rank, share } = candidate;
  const about = { round, quota, unit, audience, form, level, outsider, state };
  const plain = { ...about, reason: reasonWithNote(candidate), rank };
  return { ...plain, share: share === null ? null : share / 100, achievement: candidate.achievement };
}
