/** The documents cited in an evidence cell, one each, as written. Blanks, dashes and "Không" cite none. */
import { foldKey } from '../../base/text/text.ts';

const NONE = new Set([
  'không',
  'ko',
  'không có',
  'ko có',
  'kps',
  'không phát sinh',
  'chưa có',
  'chưa',
  'x',
  'n/a',
  'không áp dụng',
]);
/** A symbol of a document: `12/KH-UBND`, `45/BC`, `7-QĐ/ĐU`. */
const SYMBOL = /\d{1,6}\s*[/-]\s*[A-ZĐ]{1,10}/;
const STARTS_DOCUMENT =
  /^(?:kế hoạch|quyết định|báo cáo|công văn|thông báo|tờ trình|chương trình|nghị quyết|biên bản|giấy mời|danh sách|hình ảnh|ảnh|kh|qđ|bc|cv|tb)(?![\p{L}])/iu;
const MAX_DOCUMENTS = 100;
const MAX_TEXT = 8_000;

/** `KH 12/KH-UBND; QĐ 3/QĐ-UBND` → two documents. Empty when the cell cites nothing. */
export function splitEvidence(text: string): readonly string[] {
  const lines = text
    .slice(0, MAX_TEXT)
    .replace(/[^\S\r\n]+/g, ' ')
    .split(/[\r\n;]+/);
  return lines
    .flatMap(splitAnd)
    .map((line) => withoutEnd(line.replace(/^[\s\-+*•–—]+/, '')))
    .filter(saysSomething)
    .slice(0, MAX_DOCUMENTS);
}

/** " và " parts two documents only where both sides carry a symbol of their own or begin like a document. */
function splitAnd(line: string): readonly string[] {
  const sides = line.split(' và ');
  const whole = sides.every((side) => SYMBOL.test(side) && STARTS_DOCUMENT.test(side.trim()));
  return sides.length > 1 && whole ? sides : [line];
}

/** Without commas, dots and spaces at the end. By hand: a pattern for it takes quadratic time on long runs inside. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && ' ,.'.includes(line[end - 1] ?? '')) end -= 1;
  return line.slice(0, end);
}

function saysSomething(line: string): boolean {
  return /[\p{L}\d]/u.test(line) && !NONE.has(foldKey(line));
}

/**
 * Documents cited inside prose (an explanation column that has to serve for evidence): only lines with a symbol count.
 */
export function citedIn(text: string): readonly string[] {
  return splitEvidence(text).filter((line) => SYMBOL.test(line));
}
