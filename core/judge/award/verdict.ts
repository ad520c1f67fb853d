/**
 * Whether one unit may be proposed at all: registration, an earlier award, what is held against it, the plan's own
 * figures (where it states none: our top class), and how reports came in. What is open waits for the council; it is
 * never taken for reached or missed.
 */

import type { Period } from '../../base/period/period.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import { dueDay } from '../../movement/due-day.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Register, RegisterUnit } from '../../report/register.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { awardText, earlierAward, isOutOfTurn, type Ledger } from './ledger.ts';
import { leastShareOf } from './quotas.ts';
import { reachesShare } from './reaches-share.ts';

export interface VerdictSetting {
  readonly movement: Movement;
  readonly period: Period | null;
  /** Who registered, and whose report came when; null = not known. */
  readonly register: Register | null;
  /** What units were given before in this movement (TM-Q04, LW-20). */
  readonly alreadyAwarded: Ledger;
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
  const ranks = own.flatMap((one) => (one.kind === 'rank' && one.value !== null ? [one.value] : []));
  return {
    leastShare: leastShareOf(movement, audience),
    worstRank: ranks.length > 0 ? Math.min(...ranks) : null,
    reporting: own.some(({ kind }) => kind === 'reporting'),
  };
}

/** points = decisions on its sheet come first · judgement = the council's vote itself settles it. */
export type WaitsOn = 'points' | 'judgement';

type Verdict =
  | { readonly kind: 'eligible' }
  | { readonly kind: 'excluded'; readonly why: string }
  /** What is still open may bring it there, or keep it out. */
  | { readonly kind: 'waiting'; readonly why: string; readonly on: WaitsOn };

/** What people have to say where an award was given out of turn in the same year (LW-20). */
export const SAME_DEED = 'Hội đồng xét có phải cùng thành tích không';

const ELIGIBLE: Verdict = { kind: 'eligible' };
const excludedFor = (why: string): Verdict => ({ kind: 'excluded', why });
const waitingFor = (why: string, on: WaitsOn): Verdict => ({ kind: 'waiting', why, on });

export function verdictOn(unit: RankedUnit, sheet: ScoreSheet | undefined, setting: VerdictSetting): Verdict {
  if (!sheet) return excludedFor('Không có bảng điểm.');
  const { movement, register, alreadyAwarded, period } = setting;
  const earlier = earlierAward(alreadyAwarded, unit.unit, period?.year ?? null);
  if (earlier && !isOutOfTurn(earlier)) return excludedFor(`Đã được khen: ${awardText(earlier)}.`);
  const standard = standardOf(movement, unit.audience);
  const entry = register?.find(({ name }) => name === unit.unit);
  if (entry && !entry.registered) return excludedFor(notRegistered(movement, unit.audience));
  if (register && !entry)
    return waitingFor('Không có trong danh sách đơn vị: Hội đồng xác nhận trước khi đề nghị.', 'judgement');
  const { leastShare, worstRank } = standard;
  const set = setOfReport(movement, sheet, period);
  // Where the plan itself says in figures what a unit has to reach, no class of ours stands in the way.
  const hasFigure = leastShare !== null || worstRank !== null;
  const reached = hasFigure ? figureVerdict(unit, sheet, leastShare, worstRank) : classVerdict(sheet, set);
  if (reached.kind === 'excluded') return reached;
  const held = heldAgainst(entry, set);
  if (held || reached.kind !== 'eligible') return held ?? reached;
  if (earlier) return waitingFor(`Đã được khen đột xuất: ${awardText(earlier)}; ${SAME_DEED}.`, 'judgement');
  if (!standard.reporting) return reached;
  const due = period ? dueDay(movement, period) : null;
  const received = entry?.received ?? null;
  if (due === null || received === null || received <= due.last) return reached;
  const day = formatDate(received);
  return waitingFor(
    `Báo cáo nhận ngày ${day}, sau hạn ${formatDate(due.last)}: Hội đồng xét tiêu chuẩn chế độ báo cáo.`,
    'judgement',
  );
}

/** By the plan's own standard where it has one. */
function notRegistered({ standards }: Movement, audience: string): string {
  const own = standards.find(({ kind, audiences }) => kind === 'registration' && audiences.includes(audience));
  return own ? `${own.source.section}: chưa đăng ký thi đua.` : 'Không đăng ký thi đua.';
}

/** Breaches and discipline the register knows of: a plan's figure does not make up for them. */
function heldAgainst(entry: RegisterUnit | undefined, set: CriteriaSet | undefined): Verdict | null {
  const facts = new Set(entry?.facts ?? []);
  const out = set?.knockOuts.find(({ code, label }) => facts.has(code) || facts.has(label));
  if (out) return excludedFor(`${out.label}.`);
  const cap = set?.classCaps.find(({ code, label }) => facts.has(code) || facts.has(label));
  return cap
    ? waitingFor(
        `${cap.label}: Hội đồng xem xét, không khen khi đang xử lý kỷ luật (NĐ 152/2025/NĐ-CP, Điều 4).`,
        'judgement',
      )
    : null;
}

/** The plan's own figures. */
function figureVerdict(
  unit: RankedUnit,
  sheet: ScoreSheet,
  leastShare: number | null,
  worstRank: number | null,
): Verdict {
  // What is open counts its least, other units' figures in doubt too: points they may still take away are not there
  // yet.
  if (leastShare !== null && !reachesShare(sheet.low, sheet.max, leastShare)) {
    const asked = `tiêu chuẩn của kế hoạch từ ${formatNumber(leastShare)} %`;
    const now = `Đạt ${formatNumber(sheet.share / 100)} % số điểm`;
    if (!reachesShare(sheet.high, sheet.max, leastShare)) return excludedFor(`${now}, ${asked}.`);
    return waitingFor(`${now}, còn nội dung chưa chốt có thể thay đổi; ${asked}.`, 'points');
  }
  if (worstRank === null || unit.worst <= worstRank) return ELIGIBLE;
  const place = `Xếp thứ ${unit.rank}`;
  return unit.best > worstRank
    ? excludedFor(`${place}, tiêu chuẩn của kế hoạch trong tốp ${worstRank}.`)
    : waitingFor(
        `${place}, còn nội dung chưa chốt có thể thay đổi; tiêu chuẩn của kế hoạch trong tốp ${worstRank}.`,
        'points',
      );
}

/** Our proposed classes, where the plan leaves the measure to the commune. */
function classVerdict(sheet: ScoreSheet, set: CriteriaSet | undefined): Verdict {
  const [top] = [...(set?.classification ?? [])].sort((x, y) => y.from - x.from);
  if (!top || (sheet.classification?.code === top.code && reachesShare(sheet.low, sheet.max, top.from)))
    return ELIGIBLE;
  const own = `Xếp loại “${sheet.classification?.name ?? 'chưa xếp loại'}”`;
  return sheet.possibleClasses.includes(top.name)
    ? waitingFor(`${own}, còn nội dung chưa chốt; mức đề xuất để xét khen là “${top.name}”.`, 'points')
    : excludedFor(`${own}, chưa đạt “${top.name}” (mức đề xuất).`);
}
