/**
 * The lists of candidates of a period: a list for each round and form of award. A quota in the plan limits only those
 * it names; everybody else, and every form of the plan without a number, has a list without a number.
 */

import type { Period } from '../../base/period/period.ts';
import type { Audience, Movement, Quota } from '../../movement/movement.ts';
import { formOf, formsBeside, statesNumber } from './form-of.ts';
import { type Round, roundsOf } from './rounds.ts';

/**
 * Quotas of every round the period belongs to, in the order of the rounds: in each round first the plan's quotas, then
 * those without a number. Within a round and a form of award everybody is under exactly one quota.
 */
export function quotasFor(movement: Movement, period: Period | null): readonly Quota[] {
  return roundsOf(movement, period).flatMap((round) => {
    const named = movement.quotas.filter(
      (quota) => quota.round === round && isOfPhase(quota, movement, period) && isOurs(quota),
    );
    const nameOf = (quota: Pick<Quota, 'award' | 'round'>) => formOf(quota, movement).name;
    const stated = named.flatMap((quota) => {
      const rivals = named.filter((other) => nameOf(other) === nameOf(quota));
      return narrowed(quota, rivals, movement) ?? [];
    });
    const all = [...stated, ...formsBeside(movement, round, period)];
    const forms = [...new Map(all.map((pick) => [nameOf(pick), pick] as const)).entries()];
    const beside = forms.flatMap(([form, { award }]) => {
      const limited = stated.filter((quota) => nameOf(quota) === form);
      return unnumbered(movement, round, award, limited);
    });
    return [...stated, ...beside];
  });
}

/** Where a body awards its own giấy khen, without a number or a form of the plan, the commune proposes nobody. */
function isOurs(quota: Quota): boolean {
  return quota.award !== null || statesNumber(quota);
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

/**
 * The quota without the audiences for which a narrower quota of the same round and form exists (of two equal quotas the
 * first wins); null = no audience remains.
 */
function narrowed(quota: Quota, rivals: readonly Quota[], movement: Movement): Quota | null {
  const under = (item: Quota) => everybody(movement).filter((audience) => isFor(item, audience));
  const own = under(quota);
  const isNarrower = (other: Quota) => {
    const difference = under(other).length - own.length;
    return difference < 0 || (difference === 0 && rivals.indexOf(other) < rivals.indexOf(quota));
  };
  const taken = rivals.filter((other) => other !== quota && isNarrower(other));
  const left = own.filter((audience) => !taken.some((other) => isFor(other, audience)));
  if (left.length === own.length) return quota;
  return left.length === 0 ? null : { ...quota, audiences: left.map(({ kind }) => kind) };
}

/** The movement's audiences and outsiders, who may be nominated whatever audiences the plan lists. */
function everybody({ audiences }: Movement): readonly Pick<Audience, 'kind' | 'subject'>[] {
  const outside = (['collective', 'individual'] as const).map((subject) => ({ kind: `outside-${subject}`, subject }));
  return [...audiences, ...outside.filter(({ kind }) => !audiences.some((audience) => audience.kind === kind))];
}

const SUBJECTS = ['collective', 'individual', 'household', 'outside'] as const;

/** For whom no quota of the form names: a list without a number for each kind of subject. */
function unnumbered(
  movement: Movement,
  round: Round,
  award: string | null,
  limited: readonly Quota[],
): readonly Quota[] {
  const named = movement.awards.find(({ code }) => code === award);
  const source = named?.source ?? commendingIn(movement);
  const none = { max: null, percent: null, base: null, phase: null, condition: null };
  return SUBJECTS.flatMap((kind): readonly Quota[] => {
    const all = everybody(movement).filter((pick) => isFor({ kind }, pick));
    const left = all.filter((pick) => !limited.some((quota) => isFor(quota, pick)));
    if (left.length === 0) return [];
    const only = left.length === all.length ? {} : { audiences: left.map((pick) => pick.kind) };
    const code = `${award ?? 'khen'}-${kind}`;
    return [{ code, text: named?.name ?? '', kind, award, round, source, ...none, ...only }];
  });
}

/** Where a plan without a form of award speaks of commending. */
function commendingIn({ roles, calendar, standards }: Movement): Quota['source'] {
  const all = [...roles, ...calendar, ...standards];
  const found = all.find(({ text }) => /khen thưởng/iu.test(text.normalize('NFC')));
  return found?.source ?? { section: '' };
}

/** Audiences a quota is for. `combined` takes collectives and individuals together; nobody in the commune is `outside`. */
export function audiencesOf(quota: Quota, movement: Movement): ReadonlySet<string> {
  return new Set(movement.audiences.filter((audience) => isFor(quota, audience)).map(({ kind }) => kind));
}

/** Whether a quota is for an audience, scored or put forward. */
export function isFor(
  { kind, audiences }: Pick<Quota, 'kind' | 'audiences'>,
  audience: Pick<Audience, 'kind' | 'subject'>,
): boolean {
  if (audiences !== undefined) return audiences.includes(audience.kind);
  if (isOutside(audience.kind)) return kind === 'outside';
  return kind === 'combined' ? audience.subject !== 'household' : audience.subject === kind;
}

/** Kinds of audience that are not of the commune. */
export function isOutside(audience: string): boolean {
  return audience.startsWith('outside-');
}

/** Percent of the applicable maximum the plan's standards ask of an audience; null = none. */
export function leastShareOf({ standards }: Pick<Movement, 'standards'>, audience: string): number | null {
  const shares = standards.flatMap(({ kind, value, audiences }) =>
    kind === 'score-share' && value !== null && audiences.includes(audience) ? [value] : [],
  );
  return shares.length > 0 ? Math.max(...shares) : null;
}
