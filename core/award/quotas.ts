/**
 * Which quotas of a plan hold for a period, whom they are for, and what the plan's standards ask of a unit before it
 * may be proposed.
 */

import type { Audience, Movement, Quota } from '../movement/movement.ts';
import type { Period } from '../period/period.ts';
import { type Round, roundsOf } from './rounds.ts';

/**
 * Quotas of every round the period belongs to, rounds in their order. Where the plan has none for a round but forms of
 * award that the commune itself gives, one without a number for each of them and each kind of subject.
 */
export function quotasFor(movement: Movement, period: Period | null): readonly Quota[] {
  return roundsOf(movement, period).flatMap((round) => {
    const stated = movement.quotas.filter((quota) => quota.round === round && isOfPhase(quota, movement, period));
    return stated.length > 0 ? stated : unnumbered(movement, round);
  });
}

function isOfPhase(quota: Quota, movement: Movement, period: Period | null): boolean {
  if (quota.phase === null || period === null) return true;
  const phase = movement.phases.find(({ code }) => code === quota.phase);
  const year = String(period.year);
  return phase === undefined || (phase.from.slice(0, 4) <= year && year <= phase.to.slice(0, 4));
}

function unnumbered(movement: Movement, round: Round): readonly Quota[] {
  const subjects = [...new Set(scoredAudiences(movement).map(({ subject }) => subject))];
  const own = movement.awards.filter(({ level }) => level === 'commune');
  return own.flatMap(({ code, name, source }) =>
    subjects.map((kind): Quota => {
      const none = { max: null, percent: null, base: null, phase: null, condition: null };
      return { code: `${code}-${kind}`, text: name, kind, award: code, round, source, ...none };
    }),
  );
}

/** Audiences that are scored here: those who compete, and those who can only be rewarded but have criteria. */
function scoredAudiences(movement: Movement): readonly Audience[] {
  const scored = new Set(movement.criteriaSets.map(({ audience }) => audience));
  return movement.audiences.filter(({ kind }) => scored.has(kind));
}

/**
 * Audiences whose units a quota is for. `combined` takes collectives and individuals together; nobody in the commune is
 * `outside`.
 */
export function audiencesOf(quota: Quota, movement: Movement): ReadonlySet<string> {
  return new Set(
    scoredAudiences(movement)
      .filter((one) => isFor(quota, one))
      .map(({ kind }) => kind),
  );
}

/** Whether a quota within the commune is for an audience at all, scored or put forward. */
export function isFor({ kind }: Quota, audience: Audience): boolean {
  if (audience.kind.startsWith('outside-')) return false;
  return kind === 'combined' ? audience.subject !== 'household' : audience.subject === kind;
}

/**
 * Nobody is proposed on the strength of points alone: the plan gives no number of places, or a condition that only people can
 * see to.
 */
export function isOpenEnded({ condition }: Quota, places: number | null): boolean {
  return places === null || condition !== null;
}

/** What the plan's standards ask of an audience, as far as it can be told from the run. */
interface Standard {
  /** Percent of the applicable maximum. */
  readonly leastShare: number | null;
  /** Worst place. "Tốp đầu" without a number is the council's to judge. */
  readonly worstRank: number | null;
  /** "Thực hiện tốt chế độ báo cáo": what a late report comes to is for the council to say. */
  readonly reporting: boolean;
}

export function standardOf(movement: Movement, audience: string): Standard {
  const own = movement.standards.filter((one) => one.audiences.includes(audience));
  const values = (kind: 'score-share' | 'rank') =>
    own.flatMap((one) => (one.kind === kind && one.value !== null ? [one.value] : []));
  const shares = values('score-share');
  const ranks = values('rank');
  return {
    leastShare: shares.length > 0 ? Math.max(...shares) : null,
    worstRank: ranks.length > 0 ? Math.min(...ranks) : null,
    reporting: own.some(({ kind }) => kind === 'reporting'),
  };
}

/** The plan itself says in figures what a unit has to reach: then no class of ours stands in the way. */
export function hasFigure({ leastShare, worstRank }: Standard): boolean {
  return leastShare !== null || worstRank !== null;
}
