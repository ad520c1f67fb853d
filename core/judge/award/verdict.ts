/**
 * Whether one unit may be proposed at all. Only the plan's own clauses and the law refuse, each named; what we propose
 * (the top class, a breach of the set we drew up), what people have to judge and what is still open waits for the
 * council.
 */

import { dayNumber } from '../../base/period/day.ts';
import type { Period } from '../../base/period/period.ts';
import { formatNumber } from '../../base/quantity/points.ts';
import { squashKey } from '../../base/text/text.ts';
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import { dueDay } from '../../movement/due-day.ts';
import type { Movement } from '../../movement/movement.ts';
import { heldFacts } from '../../report/held-facts.ts';
import type { Register, RegisterUnit } from '../../report/register.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { awardText, earlierAward, isOutOfTurn, type Ledger } from './ledger.ts';
import { reachesShare } from './reaches-share.ts';
import type { YearsJudge } from './years-judge.ts';

export interface VerdictSetting {
  readonly movement: Movement;
  readonly period: Period | null;
  /** Who registered, and whose report came when; null = not known. */
  readonly register: Register | null;
  /** Earlier awards of the units in this movement (one achievement, one award: Luật Thi đua, khen thưởng, Điều 5). */
  readonly alreadyAwarded: Ledger;
  /** Judges conditions on the years before; absent = the plan has none. */
  readonly yearsJudge?: YearsJudge | undefined;
  /** The quota judged: its words may require a class or earlier years. */
  readonly quota?: Pick<Movement['quotas'][number], 'text' | 'condition' | 'source'>;
}

/** A figure that a standard of the plan requires, and its section. */
interface Figure {
  readonly value: number;
  readonly section: string;
}

/** The plan's standards for an audience, as far as the run can check them. */
interface Standard {
  /** Percent of the applicable maximum. */
  readonly leastShare: Figure | null;
  /** Worst place. "Tốp đầu" without a number is the council's to judge. */
  readonly worstRank: Figure | null;
  /** Section of "Thực hiện tốt chế độ báo cáo": what a late report comes to is for the council to say. */
  readonly reporting: string | null;
  /** Section that asks for registration. */
  readonly registration: string | null;
  /** Days a report may be late, and the section that excludes units which are later. */
  readonly lateBy: Figure | null;
  /** Facts that people establish and that take a unit out of the list. */
  readonly barred: readonly { readonly code: string; readonly text: string; readonly section: string }[];
  /** What the plan asks in words that only people can hold a unit against. */
  readonly inWords: readonly { readonly text: string; readonly section: string }[];
}

/** Section of a standard in words that is about this; null = the plan says nothing of it. */
function sectionOn({ inWords }: Standard, matter: RegExp): string | null {
  return inWords.find(({ text }) => matter.test(text.normalize('NFC')))?.section ?? null;
}

export function standardOf({ standards }: Pick<Movement, 'standards'>, audience: string): Standard {
  const own = standards.filter((standard) => standard.audiences.includes(audience));
  const figures = (wanted: 'score-share' | 'rank') =>
    own
      .flatMap(({ kind, value, source }) =>
        kind === wanted && value !== null ? [{ value, section: source.section }] : [],
      )
      .sort((x, y) => x.value - y.value);
  const sectionOf = (wanted: 'reporting' | 'registration') =>
    own.find(({ kind }) => kind === wanted)?.source.section ?? null;
  return {
    leastShare: figures('score-share').at(-1) ?? null,
    worstRank: figures('rank')[0] ?? null,
    reporting: sectionOf('reporting'),
    registration: sectionOf('registration'),
    lateBy:
      own
        .flatMap(({ kind, value, source }) =>
          kind === 'late-report' ? [{ value: value ?? 0, section: source.section }] : [],
        )
        .sort((x, y) => x.value - y.value)[0] ?? null,
    barred: own.flatMap(({ kind, code, text, source }) =>
      kind === 'barred' ? [{ code, text, section: source.section }] : [],
    ),
    inWords: own.flatMap(({ kind, text, source }) =>
      kind === 'qualitative' ? [{ text, section: source.section }] : [],
    ),
  };
}

/**
 * points = decisions on its sheet come first · judgement = the council's vote itself settles it · class = the unit is
 * below the class that we propose, and nothing else stands in the way.
 */
export type WaitsOn = 'points' | 'judgement' | 'class';

export type Verdict =
  | { readonly kind: 'eligible' }
  /** By a clause of the plan or the law, which `why` names. */
  | { readonly kind: 'excluded'; readonly why: string }
  /** What is still open may bring it there, or keep it out; or only we would refuse it. */
  | { readonly kind: 'waiting'; readonly why: string; readonly on: WaitsOn };

/** The question for people where the unit already has an award out of turn in the same year. */
export const SAME_DEED = 'Hội đồng xét có phải cùng thành tích không';
/** One achievement, one award: Luật Thi đua, khen thưởng, Điều 5. */
export const ONE_AWARD = 'một thành tích không khen nhiều lần, nhiều hình thức (Luật Thi đua, khen thưởng, Điều 5)';

const ELIGIBLE: Verdict = { kind: 'eligible' };
const excludedFor = (why: string) => ({ kind: 'excluded', why }) as const;
const waitingFor = (why: string, on: WaitsOn) => ({ kind: 'waiting', why, on }) as const;

export function verdictOn(unit: RankedUnit, sheet: ScoreSheet | undefined, setting: VerdictSetting): Verdict {
  if (!sheet) return waitingFor('Không có bảng điểm: Hội đồng xét.', 'judgement');
  const { movement, register, alreadyAwarded, period } = setting;
  const earlier = earlierAward(alreadyAwarded, unit.unit, period?.year ?? null);
  if (earlier && !isOutOfTurn(earlier)) return excludedFor(`Đã được khen: ${awardText(earlier)}; ${ONE_AWARD}.`);
  const standard = standardOf(movement, unit.audience);
  const entry = register?.find(({ name }) => name === unit.unit);
  if (entry && !entry.registered) return unregistered(standard);
  if (register && !entry)
    return waitingFor('Không có trong danh sách đơn vị: Hội đồng xác nhận trước khi đề nghị.', 'judgement');
  const set = setOfReport(movement, sheet, period);
  // Where the plan itself sets figures a unit has to reach, our classes do not count.
  const hasFigure = standard.leastShare !== null || standard.worstRank !== null;
  const reached = hasFigure ? figureVerdict(unit, sheet, standard) : ELIGIBLE;
  if (reached.kind === 'excluded') return reached;
  const out = barredBy(entry, standard) ?? tooLate(entry, setting, standard);
  if (out) return out;
  const { unit: name, audience } = unit;
  const years = setting.yearsJudge?.({ unit: name, audience, sheet, set }, setting.quota) ?? [];
  const failed = years.find(({ state }) => state === 'failed');
  if (failed) return excludedFor(`${failed.words}.`);
  const held = heldAgainst(entry, set);
  if (held || reached.kind !== 'eligible') return held ?? reached;
  const unsure = years.find(({ state }) => state === 'unknown');
  if (unsure) return waitingFor(`${unsure.words}: Hội đồng xét.`, 'judgement');
  if (earlier) return waitingFor(`Đã được khen đột xuất: ${awardText(earlier)}; ${SAME_DEED}.`, 'judgement');
  const reporting = standard.reporting ?? sectionOn(standard, /muộn|chậm|trễ|đúng hạn|đúng thời hạn gửi/iu);
  const late = reporting === null ? null : lateReport(entry, setting, reporting);
  return late ?? (hasFigure ? ELIGIBLE : classVerdict(sheet, set, levelIn(standard, setting)));
}

/** No points, because nothing came or nothing could be scored. */
export function verdictOnUnscored(movement: Movement, audience: string): Exclude<Verdict, { kind: 'eligible' }> {
  const standard = standardOf(movement, audience);
  const { reporting } = standard;
  return reporting === null
    ? unbarred('Chưa có báo cáo được chấm điểm', sectionOn(standard, /báo cáo/iu))
    : excludedFor(`Chưa có báo cáo được chấm điểm (mục ${reporting}: chế độ báo cáo).`);
}

function unregistered(standard: Standard): Verdict {
  const { registration } = standard;
  return registration === null
    ? unbarred('Không đăng ký thi đua', sectionOn(standard, /đăng ký/iu))
    : excludedFor(`Chưa đăng ký thi đua (mục ${registration}).`);
}

/** No clause of the plan that can be held against it by itself; `section` = words of the plan that people have to. */
function unbarred(what: string, section: string | null) {
  return waitingFor(
    section === null
      ? `${what}; kế hoạch không loại vì lý do này: Hội đồng xét.`
      : `${what}: Hội đồng xét theo điều kiện kế hoạch nêu (mục ${section}).`,
    'judgement',
  );
}

/** A fact of the unit that the plan bars, by its code or its words. */
function barredBy(entry: RegisterUnit | undefined, { barred }: Standard): Verdict | null {
  const facts = new Set((entry?.facts ?? []).map(squashKey));
  const found = barred.find(({ code, text }) => facts.has(squashKey(code)) || facts.has(squashKey(text)));
  return found ? excludedFor(`${found.text.replace(/[.;\s]+$/u, '')} (mục ${found.section}).`) : null;
}

/** A report later than the plan lets pass. */
function tooLate(entry: RegisterUnit | undefined, { movement, period }: VerdictSetting, { lateBy }: Standard) {
  const due = period ? dueDay(movement, period) : null;
  const received = entry?.received ?? null;
  if (lateBy === null || due === null || received === null) return null;
  const days = dayNumber(received) - dayNumber(due.last);
  if (days <= lateBy.value) return null;
  return excludedFor(
    `Báo cáo nhận ngày ${formatDate(received)}, muộn ${days} ngày so với hạn ${formatDate(due.last)} (mục ${lateBy.section}).`,
  );
}

function lateReport(
  entry: RegisterUnit | undefined,
  { movement, period }: VerdictSetting,
  section: string,
): Verdict | null {
  const due = period ? dueDay(movement, period) : null;
  const received = entry?.received ?? null;
  if (due === null || received === null || received <= due.last) return null;
  const days = `Báo cáo nhận ngày ${formatDate(received)}, sau hạn ${formatDate(due.last)}`;
  return waitingFor(`${days}: Hội đồng xét tiêu chuẩn chế độ báo cáo (mục ${section}).`, 'judgement');
}

/**
 * Breaches and discipline the register knows of: a plan's figure does not make up for them. A set that we drew up
 * refuses nobody.
 */
function heldAgainst(entry: RegisterUnit | undefined, set: CriteriaSet | undefined): Verdict | null {
  const held = heldFacts(entry?.facts ?? [], set);
  const out = held.find(({ kind }) => kind === 'knock-out');
  if (out?.kind === 'knock-out' && set)
    return set.proposed
      ? waitingFor(
          `${out.label}: xếp bậc thấp nhất (bộ tiêu chí đề xuất, không phải kế hoạch); Hội đồng xét.`,
          'judgement',
        )
      : excludedFor(`${out.label} (bộ tiêu chí: xếp bậc thấp nhất).`);
  const cap = held.find(({ kind }) => kind === 'cap');
  if (cap?.kind === 'cap')
    return waitingFor(
      `${cap.label}: Hội đồng xem xét, không khen khi đang xử lý kỷ luật (NĐ 152/2025/NĐ-CP, Điều 4).`,
      'judgement',
    );
  const unknown = held.find(({ kind }) => kind === 'unknown');
  return unknown
    ? waitingFor(`Danh sách đơn vị ghi “${unknown.text}” ở cột Trường hợp xét riêng: Hội đồng xem xét.`, 'judgement')
    : null;
}

/** The plan's own figures. */
function figureVerdict(unit: RankedUnit, sheet: ScoreSheet, { leastShare, worstRank }: Standard): Verdict {
  // What is open counts its least, other units' figures in doubt too: points they may still take away are not there
  // yet.
  if (leastShare !== null && !reachesShare(sheet.low, sheet.max, leastShare.value)) {
    const standardText = `tiêu chuẩn của kế hoạch từ ${formatNumber(leastShare.value)} % (mục ${leastShare.section})`;
    const now = `Đạt ${formatNumber(sheet.share / 100)} % số điểm`;
    if (!reachesShare(sheet.high, sheet.max, leastShare.value)) return excludedFor(`${now}, ${standardText}.`);
    return waitingFor(`${now}, còn nội dung chưa chốt có thể thay đổi; ${standardText}.`, 'points');
  }
  if (worstRank === null || unit.worst <= worstRank.value) return ELIGIBLE;
  const place = `Xếp thứ ${unit.rank}`;
  const standardText = `tiêu chuẩn của kế hoạch trong tốp ${worstRank.value} (mục ${worstRank.section})`;
  return unit.best > worstRank.value
    ? excludedFor(`${place}, ${standardText}.`)
    : waitingFor(`${place}, còn nội dung chưa chốt có thể thay đổi; ${standardText}.`, 'points');
}

/** Section where the plan asks for points or a class in words of its own; null = it asks for neither. */
function levelIn(standard: Standard, { quota }: VerdictSetting): string | null {
  const isOfQuota = quota !== undefined && CLASS.test(quota.text.normalize('NFC'));
  return isOfQuota ? quota.source.section : sectionOn(standard, LEVEL);
}

const CLASS = /(?:đạt|xếp) loại|hoàn thành (?:xuất sắc|tốt)/iu;
const LEVEL = new RegExp(`\\d\\s*(?:%|điểm)|${CLASS.source}`, 'iu');

/** Our proposed classes, where the plan leaves the standard to the commune: below the top class the council chooses. */
function classVerdict(sheet: ScoreSheet, set: CriteriaSet | undefined, level: string | null): Verdict {
  const [top] = [...(set?.classification ?? [])].sort((x, y) => y.from - x.from);
  if (!top || (sheet.classification?.code === top.code && reachesShare(sheet.low, sheet.max, top.from)))
    return ELIGIBLE;
  const own = `Đạt ${formatNumber(sheet.share / 100)} % số điểm, xếp loại “${sheet.classification?.name ?? 'chưa xếp loại'}”`;
  const open = sheet.possibleClasses.includes(top.name) ? ', còn nội dung chưa chốt' : '';
  const plan = level === null ? 'kế hoạch không đặt mức' : `mức của kế hoạch xem mục ${level}`;
  return waitingFor(`${own}${open}; mức đề xuất để xét khen là “${top.name}”, ${plan}: Hội đồng xét.`, 'class');
}
