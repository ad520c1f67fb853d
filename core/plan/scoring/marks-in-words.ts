/**
 * Marks in sentences: `a) Hồ sơ nộp trực tuyến đạt từ 85%: 15 điểm. Cứ thiếu 1% trừ 0,5 điểm.`, `Thang điểm 100, gồm: …
 * 40 điểm, … 60 điểm`. A clause with a number of points is an item, a step or a rate of the item before it, a bonus, a
 * deduction or the total; a clause that requires a number of points is a standard, and none of these.
 */
import { type Points, toPoints } from '../../base/quantity/points.ts';
import { cueBefore, UPWARDS } from '../words/comparator.ts';
import { phraseAt, type Token, tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { isStep, kindOfMark, type PlanMark } from './plan-marks.ts';

/** What one part of the plan says of marks. */
export interface WordedMarks {
  readonly total: Points | null;
  readonly bonusCap: Points | null;
  readonly marks: readonly WordedMark[];
  /** Words before the first mark, and those that hang on what stands above: a rate, steps. */
  readonly rule: string;
  /** What each case adds, said in a line of its own behind them. */
  readonly bonus?: WordedMark;
}

export interface WordedMark extends Pick<PlanMark, 'text' | 'points' | 'kind' | 'rule'> {
  readonly start: number;
  /** A colon behind its mark: what follows is what it is made up of. */
  readonly opens: boolean;
}

/** Behind a mark a comma or a colon ends the clause too. */
const ENDS = /;|\.(?=\s|$)|(?:[,:]| và )(?<=\d ?(?:điểm|đ)(?:\s?\/\s?\p{L}{1,9}(?: \p{L}{1,9})?)?\)?(?:[,:]| và ))/gu;
const TOTAL =
  /^(?:.{0,60}?[\s(])?(?:thang(?: điểm)?|tổng(?: số)?(?: điểm)?(?: tối đa)?|điểm (?:chuẩn|tối đa))(?: (?:là|tối đa|chấm))*:? ?(\d{2,4})(?: điểm| đ)?(?![\d%/])\)?(?:(?:\s*[,:(]\s*|\s+)?(?:(?:bao )?gồm|trong đó|chia (?:thành|làm))?\s*:?\s*(?:(?:các|\d+) [^:;,.\d]{2,30}(?::|$))?)/iu;
const POINTS = /\d ?(?:điểm|đ)(?!\p{L})/iu;
const BONUS_CAP =
  /^tổng (?:số )?(?:điểm )?(?:cộng|thưởng|điểm cộng|điểm thưởng)(?: thêm)? (?:không quá|tối đa) ([\d,]+)/iu;
const RATE =
  /^(?:cứ|mỗi|từng|nếu|chậm|muộn|trễ|thiếu)\s.*(?:trừ|cộng)|(?:^|\s)(?:trừ|cộng)\s[\d,]+ (?:điểm|đ)(?:\s?\/|\s(?:mỗi|cho mỗi|một)\s)|\smỗi \p{L}+ (?:bị )?(?:trừ|cộng)/iu;
/** `Cứ 1% đạt được 0,2 điểm`, after the mark it belongs to. */
const EACH = /^(?:cứ|mỗi|từng)\s[^:]*$/iu;
const CAP = /^(?:(?:nhưng )?(?:trừ|cộng)? ?(?:không quá|tối đa|nhiều nhất)|không vượt quá)\s*[\d,]+ (?:điểm|đ)/iu;
/** What stands between the words of an item and its mark. */
const JOINT = /[\s:(=,–-]+$|[\s(](?:tối đa|không quá|được|cộng|chấm|là|cho|tính|số điểm)$/iu;
const LEAD =
  /^(?:[-–+•,:;.)]|và |(?:(?:bao )?gồm|trong đó)(?!\p{L})|(?:trừ|cộng)(?: thêm)?(?: tối đa| không quá)?)\s*/iu;

/** `from` = where the words of the part start. */
export function marksIn(flat: string, from: number, to: number): WordedMarks {
  if (!/điểm/iu.test(flat.slice(from, to))) return NONE;
  let total: Points | null = null;
  let bonusCap: Points | null = null;
  const marks: WordedMark[] = [];
  const rules: string[] = [];
  let waiting = from;
  const tell = (words: string): void => {
    const last = marks.at(-1);
    if (last) marks[marks.length - 1] = { ...last, rule: last.rule === '' ? words : `${last.rule}; ${words}` };
    else rules.push(words);
  };
  for (const clause of clausesOf(flat, from, to)) {
    let { start } = clause;
    const whole = TOTAL.exec(flat.slice(start, clause.end));
    if (whole) {
      total = toPoints(Number(whole[1]));
      start += whole[0].length;
      waiting = start;
    }
    const words = flat.slice(start, clause.end).trim();
    if (words === '') continue;
    const cap = BONUS_CAP.exec(words)?.[1];
    if (cap !== undefined) {
      bonusCap = pointsOf(cap);
      continue;
    }
    const found = POINTS.test(words) ? pointsIn(tokensOf(flat, start, clause.end)) : null;
    if (found === 'standard') {
      waiting = clause.end + 1;
      continue;
    }
    if (!found) {
      // Words behind a mark describe its scoring, words before a mark belong to it.
      if (marks.length > 0 && GIVEN.test(words)) tell(words);
      continue;
    }
    const before = flat.slice(Math.min(waiting, start), found.start);
    const last = marks.at(-1);
    const capped = last && CAP.test(words) ? cappedMark(last, words) : null;
    if (capped) marks[marks.length - 1] = capped;
    else if (CAP.test(words) || isRate(words, last)) tell(words);
    else if (isStep(titleOf(before, '')) || (marks.length > 0 && isStep(titleOf(flat.slice(start, found.start), ''))))
      tell(words);
    else marks.push(itemOf(flat, { from: Math.min(waiting, start), end: clause.end, colon: clause.colon }, found));
    waiting = clause.end + 1;
  }
  return { total, bonusCap, marks, rule: rules.join('; ') };
}
function isRate(words: string, last: WordedMark | undefined): boolean {
  return (RATE.test(words) && !/^(?:trừ|cộng)/iu.test(words)) || (last !== undefined && EACH.test(words));
}

/** “mỗi sáng kiến 10 điểm, tối đa 30 điểm”: the mark is worth the 30; null = what is capped is not counted. */
function cappedMark(mark: WordedMark, words: string): WordedMark | null {
  const [, text = '', each = ''] = COUNTED.exec(mark.text) ?? [];
  const most = /\d+(?:,\d+)?/u.exec(words)?.[0];
  if (each === '' || most === undefined || mark.points === null) return null;
  const rule = `${each} ${String(mark.points / 100).replace('.', ',')} điểm; ${words}`;
  return { ...mark, text, points: pointsOf(most), rule };
}
const COUNTED = /^(.*?\p{L})[\s:,]+(mỗi \p{L}.*)$/iu;

/** No part of them. */
export const NONE: WordedMarks = { total: null, bonusCap: null, marks: [], rule: '' };
const GIVEN = /theo tỷ lệ|tương ứng|hội đồng|không tính điểm|thì (?:không|được|trừ)/iu;

interface Clause {
  readonly start: number;
  readonly end: number;
  readonly colon: boolean;
}

function clausesOf(flat: string, from: number, to: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  for (const match of flat.slice(from, to).matchAll(ENDS)) {
    const end = from + match.index;
    clauses.push({ start, end, colon: match[0] === ':' });
    start = end + match[0].length;
  }
  if (start < to) clauses.push({ start, end: to, colon: false });
  return clauses;
}

interface Numbered {
  readonly points: Points;
  /** Where the number and the words of the points start and end. */
  readonly start: number;
  readonly end: number;
}

/** The number of points of a clause; `standard` = points that have to be reached: `từ 90 điểm`, `80 điểm trở lên`. */
function pointsIn(tokens: readonly Token[]): Numbered | 'standard' | null {
  for (const [at, token] of tokens.entries()) {
    const unit = tokens[at + 1];
    if (token.kind !== 'number' || !unit || !/^\d{1,3}(?:,\d{1,2})?$/.test(token.text)) continue;
    const isSigned = /^(?:trừ|cộng|thưởng)$/.test(tokens[at - 1]?.key ?? '') && unit.key === 'điểm';
    if (!isSigned && unit.key !== 'đ' && unitAt(tokens, at + 1)?.kind !== 'points') continue;
    const { comparator, fromWord } = cueBefore(tokens, at);
    const isReached = fromWord || (comparator !== null && comparator !== '<=') || phraseAt(tokens, at + 2, UPWARDS) > 0;
    const isRange = tokens[at - 1]?.key === '-' && tokens[at - 2]?.kind === 'number';
    if (isReached || isRange || /^(?:đến|tới|đạt)$/.test(tokens[at - 1]?.key ?? '')) return 'standard';
    return { points: pointsOf(token.text), start: token.start, end: unit.end };
  }
  return null;
}

/** `0,5` → 50. */
export function pointsOf(words: string): Points {
  return toPoints(Number(words.replace(',', '.')));
}

function itemOf(
  flat: string,
  { from, end, colon }: { readonly from: number; readonly end: number; readonly colon: boolean },
  { points, start, end: behind }: Numbered,
): WordedMark {
  const before = flat.slice(from, start);
  const sign = /(?:^|\s)(trừ|cộng|thưởng)(?: thêm)?(?: tối đa| không quá)?\s*$/iu.exec(before)?.[1]?.toLowerCase();
  const title = titleOf(before, flat.slice(behind, end));
  const place = from + Math.max(0, flat.slice(from, end).search(/[\p{L}\d“"]/u));
  const kind = sign === 'trừ' ? 'deduction' : sign ? 'bonus' : kindOfMark(title);
  return { text: title, points, kind, rule: '', start: place, opens: colon };
}

/** The words of the item, before its mark or, where nothing stands there, behind it. */
function titleOf(before: string, after: string): string {
  const words = without(before);
  const rest = after
    .replace(/^[\s):,.]+/u, '')
    .replace(/^(?:đối với|cho|nếu|khi|với|mỗi)\s+/iu, '')
    .trim();
  if (!/\p{L}{2}/u.test(words)) return capital(rest);
  return capital(SIGNS_ALONE.test(words) && rest !== '' ? rest : words);
}

/** `Điểm cộng, điểm trừ: …` says no more than the signs do. */
const SIGNS_ALONE = /^(?:(?:,? |và )*(?:điểm )?(?:thưởng|cộng|trừ))+$/iu;

function without(words: string): string {
  let left = words.trim();
  for (let last = ''; last !== left && !SIGNS_ALONE.test(left); ) {
    last = left;
    left = left.replace(LEAD, '').replace(JOINT, '').trim();
  }
  return left;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
