/**
 * Page furniture: numbers of pages and running heads between the lines of a plan, which would stand in the middle of
 * its sentences.
 */

import { tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { PlanLine } from './plan-text.ts';

const PAGE_NUMBER = /^(?:trang|page)? ?[-–—|[(]* ?(\d{1,3})(?: ?(?:\/|of|trên) ?(\d{1,3}))? ?[-–—|\])]*$/i;
/** Words after which a number must come: then a lone number is theirs. */
const WANTS_NUMBER =
  /(?:^|\s)(?:tối thiểu|ít nhất|tối đa|trên|dưới|quá|từ|đến|đạt|ngày|tháng|năm|quý|số|điều|khoản|mức|độ|cấp|thứ|nhóm|top|tốp|mỗi|có|là|còn|khoảng|lớp|lần|bước|tổ|thôn|bản|ấp|khu|≥|≤|>|<)$/i;
/** Words of two syllables broken between them: "mỗi khu⏎3⏎phố" wants none. */
const GOES_ON =
  /(?:^|\s)(?:khu\n(?:phố|vực|dân|công)|tổ\n(?:dân|công|chức|hợp|trưởng)|số\n(?:hóa|hoá|lượng|điện)|mức\n(?:độ|sống)|lớp\n(?:học|tập)|bản\n(?:đồ|tin|sắc|làng)|cấp\n(?:ủy|uỷ|nước|phát)|độ\n(?:tuổi|chính)|điều\n(?:kiện|hành|tra)|trên\n(?:địa|môi|mạng|cơ))(?!\p{L})/iu;
/** A line with a single word is mostly a cell of a table; a number among such lines is a cell too. */
const TEXT_LINE = /\p{L}[^\s]* [^\s]*\p{L}/u;
const LONGEST_HEAD = 90;

/** Drops page numbers and running heads. A running head is a short line that comes back at the page breaks. */
export function dropPageLines(typed: readonly PlanLine[]): readonly PlanLine[] {
  const lines = withPagesParted(typed);
  const numbers = new Set<number>();
  lines.forEach((line, at) => {
    if (isPageNumber(lines, line, at)) numbers.add(at);
  });
  const heads = runningHeads(lines, numbers);
  if (numbers.size === 0 && heads.size === 0) return lines;
  return lines.filter((line, at) => !numbers.has(at) && !(heads.has(line.text) && atPageBreak(lines, numbers, at)));
}

/**
 * A converter may join the last line of a page, its number and the first line of the next page ("thuộc phạm vi 7 bí
 * mật"): where the next page's number stands alone and this number does not, it is separated from the words around it.
 */
function withPagesParted(lines: readonly PlanLine[]): readonly PlanLine[] {
  const parted = [...lines];
  for (let at = parted.length - 1; at > 0; at--) {
    const line = parted[at];
    const page = line && isPageNumber(parted, line, at) ? Number(PAGE_NUMBER.exec(line.text)?.[1]) - 1 : 0;
    const inside = line && page > 0 ? pageWithin(parted, at, page, line.offset) : null;
    if (inside) parted.splice(inside.at, 1, ...inside.lines);
    if (inside) at = inside.at + 2;
  }
  return parted;
}

/** The one place, a page before `end`, where the number stands between words and counts nothing. */
function pageWithin(lines: readonly PlanLine[], below: number, page: number, end: number) {
  const found: { at: number; lines: readonly PlanLine[] }[] = [];
  const between = new RegExp(String.raw`(?<=\p{Ll}) (${page}) (?=\p{Ll})`, 'gu');
  for (let at = below - 1; at >= 0 && found.length < 2; at--) {
    const { text, offset, raw, newPage } = lines[at] ?? ENDS;
    if (offset < end - LONGEST_PAGE || PAGE_NUMBER.test(text)) break;
    if (offset > end - SHORTEST_PAGE || /\t/.test(raw)) continue;
    for (const { index } of text.matchAll(between)) {
      const number = String(page);
      const behind = index + number.length + 2;
      const [before, after] = [text.slice(0, index), text.slice(behind)];
      const unit = unitAt(tokensOf(after.slice(0, LONGEST_CELL), 0, LONGEST_CELL), 0);
      if (WANTS_NUMBER.test(before) || (unit !== null && unit.kind !== 'unknown')) continue;
      const part = (words: string, from: number) => ({
        raw: words,
        text: words,
        offset: offset + from,
        newPage: false,
      });
      found.push({ at, lines: [{ ...part(before, 0), newPage }, part(number, index + 1), part(after, behind)] });
    }
  }
  return found.length === 1 ? found[0] : null;
}
/** In characters. */
const [SHORTEST_PAGE, LONGEST_PAGE] = [1000, 5000];
const ENDS: PlanLine = { raw: '', text: '', offset: Number.NEGATIVE_INFINITY, newPage: false };

function isPageNumber(lines: readonly PlanLine[], line: PlanLine, at: number): boolean {
  const [, number, pages] = PAGE_NUMBER.exec(line.text) ?? [];
  if (number === undefined || number.startsWith('0') || (pages !== undefined && Number(number) > Number(pages)))
    return false;
  const before = lines[at - 1];
  const after = lines[at + 1];
  if (line.newPage || after?.newPage) return true;
  if (!before || !after) return true;
  const broken = GOES_ON.test(`${before.text.slice(-20)}\n${after.text.slice(0, 20)}`);
  if (!broken && WANTS_NUMBER.test(before.text) && !/^\d+(?![\d.)/-])/.test(after.text)) return false;
  // A clause that opens with the number: "…;⏎2⏎chuyên mục", "tháng 11:⏎120⏎người".
  if (/[;:]$/.test(before.text) && /^\p{Ll}{2}/u.test(after.text)) return false;
  if (/[^\d.]/.test(line.text)) return true;
  if (isInRow(lines, at)) return false;
  // A row has its number in a line with its cells; before the first row of a table a page may end.
  if (/\t/.test(before.raw)) return false;
  const around = [lines[at - 2], before, after, lines[at + 2]];
  return around.filter((line) => line === undefined || TEXT_LINE.test(line.text)).length >= 3;
}

/**
 * `1⏎Khu phố kiểu mẫu⏎khu phố⏎3⏎5`: the index and the values of a row, a cell a line, about the unit that stands alone in
 * its line.
 */
function isInRow(lines: readonly PlanLine[], at: number): boolean {
  if (isUnit(lines[at + 2]) && /\d/.test(lines[at + 3]?.text.slice(0, LONGEST_CELL) ?? '')) return true;
  let before = at - 1;
  while (before > at - MOST_VALUES && /^[^\p{L}]*\d[^\p{L}]*$/u.test(lines[before]?.text ?? '')) before--;
  return isUnit(lines[before]);
}

function isUnit(line: PlanLine | undefined): boolean {
  if (line === undefined || line.text.length > LONGEST_CELL) return false;
  const tokens = tokensOf(line.text, 0, line.text.length);
  const unit = unitAt(tokens, 0);
  return unit !== null && unit.kind !== 'unknown' && unit.length === tokens.length;
}
const MOST_VALUES = 12;
const LONGEST_CELL = 40;

function runningHeads(lines: readonly PlanLine[], numbers: ReadonlySet<number>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  lines.forEach((line, at) => {
    if (line.text.length > LONGEST_HEAD || /^[-+•*]|[%;]/.test(line.text) || numbers.has(at)) return;
    if (atPageBreak(lines, numbers, at)) counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text));
}

function atPageBreak(lines: readonly PlanLine[], numbers: ReadonlySet<number>, at: number): boolean {
  return numbers.has(at - 1) || numbers.has(at + 1) || lines[at]?.newPage === true || lines[at + 1]?.newPage === true;
}
