/**
 * SR-32: who may be proposed within each quota. Of the units that meet the plan's standards (where it states no figure:
 * our top class) those with the highest share come first; where units of equal share do not all fit, the authority
 * decides between them. A quota without a number proposes nobody by itself: it lists who qualifies. The list is advice
 * for people, not a decision.
 */

import type { Quota } from '../../movement/movement.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { shutOut } from './candidate-of.ts';
import { cutAt } from './cut.ts';
import { formOf } from './form-of.ts';
import { type Granted, grantedIn } from './granted.ts';
import { leftOf, type Places, placesOf } from './places.ts';
import { audiencesOf, quotasFor } from './quotas.ts';
import { type VerdictSetting, verdictOn, type WaitsOn } from './verdict.ts';

export interface SelectInput extends VerdictSetting {
  /**
   * The council voted against the unit under this quota, so its place goes to the next unit. Absent = there was no
   * vote.
   */
  readonly votedDown?: (quota: Quota, unit: RankedUnit) => boolean;
  readonly sheets: readonly ScoreSheet[];
  readonly rankings: readonly RankedUnit[];
}

/** A unit with a Vietnamese sentence that explains its place in the list. */
interface ReasonedUnit {
  readonly unit: RankedUnit;
  readonly why: string;
}

export interface Selection {
  readonly quota: Quota;
  readonly places: Places;
  /** Best first; never more than the quota; nobody where it states no number. */
  readonly chosen: readonly RankedUnit[];
  /** Of equal share at the cut, and parted by nothing: more than places are left, so the council decides. */
  readonly undecided: readonly RankedUnit[];
  /**
   * Who qualifies under a quota without a number or with a condition, best first: the council names whom it proposes.
   */
  readonly qualified: readonly RankedUnit[];
  /**
   * Neither proposed nor refused: what is open in their sheets, or a late report, is for the council to settle first.
   */
  readonly waiting: readonly (ReasonedUnit & { readonly on: WaitsOn })[];
  /** Places left for the undecided; null when the plan states no number. */
  readonly placesLeft: number | null;
  /** Candidates who have this very award already. */
  readonly granted: readonly { readonly unit: RankedUnit; readonly by: Granted }[];
  /** Candidates who qualify and were voted down, best first. */
  readonly down: readonly RankedUnit[];
  /** Who cannot be proposed, and why. Units that only came behind the cut are not here. */
  readonly excluded: readonly ReasonedUnit[];
  /** Who may be proposed but came behind the cut, best first. */
  readonly behind: readonly RankedUnit[];
  /** Ties at the cut, and the rule that separated them. */
  readonly parted: readonly ReasonedUnit[];
}

/** One selection for every list of the period's rounds. */
export function selectForAwards(input: SelectInput): Selection[] {
  const sheets = new Map(input.sheets.map((sheet) => [keyOf(sheet), sheet] as const));
  return quotasFor(input.movement, input.period).map((quota) => select(quota, input, sheets));
}

function keyOf({ audience, unit }: { readonly audience: string; readonly unit: string }): string {
  return JSON.stringify([audience, unit]);
}

function select(quota: Quota, input: SelectInput, sheets: ReadonlyMap<string, ScoreSheet>): Selection {
  const audiences = audiencesOf(quota, input.movement);
  const eligible: RankedUnit[] = [];
  const excluded: ReasonedUnit[] = [];
  const waiting: Selection['waiting'][number][] = [];
  const down: RankedUnit[] = [];
  const granted: Selection['granted'][number][] = [];
  const { round } = quota;
  const { name: form } = formOf(quota, input.movement);
  const ranked = input.rankings.filter(({ audience }) => audiences.has(audience));
  for (const unit of ranked) {
    const by = grantedIn(input.alreadyAwarded, input.period, { round, form, unit: unit.unit, achievement: '' });
    if (by) {
      granted.push({ unit, by });
      continue;
    }
    const out = shutOut(quota, unit.unit, input);
    const verdict = out?.kind === 'excluded' ? out : verdictOn(unit, sheets.get(keyOf(unit)), { ...input, quota });
    if (verdict.kind === 'eligible') (input.votedDown?.(quota, unit) ? down : eligible).push(unit);
    else if (verdict.kind === 'waiting') waiting.push({ unit, why: verdict.why, on: verdict.on });
    else excluded.push({ unit, why: verdict.why });
  }
  // The sort is stable, so units of equal share keep the order of their own ranking.
  const best = (x: RankedUnit, y: RankedUnit) => compareShare(sheets.get(keyOf(y)), sheets.get(keyOf(x)));
  const order = eligible.sort(best);
  const places = placesOf(quota, input, ranked.length, order.length + down.length + granted.length);
  const max = leftOf(places);
  const lists = { waiting, granted: granted.sort((x, y) => best(x.unit, y.unit)), down, excluded };
  const none = { quota, places, chosen: [], undecided: [], qualified: [], ...lists, behind: [], parted: [] };
  // No number of places, or a condition that only people can see to: nobody is proposed on points alone.
  if (max === null || quota.condition !== null) return { ...none, qualified: order, placesLeft: max };
  const compared = (x: RankedUnit, y: RankedUnit) => compareShare(sheets.get(keyOf(x)), sheets.get(keyOf(y)));
  const cut = cutAt(order, max, compared, input.register);
  // Where the places are full, the quota itself excludes units with fewer points than the units that hold them.
  const holders = [...cut.chosen, ...cut.undecided];
  const isBehind = ({ unit, on }: Selection['waiting'][number]) =>
    on === 'class' && holders.length >= max && holders.every((holder) => compared(unit, holder) < 0);
  const behind = waiting.filter(isBehind).map(({ unit }) => unit);
  return {
    ...{ ...none, ...cut },
    waiting: waiting.filter((item) => !isBehind(item)),
    behind: [...cut.behind, ...behind].sort(best),
  };
}

/** Exact: totals over maxima, cross-multiplied. */
function compareShare(x: ScoreSheet | undefined, y: ScoreSheet | undefined): number {
  return (x?.total ?? 0) * (y?.max ?? 1) - (y?.total ?? 0) * (x?.max ?? 1);
}
