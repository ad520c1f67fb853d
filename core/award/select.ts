/**
 * SR-32: who may be proposed within each quota. Of the units that meet what the plan asks (where it states no figure: our top class)
 * those with the highest share come first; where units of equal share do not all fit, the authority decides between them. A quota
 * without a number proposes nobody on its own: it lists who qualifies. A list for people, no decision.
 */

import { formatDate } from '../grid/date.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import { dueDay } from '../movement/due-day.ts';
import type { Movement, Quota } from '../movement/movement.ts';
import type { Period } from '../period/period.ts';
import { formatNumber } from '../quantity/points.ts';
import type { Register } from '../report/register.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { earlierAward, type Ledger } from './ledger.ts';
import { audiencesOf, hasFigure, isOpenEnded, quotasFor, standardOf } from './quotas.ts';

export interface SelectInput {
  readonly movement: Movement;
  readonly period: Period | null;
  readonly sheets: readonly ScoreSheet[];
  readonly rankings: readonly RankedUnit[];
  /** Who registered, and whose report came when; null = not known. */
  readonly register: Register | null;
  /** What units were given before in this movement (TM-Q04, LW-20). */
  readonly alreadyAwarded: Ledger;
}

/** A unit with a Vietnamese sentence on why it stands where it stands. */
export interface Told {
  readonly unit: RankedUnit;
  readonly why: string;
}

export interface Selection {
  readonly quota: Quota;
  /** Best first; never more than the quota; nobody where it states no number. */
  readonly chosen: readonly RankedUnit[];
  /** Of equal share at the cut, more than places are left: the authority decides. */
  readonly undecided: readonly RankedUnit[];
  /** Who qualifies under a quota without a number or with a condition, best first: the council names whom it proposes. */
  readonly qualified: readonly RankedUnit[];
  /** Neither proposed nor refused: what is open in their sheets, or a late report, is for the council to settle first. */
  readonly waiting: readonly Told[];
  /** Places left for the undecided; null when the plan states no number. */
  readonly placesLeft: number | null;
  /** Who cannot be proposed, and why. Units that only came behind the cut are not here. */
  readonly excluded: readonly Told[];
}

/** One selection for every quota of the period's rounds. Quotas for outsiders lie outside the others and choose among nobody here. */
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
  const excluded: Told[] = [];
  const waiting: Told[] = [];
  for (const unit of input.rankings) {
    if (!audiences.has(unit.audience)) continue;
    const verdict = verdictOn(unit, sheets.get(keyOf(unit)), input);
    if (verdict.kind === 'eligible') eligible.push(unit);
    else (verdict.kind === 'excluded' ? excluded : waiting).push({ unit, why: verdict.why });
  }
  // The sort is stable, so units of equal share keep the order of their own ranking.
  const order = eligible.sort((x, y) => compareShare(sheets.get(keyOf(y)), sheets.get(keyOf(x))));
  const none = { quota, chosen: [], undecided: [], qualified: [], waiting, excluded };
  const { max } = quota;
  if (max === null || isOpenEnded(quota)) return { ...none, qualified: order, placesLeft: max };
  if (order.length <= max) return { ...none, chosen: order, placesLeft: max - order.length };
  const first = order[max];
  const isEqual = (unit: RankedUnit) =>
    first !== undefined && compareShare(sheets.get(keyOf(unit)), sheets.get(keyOf(first))) === 0;
  const above = order.findIndex(isEqual);
  const isSplit = above < max;
  return {
    ...none,
    chosen: order.slice(0, isSplit ? above : max),
    undecided: isSplit ? order.slice(above).filter(isEqual) : [],
    placesLeft: isSplit ? max - above : 0,
  };
}

/** Exact: totals over maxima, cross-multiplied. */
function compareShare(x: ScoreSheet | undefined, y: ScoreSheet | undefined): number {
  return (x?.total ?? 0) * (y?.max ?? 1) - (y?.total ?? 0) * (x?.max ?? 1);
}

type Verdict =
  | { readonly kind: 'eligible' }
  | { readonly kind: 'excluded'; readonly why: string }
  /** What is still open may bring it there, or keep it out. */
  | { readonly kind: 'waiting'; readonly why: string };

const ELIGIBLE: Verdict = { kind: 'eligible' };
const excludedFor = (why: string): Verdict => ({ kind: 'excluded', why });
const waitingFor = (why: string): Verdict => ({ kind: 'waiting', why });

function verdictOn(unit: RankedUnit, sheet: ScoreSheet | undefined, input: SelectInput): Verdict {
  if (!sheet) return excludedFor('Không có bảng điểm.');
  const { movement, register, alreadyAwarded, period } = input;
  const earlier = earlierAward(alreadyAwarded, unit.unit, period?.year ?? null);
  if (earlier)
    return excludedFor(`Đã được khen: ${earlier.form}${earlier.year === null ? '' : ` năm ${earlier.year}`}.`);
  const standard = standardOf(movement, unit.audience);
  const entry = register?.find(({ name }) => name === unit.unit);
  if (entry && !entry.registered) return excludedFor('Không đăng ký thi đua.');
  if (register && !entry) return waitingFor('Không có trong danh sách đơn vị: Hội đồng xác nhận trước khi đề nghị.');
  const { leastShare, worstRank } = standard;
  const reached = hasFigure(standard)
    ? figureVerdict(unit, sheet, leastShare, worstRank)
    : classVerdict(sheet, setOf(movement, unit, sheet));
  if (reached.kind !== 'eligible' || !standard.reporting) return reached;
  const due = period ? dueDay(movement, period) : null;
  const received = entry?.received ?? null;
  if (due === null || received === null || received <= due.last) return reached;
  const day = formatDate(received);
  return waitingFor(
    `Báo cáo nhận ngày ${day}, sau hạn ${formatDate(due.last)}: Hội đồng xét tiêu chuẩn chế độ báo cáo.`,
  );
}

function setOf(movement: Movement, unit: RankedUnit, sheet: ScoreSheet): CriteriaSet | undefined {
  return movement.criteriaSets.find((one) => one.audience === unit.audience && one.version === sheet.set);
}

/** The plan's own figures. */
function figureVerdict(
  unit: RankedUnit,
  sheet: ScoreSheet,
  leastShare: number | null,
  worstRank: number | null,
): Verdict {
  // What is open counts its least, other units' figures in doubt too: points they may still take away are not there yet.
  if (leastShare !== null && sheet.low * 100 < leastShare * sheet.max) {
    const asked = `tiêu chuẩn của kế hoạch từ ${formatNumber(leastShare)} %`;
    const now = `Đạt ${formatNumber(sheet.share / 100)} % số điểm`;
    if (sheet.high * 100 < leastShare * sheet.max) return excludedFor(`${now}, ${asked}.`);
    return waitingFor(`${now}, còn nội dung chưa chốt có thể thay đổi; ${asked}.`);
  }
  if (worstRank === null || unit.worst <= worstRank) return ELIGIBLE;
  const place = `Xếp thứ ${unit.rank}`;
  return unit.best > worstRank
    ? excludedFor(`${place}, tiêu chuẩn của kế hoạch trong tốp ${worstRank}.`)
    : waitingFor(`${place}, còn nội dung chưa chốt có thể thay đổi; tiêu chuẩn của kế hoạch trong tốp ${worstRank}.`);
}

/** Our proposed classes, where the plan leaves the measure to the commune. */
function classVerdict(sheet: ScoreSheet, set: CriteriaSet | undefined): Verdict {
  const [top] = [...(set?.classification ?? [])].sort((x, y) => y.from - x.from);
  if (!top || (sheet.classification?.code === top.code && sheet.low * 100 >= top.from * sheet.max)) return ELIGIBLE;
  const own = `Xếp loại “${sheet.classification?.name ?? 'chưa xếp loại'}”`;
  return sheet.possibleClasses.includes(top.name)
    ? waitingFor(`${own}, còn nội dung chưa chốt; mức đề xuất để xét khen là “${top.name}”.`)
    : excludedFor(`${own}, chưa đạt “${top.name}” (mức đề xuất).`);
}
