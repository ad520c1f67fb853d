/**
 * What moves when one appraised score changes: the same run with one decision more, compared place by place and line by
 * line.
 */

import type { Points } from '../../base/quantity/points.ts';
import type { AwardCandidate } from '../award/candidate.ts';
import { awardCandidates } from '../award/candidates.ts';
import type { VotedOn } from '../award/council-vote.ts';
import type { Ledger } from '../award/ledger.ts';
import type { Nomination } from '../award/nomination.ts';
import type { YearsJudge } from '../award/years-judge.ts';
import type { Decision } from '../flag/decision.ts';
import type { RankedUnit } from '../score/score-sheet.ts';
import type { RunResult } from './run-result.ts';
import { scoreReports } from './score.ts';

export interface WhatIf {
  readonly unit: string;
  readonly criterion: string;
  /** Hundredths. */
  readonly points: Points;
}

interface WhatIfSetting {
  readonly result: RunResult;
  /** The council's decisions so far. */
  readonly decisions: readonly Decision[];
  readonly alreadyAwarded: Ledger;
  readonly yearsJudge?: YearsJudge | undefined;
  readonly nominations: readonly Nomination[];
  /** The council's votes; absent = none yet. */
  readonly votedOn?: VotedOn;
}

export interface Moves {
  readonly places: readonly { readonly before: RankedUnit; readonly after: RankedUnit }[];
  /** Whose line for a quota reads otherwise. */
  readonly awards: readonly { readonly before: AwardCandidate | null; readonly after: AwardCandidate | null }[];
}

/** Only what differs; empty lists when the points change nothing (or lie outside the criterion's). */
export function whatIf(setting: WhatIfSetting, { unit, criterion, points }: WhatIf): Moves {
  const { decisions } = setting;
  const id = `what-if:${unit}:${criterion}`;
  const decision = { flag: null, kind: 'adjust', reason: '', who: '', at: '' } as const;
  const before = outcomeOf(setting, decisions);
  const after = outcomeOf(setting, [...decisions, { ...decision, id, unit, criterion, points }]);
  const placed = new Map(after.rankings.map((ranking) => [placeKey(ranking), ranking] as const));
  return {
    places: before.rankings.flatMap((ranking) => {
      const now = placed.get(placeKey(ranking));
      return now && (now.rank !== ranking.rank || now.points !== ranking.points)
        ? [{ before: ranking, after: now }]
        : [];
    }),
    awards: differences(before.candidates, after.candidates),
  };
}

function outcomeOf(setting: WhatIfSetting, decisions: readonly Decision[]) {
  const { result, alreadyAwarded, yearsJudge, nominations, votedOn } = setting;
  const { movement, period, flags, register, observations } = result;
  const reports = result.reports.map(({ report }) => report);
  const scored = scoreReports({ movement, period, reports, flags, register, observations, decisions });
  const known = { yearsJudge, ...(votedOn ? { votedOn } : {}) };
  const input = { movement, period, register, alreadyAwarded, nominations, ...known, ...scored };
  return { rankings: scored.rankings, candidates: awardCandidates(input) };
}

function placeKey({ audience, unit }: RankedUnit): string {
  return JSON.stringify([audience, unit]);
}

function differences(before: readonly AwardCandidate[], after: readonly AwardCandidate[]): Moves['awards'] {
  const keyOf = ({ round, quota, unit, audience, achievement }: AwardCandidate) =>
    JSON.stringify([round, quota, unit, audience, round === 'out-of-turn' && achievement]);
  const now = new Map(after.map((awardCandidate) => [keyOf(awardCandidate), awardCandidate] as const));
  const then = new Set(before.map(keyOf));
  const changed = before.flatMap((awardCandidate) => {
    const other = now.get(keyOf(awardCandidate)) ?? null;
    return other?.state === awardCandidate.state ? [] : [{ before: awardCandidate, after: other }];
  });
  return [
    ...changed,
    ...after
      .filter((awardCandidate) => !then.has(keyOf(awardCandidate)))
      .map((awardCandidate) => ({ before: null, after: awardCandidate })),
  ];
}
