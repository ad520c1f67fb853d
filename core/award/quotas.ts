/** Which quotas of a plan hold for a period, whom they are for, and what the plan's standards ask of a unit before it may be proposed. */
import type { Period } from '../indicator/period.ts';
import type { Audience, Movement, Quota } from '../movement/movement.ts';

/** The round of commendation a period belongs to: the last year of a phase is reviewed as the phase, the movement's last as the whole. */
export function roundOf(movement: Movement, period: Period | null): Quota['round'] {
  if (!period) return 'yearly';
  if (Number(movement.period.to.slice(0, 4)) === period.year) return 'final';
  return movement.phases.some((phase) => Number(phase.to.slice(0, 4)) === period.year) ? 'interim' : 'yearly';
}

/** Quotas of the period's round; the yearly ones where the plan has none for the round. */
export function quotasFor(movement: Movement, period: Period | null): readonly Quota[] {
  const round = roundOf(movement, period);
  const phase = period ? movement.phases.find((one) => one.to.slice(0, 4) === String(period.year)) : undefined;
  const fits = (quota: Quota) => quota.phase === null || phase === undefined || quota.phase === phase.code;
  const own = movement.quotas.filter((quota) => quota.round === round && fits(quota));
  return own.length > 0 ? own : movement.quotas.filter((quota) => quota.round === 'yearly');
}

/** Audiences whose units a quota is for. `combined` takes collectives and individuals together; nobody in the commune is `outside`. */
export function audiencesOf(quota: Quota, movement: Movement): ReadonlySet<string> {
  const takes = (audience: Audience) =>
    audience.competes &&
    (quota.kind === 'combined' ? audience.subject !== 'household' : audience.subject === quota.kind);
  return new Set(movement.audiences.filter(takes).map((audience) => audience.kind));
}

/** What the plan's standards ask in figures of an audience; null = nothing. */
export interface Standard {
  /** Percent of the applicable maximum. */
  readonly leastShare: number | null;
  /** Worst place. "Tốp đầu" without a number is the council's to judge. */
  readonly worstRank: number | null;
}

export function standardOf(movement: Movement, audience: string): Standard {
  const values = (kind: 'score-share' | 'rank') =>
    movement.standards.flatMap((one) =>
      one.kind === kind && one.value !== null && one.audiences.includes(audience) ? [one.value] : [],
    );
  const shares = values('score-share');
  const ranks = values('rank');
  return {
    leastShare: shares.length > 0 ? Math.max(...shares) : null,
    worstRank: ranks.length > 0 ? Math.min(...ranks) : null,
  };
}
