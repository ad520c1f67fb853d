/**
 * SR-32: who may be proposed within each quota. Of the units in the top class that meet the plan's standards those with the highest
 * share come first; where units of equal share do not all fit, the authority decides between them. A list for people, no decision.
 */
import type { Period } from '../indicator/period.ts';
import type { Movement, Quota } from '../movement/movement.ts';
import { formatNumber } from '../movement/points.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { audiencesOf, quotasFor, type Standard, standardOf } from './quotas.ts';

export interface SelectInput {
  readonly movement: Movement;
  readonly period: Period | null;
  readonly sheets: readonly ScoreSheet[];
  readonly rankings: readonly RankedUnit[];
  /** Units that already have an award of this movement which shuts them out of a later round (TM-Q04, LW-20). */
  readonly alreadyAwarded?: ReadonlySet<string>;
}

export interface Selection {
  readonly quota: Quota;
  /** Best first; never more than the quota. */
  readonly chosen: readonly RankedUnit[];
  /** Of equal share at the cut, more than places are left: the authority decides. */
  readonly undecided: readonly RankedUnit[];
  /** Places left for the undecided; null when the plan states no number. */
  readonly placesLeft: number | null;
  /** Who cannot be proposed, and why (Vietnamese sentence). Units that only came behind the cut are not here. */
  readonly excluded: readonly { readonly unit: RankedUnit; readonly why: string }[];
}

/** One selection for every quota of the period's round. Quotas for outsiders lie outside the others and choose among nobody here. */
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
  const excluded: { unit: RankedUnit; why: string }[] = [];
  for (const unit of input.rankings) {
    if (!audiences.has(unit.audience)) continue;
    const why = obstacle(unit, sheets.get(keyOf(unit)), input);
    if (why === null) eligible.push(unit);
    else excluded.push({ unit, why });
  }
  // The sort is stable, so units of equal share keep the order of their own ranking.
  const order = eligible.sort((x, y) => compareShare(sheets.get(keyOf(y)), sheets.get(keyOf(x))));
  if (quota.max === null || order.length <= quota.max) {
    return {
      quota,
      chosen: order,
      undecided: [],
      placesLeft: quota.max === null ? null : quota.max - order.length,
      excluded,
    };
  }
  const first = order[quota.max];
  const isEqual = (unit: RankedUnit) =>
    first !== undefined && compareShare(sheets.get(keyOf(unit)), sheets.get(keyOf(first))) === 0;
  const above = order.findIndex(isEqual);
  const isSplit = above < quota.max;
  return {
    quota,
    chosen: order.slice(0, isSplit ? above : quota.max),
    undecided: isSplit ? order.slice(above).filter(isEqual) : [],
    placesLeft: isSplit ? quota.max - above : 0,
    excluded,
  };
}

/** Exact: totals over maxima, cross-multiplied. */
function compareShare(x: ScoreSheet | undefined, y: ScoreSheet | undefined): number {
  return (x?.total ?? 0) * (y?.max ?? 1) - (y?.total ?? 0) * (x?.max ?? 1);
}

function obstacle(unit: RankedUnit, sheet: ScoreSheet | undefined, input: SelectInput): string | null {
  const { movement, alreadyAwarded } = input;
  const set = movement.criteriaSets.find((one) => one.audience === unit.audience && one.version === sheet?.set);
  const [top] = [...(set?.classification ?? [])].sort((x, y) => y.from - x.from);
  if (!sheet) return 'Không có bảng điểm.';
  if (alreadyAwarded?.has(unit.unit)) return 'Đã được khen trong phong trào này.';
  if (top && sheet.classification?.code !== top.code) {
    return `Xếp loại “${sheet.classification?.name ?? 'chưa xếp loại'}”, chưa đạt “${top.name}”.`;
  }
  return missedStandard(unit, sheet, standardOf(movement, unit.audience));
}

function missedStandard(unit: RankedUnit, sheet: ScoreSheet, standard: Standard): string | null {
  const { leastShare, worstRank } = standard;
  if (leastShare !== null && sheet.total * 100 < leastShare * sheet.max) {
    return `Đạt ${formatNumber(sheet.share / 100)} % số điểm, tiêu chuẩn từ ${formatNumber(leastShare)} %.`;
  }
  return worstRank !== null && unit.rank > worstRank
    ? `Xếp thứ ${unit.rank}, tiêu chuẩn trong tốp ${worstRank}.`
    : null;
}
