/**
 * Which quotas of a plan hold for a period, whom they are for, and the share of points its standards ask.
 */

import type { Period } from '../../base/period/period.ts';
import type { Audience, Movement, Quota } from '../../movement/movement.ts';
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

/** Stated for commending out of turn: they hold beside those of every round. */
export function outOfTurnQuotas(movement: Movement, period: Period | null): readonly Quota[] {
  return movement.quotas.filter((quota) => quota.round === 'out-of-turn' && isOfPhase(quota, movement, period));
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

/** Whether a quota is for an audience of the commune, scored or put forward. */
export function isFor({ kind }: Quota, { subject }: Audience): boolean {
  return kind === 'combined' ? subject !== 'household' : subject === kind;
}

/** Percent of the applicable maximum the plan's standards ask of an audience; null = none. */
export function leastShareOf({ standards }: Movement, audience: string): number | null {
  const shares = standards.flatMap(({ kind, value, audiences }) =>
    kind === 'score-share' && value !== null && audiences.includes(audience) ? [value] : [],
  );
  return shares.length > 0 ? Math.max(...shares) : null;
}
