/**
 * Figures of a sentence: a number with its comparator and unit, a rank, a zero ("không còn"). What they mean is for
 * others to say.
 */

import { NONE } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import { clauseStart } from '../words/clause.ts';
import { COMPARED, type Cue, cueBefore, OPPOSITE, type PlanComparator, TO, trailing } from '../words/comparator.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { type Unit, type UnitKind, unitAt, unitBefore } from '../words/unit-words.ts';
import { type ReadValue, scaled, valueAt } from './figure-value.ts';
import { type Turns, turnsOf } from './in-turn.ts';
import { rankAt } from './rank-figure.ts';
import { halfAt, outOfAt, partsAt, shareOrWhole, timesAt } from './share-figure.ts';
import { isSpelledFigure } from './spelled-figure.ts';
import { allAt } from './whole-figure.ts';
import { zeroAt } from './zero-figure.ts';

export interface Figure {
  /** Token where its own words start (`đạt tối thiểu`), where the number stands, and the first one behind its unit. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly kind: UnitKind | 'rank' | 'zero' | 'all';
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly comparator: PlanComparator;
  /** A word or sign says how to compare; else the figure is bare. */
  readonly compared: boolean;
  /** `từ 80 %` without `trở lên`: a start, a baseline or a floor. */
  readonly fromWord: boolean;
  /** `15/19 tiêu chí`. */
  readonly fraction: boolean;
  /** Compared by words behind it (`trở lên`), which hold for it alone. */
  readonly closed?: boolean;
}

/** Figures of sentences that were read before. */
const READ = new WeakMap<readonly Token[], readonly Figure[]>();

/** Every figure of a sentence, in order. */
export function figuresOf(tokens: readonly Token[]): readonly Figure[] {
  const known = READ.get(tokens);
  if (known) return known;
  const figures = figuresIn(tokens);
  READ.set(tokens, figures);
  return figures;
}

function figuresIn(tokens: readonly Token[]): readonly Figure[] {
  const figures: Figure[] = [];
  const turns = turnsOf(tokens);
  for (let at = 0; at < tokens.length; ) {
    const figure =
      zeroAt(tokens, at) ??
      allAt(tokens, at) ??
      rankAt(tokens, at) ??
      halfAt(tokens, at) ??
      timesAt(tokens, at) ??
      partsAt(tokens, at) ??
      outOfAt(tokens, at) ??
      numberFigureAt(tokens, at, figures.at(-1), turns);
    if (figure) figures.push(figure);
    at = Math.max(at + 1, figure?.to ?? 0);
  }
  return figures;
}

function numberFigureAt(
  tokens: readonly Token[],
  at: number,
  previous: Figure | undefined,
  turns: Turns | null,
): Figure | null {
  const first = valueAt(tokens, at);
  // "thuê bao/100 dân", "16 giờ 00"
  if (!first || isYear(tokens, at) || /^(?:\/|giờ)$/.test(tokens[at - 1]?.key ?? '')) return null;
  if (isItemLabel(tokens, at) || isPartOfName(tokens, at)) return null;
  const cue = cueBefore(tokens, at);
  let end = at + first.length;
  const whole = shareOrWhole(tokens, at, end, first);
  if (whole) {
    const upward = cue.fromWord
      ? trailing(tokens, whole.to, { kind: 'count', name: whole.unit, length: 0, scale: 1 }, true)
      : null;
    const stated = cue.comparator ?? upward?.comparator ?? null;
    const turned = stated && OPPOSITE[stated];
    const comparator = turned && isForbidden(tokens, cue.from, whole.kind) ? turned : stated;
    return { ...whole, from: cue.from, at, comparator: comparator ?? '=', compared: comparator !== null };
  }
  const ownUnit = unitAt(tokens, end);
  const far = rangeEnd(tokens, end, ownUnit);
  const context = { cue, previous, unit: far?.unit ?? ownUnit };
  if (first.inWords && !turns?.numbers.includes(at) && !isSpelledFigure(tokens, at, first, context)) return null;
  const taken = !ownUnit || ownUnit.kind === 'unknown' ? turns?.units.get(at) : undefined;
  // "xóa 14 điểm họp chợ, riêng quý I xóa 5 điểm": places still, no marks.
  const isPlaceAgain = ownUnit?.kind === 'points' && previous?.kind === 'count' && previous.unit === ownUnit.name;
  const unit =
    far?.unit ??
    taken ??
    (isPlaceAgain ? { ...ownUnit, kind: 'count' as const } : ownUnit) ??
    marksBefore(tokens, cue, end) ??
    starsAt(tokens, end, first) ??
    firstPlaceAt(tokens, at, end) ??
    gradeOutOf(tokens, at, end) ??
    nounBefore(tokens, cue, end) ??
    nounAhead(tokens, at, end);
  if (!unit || (first.fraction && unit.kind === 'unknown')) return null;
  end = far ? far.to : end + unit.length;
  const read = (text: ReadValue): number => scaled(text, unit);
  const after = trailing(tokens, end, unit, cue.fromWord);
  const beyond = unit.kind === 'percent' && isBeyond(tokens, at, end);
  const compared = far ? 'range' : beyond ? '=' : (after?.comparator ?? cue.comparator ?? (cue.fromWord ? '>=' : '='));
  const turned = OPPOSITE[compared];
  const comparator = turned && isForbidden(tokens, cue.from, unit.kind) ? turned : compared;

  return {
    from: cue.from,
    at,
    to: after ? after.to : end,
    kind: unit.kind,
    value: read(first),
    valueMax: far ? read(far.value) : null,
    unit: unit.name,
    comparator,
    compared: !beyond && Boolean(far ?? after ?? cue.comparator),
    fromWord: cue.fromWord && !after && !far,
    fraction: first.fraction,
    closed: after !== null && cue.comparator === null,
  };
}

/** `chỉ tiêu 1c, 2b`: what is listed under a number and a letter. */
function isItemLabel(tokens: readonly Token[], at: number): boolean {
  const [number, letter] = [tokens[at], tokens[at + 1]];
  const isGlued = letter !== undefined && letter.start === number?.end;
  return isGlued && /^[a-eđ]$/.test(letter.text) && /^\d{1,2}$/.test(number?.text ?? '');
}

/** `lớp 6A1`: a number behind a letter of the same word. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const [before, number] = [tokens[at - 1], tokens[at]];
  return before?.kind === 'word' && number?.kind === 'number' && before.end === number.start;
}

/** `vượt 10% dự toán`: by how much, not a level to be passed. */
function isBeyond(tokens: readonly Token[], at: number, end: number): boolean {
  return tokens[at - 1]?.key === 'vượt' && phraseAt(tokens, end, SET_BEFORE) > 0;
}
const SET_BEFORE = phrases('dự toán | kế hoạch | chỉ tiêu | so với');

/** `tổng điểm đạt 85 trở lên`, `số điểm từ 90 trở lên`: marks named before. */
function marksBefore(tokens: readonly Token[], { from }: Cue, end: number): Unit | null {
  if (phraseAt(tokens, end, UPWARD) === 0 || phraseBefore(tokens, from, MARKS) === 0) return null;
  return { kind: 'points', name: 'điểm', length: 0, scale: 1 };
}
const UPWARD = phrases('trở lên');
const MARKS = phrases('tổng điểm | tổng số điểm | số điểm | điểm số | điểm thi đua | điểm chấm');

/** `cuối năm 2025 xã …` */
function isYear(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.key === 'năm' && /^(?:19|20)\d{2}$/.test(tokens[at]?.text ?? '');
}

/**
 * `tập thể không quá 06`, `số tiêu chí đạt chuẩn lên 14/19`, `Số thủ tục quá hạn: 0`: the noun stands before a number
 * that has none behind.
 */
function nounBefore(tokens: readonly Token[], { comparator, from }: Cue, end: number): Unit | null {
  const next = tokens[end];
  const isRaised = LIFTS.test(next?.key ?? '') && tokens[end + 1]?.kind === 'number';
  if (next !== undefined && !isRaised && !/^[,;.()]$|^so$/.test(next.key)) return null;
  // "số tập thể từ 10 lên 15": the noun before the first number.
  if (LIFTS.test(tokens[from]?.key ?? '') && tokens[from - 1]?.kind === 'number')
    return nounBefore(tokens, cueBefore(tokens, from - 1), from);
  // "điện thoại 1900.9068"
  if (phraseBefore(tokens, from, CALLED) > 0) return null;
  const unit = comparator === null ? (nounOfList(tokens, from) ?? recipientOf(tokens, from)) : unitBefore(tokens, from);
  if (unit) return { ...unit, length: 0 };
  for (let at = from - 1; at >= Math.max(0, from - FARTHEST_NOUN); at--) {
    if (/^[,;(]$/.test(tokens[at]?.key ?? '')) return null;
    const unit = tokens[at]?.key === 'số' ? unitAt(tokens, at + 1) : null;
    const isNoun = unit?.kind === 'count' || (unit?.kind === 'unknown' && opensClause(tokens, at));
    if (isNoun) return { ...unit, length: 0 };
  }
  return null;
}
const LIFTS = /^(?:lên|xuống|thành|còn)$/;
const CALLED = phrases('kế hoạch | điện thoại | điện thoại : | số điện thoại | số điện thoại :');
/** "Số bản đồ nền: 7", "Tổng số …": what is counted is named there; "kỹ năng số" is no such thing. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === 'mark';
}
/** `tập thể: 06; cá nhân: 20`: the noun alone before the colon. */
function nounOfList(tokens: readonly Token[], from: number): Unit | null {
  const colon = tokens[from - 1]?.key === ':' ? from - 1 : from;
  if (tokens[colon]?.key !== ':') return null;
  const unit = unitBefore(tokens, colon);
  if (unit && /^(?:[,;:(-]|)$/.test(tokens[colon - 1 - unit.length]?.key ?? '')) return unit;
  // "Tổ tự quản, tổ liên gia: 07": the noun that opens a line of so many.
  const opening = colon > from - 2 && isWordsOnly(tokens, colon) ? unitAt(tokens, openingOf(tokens)) : null;
  return opening?.kind === 'count' ? opening : null;
}
/** `khen tập thể 05, cá nhân 10`, `khối trường học 03`: of these a number behind is no name, as in "thôn 3". */
function recipientOf(tokens: readonly Token[], from: number): Unit | null {
  const kind = phraseBefore(tokens, from, NEVER_NUMBERED);
  const unit = unitBefore(tokens, from);
  const isBlock = unit !== null && tokens[from - unit.length - 1]?.key === 'khối';
  return kind > 0 || isBlock ? unit : null;
}
const NEVER_NUMBERED = phrases(
  'tập thể | cá nhân | hộ gia đình | gia đình | hộ | doanh nghiệp | trường học | cơ quan | hợp tác xã | người dân | cán bộ | công chức | viên chức | giáo viên | học sinh',
);
function openingOf(tokens: readonly Token[]): number {
  return tokens[0]?.kind === 'mark' || tokens[0]?.key === '+' ? 1 : 0;
}
function isWordsOnly(tokens: readonly Token[], to: number): boolean {
  return (
    to < LONGEST_OPENING && tokens.slice(openingOf(tokens), to).every(({ kind, key }) => kind === 'word' || key === ',')
  );
}
const LONGEST_OPENING = 14;
/** `xây mới 4, sửa chữa 6 căn nhà`: two deeds share the noun behind the second. */
function nounAhead(tokens: readonly Token[], at: number, end: number): Unit | null {
  const joint = tokens[end]?.key;
  if ((joint !== ',' && joint !== 'và') || phraseBefore(tokens, at, DOES) === 0) return null;
  const verb = phraseAt(tokens, end + 1, DOES);
  const value = verb > 0 ? valueAt(tokens, end + 1 + verb) : null;
  const unit = value && !value.inWords ? unitAt(tokens, end + 1 + verb + value.length) : null;
  return unit?.kind === 'count' ? { ...unit, length: 0 } : null;
}
/** `4,2/5 sao`: stars are counted only out of a whole; `3 sao` is a grade. */
function starsAt(tokens: readonly Token[], end: number, { fraction }: ReadValue): Unit | null {
  return fraction && tokens[end]?.key === 'sao' ? { kind: 'count', name: 'sao', length: 1, scale: 1 } : null;
}
/** `01 nhất, 02 nhì`: so many first places. */
function firstPlaceAt(tokens: readonly Token[], at: number, end: number): Unit | null {
  const isPlace = tokens[at]?.kind === 'number' && tokens[end]?.key === 'nhất';
  return isPlace ? { kind: 'unknown', name: 'nhất', length: 1, scale: 1 } : null;
}
/** `4,5/5`: what has a part out of so few is no number of things, it is a mean of marks. */
function gradeOutOf(tokens: readonly Token[], at: number, end: number): Unit | null {
  const next = tokens[end];
  if (
    !GRADE_OUT_OF.test(tokens[at]?.text ?? '') ||
    (next && next.kind !== 'mark' && phraseAt(tokens, end, UPWARD) === 0)
  )
    return null;
  return { kind: 'points', name: 'điểm', length: 0, scale: 1 };
}
const GRADE_OUT_OF = /^\d+,\d+\/(?:5|10|100)$/;

const FARTHEST_NOUN = 14;

/**
 * Whether a "không" before the comparator forbids what it compares, across words between them: `không có xã dưới 85%`,
 * `không để thiếu thuốc quá 3 ngày`, `không hộ nào chờ quá 3 lần`. A "không" in the name of the compared share does not
 * (`tỷ lệ hộ không có nhà tiêu dưới 5%`), nor one before an event that must not happen at all, however long it lasts.
 */
export function isForbidden(tokens: readonly Token[], from: number, kind: Figure['kind']): boolean {
  let isAny = false;
  for (let at = from - 1; at >= Math.max(0, from - FARTHEST_NOT) && tokens[at]?.kind === 'word'; at--) {
    isAny ||= tokens[at]?.key === 'nào';
    if (tokens[at]?.key !== 'không') continue;
    const none = phraseAt(tokens, at, NONE);
    const isNamed = tokens[at + 1]?.key !== 'để' && findPhrase(tokens, clauseStart(tokens, at), at, COMPARED) >= 0;
    if (isAny || isNamed) return isAny;
    if (kind === 'percent' || kind === 'points') return none > 0;
    const happens = phraseAt(tokens, at, HAPPENS);
    if (phraseAt(tokens, at + Math.max(none, happens), COMPARED) > 0) return none > 0;
    const isNear = from - at <= FARTHEST_DEED && /^(?:quá|vượt)$/.test(tokens[from]?.key ?? '');
    return happens === 0 && (isNear || (kind === 'time' && tokens[at + 1]?.key === 'để'));
  }
  return false;
}
/** Tokens looked back at. */
const FARTHEST_NOT = 16;
const FARTHEST_DEED = 4;
const HAPPENS = phrases('không để xảy ra | không để phát sinh');

/** `- 40 %`, `đến 65 %`, `% đến 85%`; the far end of a range. */
function rangeEnd(
  tokens: readonly Token[],
  end: number,
  ownUnit: Unit | null,
): { readonly value: ReadValue; readonly unit: Unit; readonly to: number } | null {
  const starts = ownUnit && ownUnit.kind !== 'unknown' ? [end + ownUnit.length, end] : [end];
  for (const start of starts) {
    const joint = phraseAt(tokens, start, TO);
    const value = joint > 0 ? valueAt(tokens, start + joint) : null;
    if (!value || value.fraction) continue;
    const unit = unitAt(tokens, start + joint + value.length);
    if (!unit || (start > end && unit.kind !== ownUnit?.kind)) continue;
    return { value, unit, to: start + joint + value.length + unit.length };
  }
  return null;
}
