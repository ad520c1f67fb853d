/**
 * The words of a value cell that are no number: not arising, yes, no, bounds, units. Closed lists on purpose: another
 * word is text.
 */

import { bareKey, foldKey, squashKey } from '../../base/text/text.ts';
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Comparator } from '../../movement/rule.ts';
import { speltNumber } from '../../sheet/grid/spelt-number.ts';

function keys(words: string, key: (word: string) => string = foldKey): ReadonlySet<string> {
  return new Set(words.split('|').map((word) => key(word)));
}

const NOT_ARISING = keys(
  'KPS|K/PS|không phát sinh|ko phát sinh|không PS|chưa phát sinh|không có|ko có|không có phát sinh|không áp dụng|không đánh giá|N/A',
);
const YES = keys(
  'x|xx|v|✓|✔|☑|☒|√|1|có|đạt|đã đạt|rồi|đã có|đã thực hiện|đã ban hành|hoàn thành|đã hoàn thành|đúng|đảm bảo|bảo đảm|đáp ứng',
);
const NO = keys(
  'không|ko|không có|ko có|chưa|0|không đạt|chưa đạt|chưa có|chưa thực hiện|không thực hiện|chưa ban hành|chưa hoàn thành|không hoàn thành|không đảm bảo|chưa đảm bảo|không bảo đảm|không đáp ứng|sai|☐|□|✗|✘',
);
const BARE_YES = new Set([...YES].map((word) => bareKey(word)).filter((word) => word.length > 1));
const BARE_NO = new Set([...NO].map((word) => bareKey(word)).filter((word) => word.length > 1));
/** A choice printed in the form and left as it is. */
const UNMADE_CHOICE = keys('Có/Không|Có / Không|Đạt/Không đạt|Đạt / Không đạt|Đạt/Chưa đạt');

/** `-`, `KPS`, `không phát sinh`, `Không có`: nothing arose, in any column. */
export function isNotArising(text: string): boolean {
  return /^[-\u2010-\u2015\u2212]{1,3}$/.test(text) || NOT_ARISING.has(foldKey(text).replace(/\.$/, ''));
}

const DELAY = /chậm|muộn|trễ|quá hạn/u;
const SENT = `^(?:(?:đã|nộp|gửi|báo cáo) )*`;
const IN_TIME = new RegExp(`${SENT}(?:(?:đúng|trước)(?: thời)? hạn|kịp thời|không (?:bị )?(?:${DELAY.source}))$`, 'u');
const DAYS_LATE = new RegExp(String.raw`${SENT}(?:${DELAY.source})(?: hạn)? (\d{1,3}) ngày$`, 'u');

/** Where days of delay are counted, `đúng hạn` is none and `chậm 3 ngày` three; undefined for other words. */
export function daysLate(text: string, unit = ''): number | undefined {
  if (!DELAY.test(foldKey(unit))) return undefined;
  const key = foldKey(text).replace(/[.;]$/, '');
  if (IN_TIME.test(key)) return 0;
  const [, days] = DAYS_LATE.exec(key) ?? [];
  return days === undefined ? undefined : Number(days);
}

/** Answer in a yes/no column; undefined when the words say neither. */
export function readYesNo(text: string): 'yes' | 'no' | 'missing' | undefined {
  const key = foldKey(text).replace(/[.;*]$/, '');
  if (UNMADE_CHOICE.has(key)) return 'missing';
  const choice = tickedChoice(text);
  if (choice !== undefined) return choice === '' ? 'missing' : answerOf(foldKey(choice));
  const answer = answerOf(key) ?? answerInParts(key);
  if (answer) return answer;
  // "Có (QĐ số 15)": the document behind the answer is its evidence.
  const [, word, behind = ''] = /^([^(]{1,20}?) ?\(([^()]{1,120})\)$/u.exec(key) ?? [];
  if (word !== undefined && !/(?<![\p{L}])(?:không|chưa|ko|có)(?![\p{L}])/u.test(behind)) return answerOf(word);
  return undefined;
}

const BOX = /[☐□☑☒✓✔✗✘]|\[ ?[xv]? ?\]/giu;
const EMPTY_BOX = /^(?:[☐□]|\[ *\])$/u;

/**
 * `☑ Có  ☐ Không`, `Tốt [ ] Khá [x]`: the words of the one box that is ticked, '' where none is; undefined for a text
 * that is no list of boxes, or has several ticked.
 */
export function tickedChoice(text: string): string | undefined {
  const boxes = [...text.matchAll(BOX)].map(([box]) => box);
  if (boxes.length < 2) return undefined;
  const between = text.split(BOX).map((words) => words.replace(/^[\s,;:/.-]+|[\s,;:/.-]+$/g, ''));
  const words = between[0] === '' ? between.slice(1) : between.slice(0, -1);
  const isList = words.every((word) => /\p{L}/u.test(word)) && (between[0] === '' || between.at(-1) === '');
  const ticked = words.filter((_, at) => !EMPTY_BOX.test(boxes[at] ?? ''));
  return isList && ticked.length < 2 ? (ticked[0] ?? '') : undefined;
}

function answerOf(key: string): 'yes' | 'no' | undefined {
  if (YES.has(key)) return 'yes';
  if (NO.has(key)) return 'no';
  // Typed without diacritics: "Co", "Khong", "Chua dat".
  if (!/^[a-z ]{2,}$/.test(key)) return undefined;
  return BARE_YES.has(bareKey(key)) ? 'yes' : BARE_NO.has(bareKey(key)) ? 'no' : undefined;
}

/** How well or how far something was done: of an answer it changes nothing. */
const MANNER =
  /(?<=\p{L}) (?:đầy đủ|tốt|xong|rồi|toàn bộ|kịp thời|nghiêm túc|thường xuyên|đúng (?:quí|quy) định|theo (?:quí|quy) định|đúng hạn|đúng thời hạn)$/u;

/** "Có, đã ban hành", "Đã thực hiện đầy đủ": every part is an answer, and all are the same. */
function answerInParts(key: string): 'yes' | 'no' | undefined {
  const answers = key.split(/\s*[,;]\s*|\s+[-–—]\s+/).map((part) => {
    const bare = part.replace(MANNER, '');
    const answer = answerOf(bare);
    // "Chưa đầy đủ" is no answer: something was done.
    return bare !== part && answer !== 'yes' ? undefined : answer;
  });
  return answers.every((answer) => answer !== undefined && answer === answers[0]) ? answers[0] : undefined;
}

const BOUND_BEFORE: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:≥|>=|=>)/, 'gte'],
  [/^(?:≤|<=|=<)/, 'lte'],
  [/^>/, 'gt'],
  [/^</, 'lt'],
  [/^(?:đạt )?(?:tối thiểu|ít nhất|không dưới|không thấp hơn|từ) /, 'gte'],
  [/^(?:đạt )?(?:không quá|tối đa|nhiều nhất|không vượt quá) /, 'lte'],
  [/^(?:đạt )?(?:trên|hơn|lớn hơn|vượt) /, 'gt'],
  [/^(?:đạt )?(?:dưới|nhỏ hơn|ít hơn|thấp hơn) /, 'lt'],
  [/^phấn đấu (?:đạt )?/, 'soft'],
];
const BOUND_BEHIND: readonly (readonly [RegExp, Comparator])[] = [
  [/ ?trở lên$/, 'gte'],
  [/ ?trở xuống$/, 'lte'],
];

/** `≥90`, `trên 90%`, `từ 80% trở lên` → comparator and what is left; undefined when nothing bounds it. */
export function readBound(text: string): { readonly comparator: Comparator; readonly rest: string } | undefined {
  let rest = text.toLowerCase();
  let comparator: Comparator | undefined;
  for (const [pattern, kind] of [...BOUND_BEFORE, ...BOUND_BEHIND]) {
    if (!pattern.test(rest)) continue;
    rest = rest.replace(pattern, '').trim();
    comparator ??= kind;
  }
  return comparator === undefined ? undefined : { comparator, rest };
}

/**
 * Things that are counted or measured, as they stand behind a number. Multipliers alone (`nghìn`, `triệu`) are left
 * out: 15 nghìn ≠ 15.
 */
const UNITS = keys(
  'đ|điểm|đồng|VNĐ|nghìn đồng|ngàn đồng|triệu đồng|tỷ đồng|tr.đ|người|lượt|lượt người|nhân khẩu|khẩu|hộ|hộ gia đình|gia đình|' +
    `${VILLAGE_PATTERN}|tổ|xã|cụm|` +
    'thành viên|công dân|người dân|cán bộ|công chức|viên chức|CBCC|CBCCVC|đồng chí|đ/c|' +
    'đảng viên|chi bộ|hội viên|đoàn viên|học sinh|em|giáo viên|học viên|bệnh nhân|khách hàng|doanh nghiệp|DN|hợp tác xã|HTX|cơ sở|' +
    'đơn vị|cơ quan|trường|trường học|văn bản|kế hoạch|quyết định|báo cáo|hồ sơ|HS|thủ tục|TTHC|dịch vụ|DVC|lần|cuộc|buổi|hội nghị|' +
    'lớp|lớp tập huấn|tin|bài|tin bài|tin, bài|bài viết|bài đăng|video|clip|tài khoản|thẻ|giao dịch|phiếu|ý kiến|sáng kiến|mô hình|' +
    'sản phẩm|gian hàng|máy|máy tính|chiếc|cái|bộ|camera|điểm wifi|giờ|phút|ngày|tuần|tháng|quý|năm|km|m|m2|m²|ha|kg|tấn|chỉ tiêu|tiêu chí',
  squashKey,
);
const PER = /^(.*?) ?\/ ?(tuần|tháng|quý|năm|người|hộ|lần|ngày)$/;

/**
 * Unit behind a number, tidied (`lần/ năm` → `lần/năm`); undefined when it is none we know and not the criterion's own.
 * `%` is a unit.
 */
export function readUnit(text: string, own: string | undefined): string | undefined {
  if (text.length > 40) return undefined;
  const tidy = text.replace(/ ?\/ ?/g, '/').trim();
  const name = tidy.replace(/^phần trăm/i, '%');
  const base = PER.exec(name)?.[1]?.trim() ?? name;
  const isOwn =
    own !== undefined && [name, base].some((text) => squashKey(text) !== '' && squashKey(own) === squashKey(text));
  if (base === '%' || isOwn) return name;
  // A share of the plan is another share.
  if (/^%.*(?:kế hoạch|chỉ tiêu)/iu.test(base)) return undefined;
  const key = squashKey(base);
  return key !== '' && UNITS.has(key) && !/[()\d]/.test(base.replace(/m[2²]$/, '')) ? name : undefined;
}

/** Words before a figure that say nothing of their own: `Đạt 85%`, `Kết quả: 12 hồ sơ`, `Tổ chức được 3 buổi`. */
const LEAD =
  /^(?:= ?|(?:(?:kết quả|tổng số|tổng cộng|tổng|số lượng|tỷ lệ|tỉ lệ|đã|đạt|được|là|có|thực hiện|hoàn thành|tổ chức|triển khai|tham gia)(?: ?:)? )+)(?=\d)/i;

/** When, where, or that the plan was reached: of the figure before it this changes nothing. Spelt as foldKey spells. */
const TIME = String.raw`(?:ngày \d{1,2}(?:[/.-]\d{1,4}){1,2}|tháng \d{1,2}(?:[/.-]\d{4})?|quí (?:[ivx]{1,3}|\d)(?:[/.-]\d{4})?|năm \d{4})`;
const REMARK = new RegExp(
  String.raw`^(?:(?:(?:vào|trong) )?${TIME}(?:(?:,| và|;) ?${TIME}){0,11}|(?:tại|ở)(?: [\p{L}]{1,7}){1,8}|(?:đạt|vượt|hoàn thành) (?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu))$`,
  'u',
);
const UNSURE = /(?<![\p{L}])(?:không|chưa|dự kiến|sẽ|ước)(?![\p{L}])/u;
/** `71% số hộ`, `86% trên tổng số`: what the share is of. Of a plan it is another share. */
const SHARE_OF = /^([+-]?\d[\d., ]*?%) ?(?:trên )?(?:tổng )?số(?: \p{L}{1,7}){0,5}$/iu;

/** `2 buổi, đạt kế hoạch`, `5 buổi (tháng 3, tháng 9)`, `77% (đạt)`: the figure without such a remark. */
export function withoutRemark(text: string): string {
  const [, share] = SHARE_OF.exec(text) ?? [];
  if (share !== undefined) return /kế hoạch|chỉ tiêu|mục tiêu/iu.test(text) ? text : share;
  const [, figure = '', bracket, behind = bracket] =
    /^([+-]?\d[^(:;]{0,40}?) ?(?:\(([^()]{1,60})\)|[,;:] ([^(),;:]{1,60}))$/u.exec(text) ?? [];
  if (figure === '' || behind === undefined) return text;
  const remark = foldKey(behind);
  const isSaid = REMARK.test(remark) || (bracket !== undefined && !/\d/.test(remark) && answerOf(remark) !== undefined);
  return isSaid && !UNSURE.test(remark.replace(/^(?:không|chưa) đạt$/u, '')) ? figure : text;
}

/** `4 buổi (quý I: 1, quý II: 2, quý III: 1)`: the figure without what it is the sum of. */
export function withoutParts(text: string): string {
  const [, whole = '', parts = ''] = /^(\d[^()]{0,40}?) ?\(([^()]{5,120})\)$/u.exec(text) ?? [];
  const figures = parts.split(/[,;]/).map((part) => /[:：] ?(\d{1,4})(?: \p{L}+)*\s*$/u.exec(part)?.[1]);
  if (figures.length < 2 || figures.includes(undefined)) return text;
  const sum = figures.reduce((all, figure) => all + Number(figure), 0);
  return sum === Number(/^\d+/.exec(whole)?.[0]) ? whole : text;
}

export function withoutLead(text: string): string {
  return text.replace(LEAD, '');
}

/** `20 (người)`: the unit without its brackets. */
export function withoutBrackets(text: string): string {
  return text.replace(/^((?:\D*\d){1,9}[^()]*)\(([^()\d]{1,30})\)$/, '$1$2');
}

/** `05 (năm) buổi`: the same number in words says nothing new; another one stays and is no unit. */
export function withoutSpelling(text: string): string {
  const [, digits = '', words = '', rest = ''] = /^(\d{1,9}) ?\(([^()\d]{1,60})\)(.*)$/u.exec(text) ?? [];
  return digits !== '' && speltNumber(words) === Number(digits) ? `${digits}${rest}` : text;
}

/** Words that state a number right behind them. Spelt as foldKey spells. */
const STATING = '(?<!\\p{L})(?:chỉ|còn|mới|được|đạt|là|có|lại|thực tế|đúng|khoảng|gần|hơn|bằng|thành)';
/** Ends before such a number. */
export const STATED = new RegExp(`${STATING}[ :=]+$`, 'u');
/** A text with a share, or with such a number. */
export const STATES = new RegExp(`\\d ?%|${STATING}(?: \\p{L}+){0,2} [\\dmhbnstc]`, 'u');
