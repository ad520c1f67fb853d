/**
 * The documents cited in an evidence cell, one each, as written. Evidence is something that exists: it has a number, a
 * day, a link, or it is named ("Biên bản họp bản", "ảnh chụp"). What is only promised ("sẽ nộp sau"), denied ("chưa có")
 * or points at nothing ("theo quy định", "như trên") is none.
 */
import { foldKey } from '../../base/text/text.ts';

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

/** A number with the symbol of its kind, a day, a link or a file: a document exists, whatever the words around it. */
const CERTAIN =
  /\d{1,6}\s*[/-]\s*[A-ZĐ]{1,10}|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d|https?:|www\.|\.(?:pdf|docx?|xlsx?|jpe?g|png|zip|rar)(?![\p{L}])|số[: ]\s*\d/iu;

/** Words of what is not there yet; of a document with a number they speak of something else. */
const PROMISED =
  /(?<![\p{L}])(?:sẽ|đang|chờ|sắp|dự kiến|(?:bổ sung|nộp|gửi|cung cấp) sau|trình (?:kí|duyệt|lãnh đạo))(?![\p{L}])|^bổ sung(?![\p{L}])/u;
const DENIED =
  /^(?:chưa|không|ko|thiếu|hết)(?![\p{L}])|(?<![\p{L}])(?:chưa (?:có|kịp|lập|ban hành|kí|gửi))(?![\p{L}])/u;

/** Words that name no document: how it is supplied, that it is supplied, where to look. */
const NAMELESS = new Set(
  (
    'có đã và các những của tại theo như trên dưới kèm đính gửi nộp cung cấp đầy đủ đủ rõ quy quí định minh chứng tài liệu hồ sơ ' +
    'liên quan đơn vị xã lưu được với về cho kia nt x v n a kps phát sinh áp dụng đạt rồi yêu cầu thực hiện nêu ở mục phần là này nói vb'
  )
    .normalize('NFC')
    .split(' '),
);

function saysSomething(line: string): boolean {
  if (!/[\p{L}\d]/u.test(line)) return false;
  if (CERTAIN.test(line)) return true;
  const key = foldKey(line);
  if (PROMISED.test(key) || DENIED.test(key)) return false;
  if (STORED.test(key)) return true;
  return key.split(/[^\p{L}\d]+/u).some((word) => /\p{L}/u.test(word) && !NAMELESS.has(word));
}

/** "Có hồ sơ lưu tại đơn vị" says where it can be looked at. */
const STORED = /(?:hồ sơ|tài liệu|văn bản|sổ).*lưu|lưu (?:hồ sơ|tại|trữ)/u;

/**
 * Documents cited inside prose (an explanation column that has to serve for evidence): only lines with a symbol count.
 */
export function citedIn(text: string): readonly string[] {
  return splitEvidence(text).filter((line) => SYMBOL.test(line));
}
