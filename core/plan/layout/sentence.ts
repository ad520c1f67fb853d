/**
 * Sentences of a plan's parts. A semicolon ends a sentence too, because plans string their targets together with
 * semicolons.
 */

import { withDateDigits } from '../time/spelled-dates.ts';
import { type Token, tokensOf } from '../words/token.ts';
import { CLOSED_TIME } from './broken-line.ts';
import type { Section } from './section.ts';

export interface Sentence {
  readonly section: Section;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

const END = /[;!?]|\.(?=\s*$|\s+[^\p{Ll}\s])|\.(?=\/\.)/gu;
const ABBREVIATION = /(?:^|[\s(])(?:\p{Lu}{1,3}|[Tt][Pp]|[Đđ]\/c|v\.v)$/u;
/** `trong quý II.` ends its sentence. */
const NUMERAL = /(?:quý|giai đoạn|đợt|kỳ|khóa|hạng|loại|lần|phần|nhóm|khu|cấp) [IVX]{1,4}$/iu;
const LONGEST_ABBREVIATED = 16;
/** No sentence of a plan is longer; a longer text is cut, so that the grammar stays linear. */
const LONGEST = 1200;
/** A sentence without any of these holds neither figure nor date, and gives no award. */
const WORTH_READING =
  /\d|phần (?:trăm|tư|ba|năm|mười)|không (?:còn|có|để|xảy ra|phát sinh|\p{L}+ nào)|nửa|gấp|(?<!\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L})|quý [ivx]|đăng ký|sơ kết|tổng kết|kế hoạch|khen|thưởng|huân chương|số lượng|tất cả|toàn (?:bộ|thể)|mọi/iu;

/** `CHỈ TIÊU CHỦ YẾU`, `Chỉ tiêu cụ thể`: a heading in a line of its own is no part of the sentence below it. */
const STANDS_ALONE = /^(?:[^\p{Ll}:]{3,}|\p{Lu}\p{Ll}*(?:,? \p{Ll}+){1,4})$/u;
/** "Hằng năm, tỷ lệ hộ …" below a heading has its own subject; "Đến năm 2030, đạt 80%" does not. */
const OWN_SENTENCE =
  /^(?:Hằng|Hàng|Trong|Đến|Từ) [^,.;:]{2,30}, (?!(?:đạt|phấn đấu|có|tăng|giảm|giữ|duy trì|nâng|còn|là)(?!\p{L}))\p{Ll}/u;

/** The sentences of a part that may hold a figure, a date or an award, with their tokens. */
export function sentencesOf(flat: string, section: Section): readonly Sentence[] {
  return sentenceSpans(flat, section)
    .filter(({ start, end }) => WORTH_READING.test(flat.slice(start, end)))
    .map(({ start, end }) => ({ section, start, end, tokens: sentenceTokens(flat, start, end) }));
}

/** The tokens of each sentence of the text read last: findings and fates are read from the same tokens. */
let made: { readonly flat: string; readonly tokens: Map<number, readonly Token[]> } = { flat: '', tokens: new Map() };

/** Tokens of a stretch, days in words as digits; a stretch read again gives the same tokens. */
export function sentenceTokens(flat: string, start: number, end: number): readonly Token[] {
  if (made.flat !== flat) made = { flat, tokens: new Map() };
  const key = start * LONGEST_TEXT + end;
  const known = made.tokens.get(key);
  if (known) return known;
  const tokens = withDateDigits(tokensOf(flat, start, end));
  made.tokens.set(key, tokens);
  return tokens;
}
/** No text has so many characters. */
const LONGEST_TEXT = 2 ** 26;

/** Where each sentence of a part starts and ends. */
export function sentenceSpans(flat: string, section: Section): readonly Pick<Sentence, 'start' | 'end'>[] {
  const { start: from, body, end: to, heading } = section;
  const isApart =
    STANDS_ALONE.test(heading) || CLOSED_TIME.test(heading) || OWN_SENTENCE.test(flat.slice(body, body + 48));
  const parted = body > from && body < to && isApart ? [from, body, to] : [from, to];
  return parted.slice(1).flatMap((till, at) => [...spans(flat, parted[at] ?? from, till)]);
}

function* spans(flat: string, from: number, to: number): Generator<{ start: number; end: number }> {
  let start = from;
  const text = flat.slice(from, to);
  for (const match of text.matchAll(END)) {
    const end = from + match.index;
    const before = flat.slice(Math.max(start, end - LONGEST_ABBREVIATED), end);
    if (match[0] === '.' && ABBREVIATION.test(before) && !NUMERAL.test(before)) continue;
    if (match[0] === ';' && isAside(flat, start, end, to)) continue;
    yield* cut(flat, start, end);
    start = end + 1;
  }
  yield* cut(flat, start, to);
}

/** "(năm 2025 lần lượt là 97,6%; 76,2%; 61%)": a bracket about a past year continues to its end. */
function isAside(flat: string, start: number, at: number, to: number): boolean {
  const before = flat.slice(Math.max(start, at - LONGEST_ASIDE), at);
  const open = before.lastIndexOf('(');
  if (open < 0 || open < before.lastIndexOf(')') || !OF_A_TIME.test(before.slice(open))) return false;
  return /^[^().]{0,120}(?:\.\d[^().]{0,60})*\)/u.test(flat.slice(at, Math.min(to, at + LONGEST_ASIDE)));
}
const LONGEST_ASIDE = 200;
const OF_A_TIME = /^\((?:số liệu|kết quả|hiện|năm|tính đến|thực hiện|cùng kỳ)/iu;

function* cut(flat: string, start: number, end: number): Generator<{ start: number; end: number }> {
  let from = start;
  while (end - from > LONGEST) {
    // Only the piece is searched: over the whole text, a text without spaces would be searched again for every piece.
    const space = flat.slice(from, from + LONGEST + 1).lastIndexOf(' ');
    const to = from + (space > 0 ? space : LONGEST);
    yield { start: from, end: to };
    from = to;
  }
  if (end > from) yield { start: from, end };
}
