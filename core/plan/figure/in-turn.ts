/**
 * Parallel lists: "A, B và C lần lượt đạt 80%, 75 và 60%", "90%, 80% tương ứng với học phí, viện phí". Which numbers
 * take turns, the name that belongs to each, and the unit that a number without a unit takes over.
 */

import { phrases } from '../lexicon/phrases.ts';
import { PREDICATES } from '../lexicon/verbs.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { type Unit, unitAt } from '../words/unit-words.ts';
import { valueAt } from './figure-value.ts';

export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export interface Turns {
  /** Tokens where its numbers stand. */
  readonly numbers: readonly number[];
  /** For a number without a unit of its own. */
  readonly units: ReadonlyMap<number, Unit>;
  /** What each number is of, in the same order; null = the sentence does not name as many. */
  readonly names: readonly TokenRange[] | null;
  /** The names come after the numbers, and complete the words before the numbers. */
  readonly namesBehind: boolean;
}

/** Words that part a list among the names before or behind it. */
export const IN_TURN = phrases('lần lượt | tương ứng | theo thứ tự');
const NEAR = 8;

/** The parallel list of a sentence; null = it has none. */
export function turnsOf(tokens: readonly Token[]): Turns | null {
  const marker = findPhrase(tokens, 0, tokens.length, IN_TURN);
  if (marker < 0) return null;
  const behind = marker + phraseAt(tokens, marker, IN_TURN);
  const after = membersFrom(tokens, firstNumber(tokens, behind, behind + NEAR));
  if (after.length >= 2)
    return made(tokens, after, namesIn(tokens, clauseFrom(tokens, marker), marker, after.length), false);
  const before = runEndingAt(tokens, marker);
  if (before.length < 2) return null;
  const from = behind + phraseAt(tokens, behind, OF_WHICH);
  return made(tokens, before, namesIn(tokens, from, clauseTo(tokens, from), before.length), true);
}
const OF_WHICH = phrases(
  'với | với các | cho | cho các | đối với | đối với các | là | ở | ở các | tại | tại các | của',
);

interface Member {
  readonly at: number;
  readonly to: number;
  readonly unit: Unit | null;
}

function made(
  tokens: readonly Token[],
  members: readonly Member[],
  names: readonly TokenRange[] | null,
  namesBehind: boolean,
): Turns {
  const units = new Map<number, Unit>();
  // "Số hợp tác xã có trang bán hàng, mã vùng nuôi lần lượt là 3, 2": the noun comes once, at the front.
  const head = names?.[0];
  const counted = head && phraseAt(tokens, head.from, NUMBER_OF) > 0 ? nameUnit(tokens, head) : null;
  const isShared = head !== undefined && counted !== null && findPhrase(tokens, head.from, head.to, PREDICATES) >= 0;
  members.forEach(({ at, unit }, index) => {
    const name = names?.[index];
    const own = name === undefined || namesBehind ? null : isShared ? counted : nameUnit(tokens, name);
    const shared =
      members.slice(index).find((member) => member.unit)?.unit ?? members.findLast((member) => member.unit)?.unit;
    const taken = unit ? null : (shared ?? own);
    if (taken) units.set(at, { ...taken, length: 0 });
  });
  return { numbers: members.map(({ at }) => at), units, names, namesBehind };
}

const NUMBER_OF = phrases('số | số lượng');
/** `Số mô hình dân vận khéo`, `tổ liên gia`: the noun that is counted. */
function nameUnit(tokens: readonly Token[], { from, to }: TokenRange): Unit | null {
  for (let at = from; at < to; at++) {
    const unit = unitAt(tokens, at);
    if (unit?.kind === 'count' && unit.length <= to - at) return unit;
  }
  return null;
}

function firstNumber(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < Math.min(to, tokens.length); at++) if (isNumber(tokens, at)) return at;
  return -1;
}

/** A number, but no year. */
function isNumber(tokens: readonly Token[], at: number): boolean {
  return valueAt(tokens, at) !== null && !/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '');
}

/** Numbers from a place on, parted by a comma or "và", and at most two words (`và duy trì 100%`). */
function membersFrom(tokens: readonly Token[], first: number): readonly Member[] {
  const members: Member[] = [];
  for (let at = first; at >= 0; ) {
    const value = valueAt(tokens, at);
    if (!value) break;
    const end = at + value.length;
    const unit = unitAt(tokens, end);
    const known = unit && unit.kind !== 'unknown' ? unit : null;
    members.push({ at, to: end + (known?.length ?? 0), unit: known });
    const joint = afterBracket(tokens, end + (known?.length ?? 0));
    at = isJoint(tokens, joint) ? firstNumber(tokens, joint + 1, joint + 4) : -1;
  }
  return members;
}

/** The run of numbers that ends close before the marker. */
function runEndingAt(tokens: readonly Token[], marker: number): readonly Member[] {
  for (let at = clauseFrom(tokens, marker); at < marker; at++) {
    if (!isNumber(tokens, at)) continue;
    const members = membersFrom(tokens, at);
    const to = members.at(-1)?.to ?? at;
    if (members.length >= 2 && to <= marker && marker - to <= NEAR) return members;
    at = Math.max(at, to - 1);
  }
  return [];
}

/** The names of a stretch when it has as many; times and verbs before the first of them are left out. */
function namesIn(tokens: readonly Token[], from: number, to: number, count: number): readonly TokenRange[] | null {
  const pieces = piecesOf(tokens, from, to, isJoint);
  const byComma = piecesOf(tokens, from, to, (all, at) => all[at]?.key === ',');
  for (const whole of [pieces, byComma]) {
    const list = whole.map((span, at) => (at === whole.length - 1 && at > 0 ? withoutTime(tokens, span) : span));
    const spare = list.length - count;
    const names = spare < 0 ? [] : list.slice(spare);
    const isTime = (span: TokenRange): boolean => isTimed(tokens, span);
    const isNamed = names.every((span) => tokens[span.from]?.kind === 'word' && !isTime(span));
    if (names.length === count && isNamed && list.slice(0, spare).every(isTime)) return names;
  }
  return null;
}

/** `cửa hàng OCOP | đến năm 2030`: the time behind the last name is not part of it. */
function withoutTime(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  const time = findPhrase(tokens, from + 1, to, TIMES);
  if (time < 0) return { from, to };
  const lead = time - phraseBefore(tokens, time, TIME_LEADS);
  return lead > from ? { from, to: lead } : { from, to };
}
const TIME_LEADS = phrases('đến | đến hết | tới | vào | trong | đến cuối | cuối | hết | các');

/** A time, or a word that opens the sentence; not "01 lần/năm". */
function isTimed(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  for (let at = from; at < to; at++) if (phraseAt(tokens, at, TIMES) > 0 && tokens[at - 1]?.key !== '/') return true;
  return false;
}
const TIMES = phrases('năm | quý | tháng | phấn đấu | đến nay');

function piecesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  parts: (tokens: readonly Token[], at: number) => boolean,
): readonly TokenRange[] {
  const pieces: TokenRange[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && !parts(tokens, at)) continue;
    if (at > start) pieces.push({ from: start, to: at });
    start = at + 1;
  }
  return pieces;
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.key;
  return key === ',' || key === 'và' || key === 'hoặc';
}

/** Behind a bracket that opens here. */
export function afterBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key !== '(') return at;
  for (let next = at; next < Math.min(at + NEAR * 2, tokens.length); next++)
    if (tokens[next]?.key === ')') return next + 1;
  return at;
}

/** Behind the colon before a place, else the start of the sentence. */
function clauseFrom(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && tokens[from - 1]?.key !== ':') from--;
  return from;
}

function clauseTo(tokens: readonly Token[], at: number): number {
  let to = at;
  while (to < tokens.length && !/^[:;()]$/.test(tokens[to]?.key ?? '')) to++;
  return to;
}

/** Whether a number continues the list of the number before, with only a comma or "và" (and a bracket) between them. */
export function isNextTo(tokens: readonly Token[], to: number, from: number): boolean {
  const joint = afterBracket(tokens, to);
  return isJoint(tokens, joint) && joint + 1 === from;
}
