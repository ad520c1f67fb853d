/** What a target of the plan is of, in the words of a criterion: its title, and what a and b count. */

import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { verbPattern } from '../../plan/lexicon/verbs.ts';
import { tokensOf } from '../../plan/words/token.ts';
import { unitAt } from '../../plan/words/unit-words.ts';
import { withoutTimes } from './times-in-words.ts';

/** Words around the figure that say how to compare, not what of. */
const COMPARING =
  'đạt được|đạt|không vượt quá|chiếm tỷ lệ|trên|từ|tối thiểu|ít nhất|không dưới|không thấp hơn|khoảng|phấn đấu|có|là|lên|ở mức|mức|dưới|không quá|tối đa|bảo đảm|đảm bảo|duy trì|chiếm|phủ|xuống còn|còn|hơn|cao hơn|bằng|với|để|đến|nâng|tăng|giảm|đưa|hoàn thành';
const LEADING = new RegExp(String.raw`^(?:[-+•*–]\s*|(?:${COMPARING}|và|các)(?!\p{L})\s*|[≥>≤<:“"(]\s*)+`, 'iu');
const WHEN = String.raw`(?:(?:đến|tới|vào|trong) )?(?:hết |cuối )?(?:quý [IV]+|năm 20\d\d|giai đoạn 20\d\d ?[-–] ?20\d\d)`;
const TRAILING = new RegExp(
  String.raw`(?:\s*(?<!\p{L})(?:${COMPARING}|và|cứ|trong|đạt tỷ lệ|lần lượt|\d+\/|${WHEN})|\s*[≥>≤<:,;“"(])+\s*$`,
  'iu',
);
const FIGURE =
  /^(?:(?:quá|hơn|trên)(?: một)? nửa|\p{L}+ phần (?:tư|\p{L}+)(?! trăm)|\d+ (?:trong|trên)(?: (?:tổng )?số)? \d+|\p{L}+ trên mười|\d+ (?:\p{L}+ ){1,8}?(?:thì )?có \D{0,12}\d+(?= \p{L}))|^\d[\d.,]*(?:\s?(?:-|–|\/|đến)\s?\d[\d.,]*)?\s?(?:%|phần trăm)?(?:\s?\/\s?năm)?(?:\s+trở (?:lên|xuống))?/u;
/** `95 % hộ dân trở lên`; ages and classes keep theirs. */
const UPWARDS = /(?<!tuổi|lớp|[\dG])\s+trở (?:lên|xuống)(?!\p{L})/u;
/** `Y tế, giáo dục: …`: the field, or who does it. */
const LABEL = /^\p{Lu}[^:.]{2,60}: (?=\p{L})/u;
/** Words that say when or where, not what of: the plan's whole sentence says it better. */
const NO_SUBJECT = /^(?:giai đoạn|quý|năm|hết|các? \p{L}+ còn lại|\p{L}+ còn lại|khu trung tâm|cuối|đến)(?!\p{L})/iu;
/** The predicate on the people or papers counted: the noun ends before it. */
const PREDICATE =
  /(?<=\p{L}) (?:được|có(?! công(?!\p{L}))|không(?! (?:chuyên trách|gian|khí)(?!\p{L}))|chấp nhận|hưởng ứng|xếp loại|đạt|sử dụng|tham gia|biết|dùng|thực hiện|đăng ký|ký|cài|hoàn thành|kết nối|thanh toán|giải quyết|xử lý|kích hoạt|suy dinh dưỡng|hiểu|cam kết|phân loại|niêm yết|tiếp cận|ứng dụng|chấp hành|giảm|tăng)(?!\p{L}).*$/u;
const LONGEST = 220;
/** b where the plan does not say of what a share is. */
export const ALL_ASKED = 'Tổng số phải thực hiện';

export interface Wording {
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** The plan's sentence without its figure. */
export function wordingOf(target: PlanTarget): Wording {
  const at = Math.max(0, target.figureOffset - target.offset);
  const before = withoutTimes(
    closed(target.text.slice(0, at))
      .replace(LEADING, '')
      .replace(BASELINE, '')
      .replace(TRAILING, '')
      .replace(LABEL, ''),
  );
  const behind = closed(target.text.slice(at).replace(FIGURE, '').replace(ASIDE, '').replace(UPWARDS, ''))
    .replace(LEADING, '')
    .replace(OTHER_FIGURE, '');
  const after = /\p{L}/u.test(behind) ? behind : '';
  const anew = after !== '' && OPENS_ANEW.test(target.text.slice(0, at));
  const listed = GOES_ON.test(target.text.slice(at).replace(FIGURE, '')) || GONE_BEFORE.test(target.text.slice(0, at));
  // "85% hộ nghèo có điện thoại, 70% có Internet": the subject has who they are.
  // "45% hộ kinh doanh, 90% doanh nghiệp sử dụng hóa đơn điện tử": what they do as well.
  const isNoun = before === '' && after !== '' && target.subject.startsWith(`${ended(after)} `);
  const isVerb = before === '' && target.subject.endsWith(after) && target.subject.length > after.length;
  const what = uncounted(
    (listed || isNoun || (isVerb && after !== '')
      ? target.subject
      : whatOf(target, anew ? '' : ended(before), ended(after))
    )
      .replace(/^(?:tỷ lệ|tỉ lệ)\s+/iu, '')
      .replace(/^riêng (?=\p{Ll})/iu, ''),
  )
    .slice(0, LONGEST)
    .trim();
  // "cáp quang đến 98% hộ": a noun alone says nothing of them.
  if (!what.includes(' ') || NO_SUBJECT.test(what)) {
    const whole = sentence(target.text);
    return { title: whole, numerator: `Số đạt: ${lowered(whole)}`, denominator: ALL_ASKED };
  }
  const narrowed = [target.qualifier, target.exclusion].filter((text) => text !== null && !what.includes(text));
  const noun = nounOf(lowered(what));
  const title = `Tỷ lệ ${lowered(what)}`;
  // "mức độ hài lòng của người dân"
  if (/^(?:(?:mức )?độ |sự |rất )?hài lòng/iu.test(what))
    return { title: sentence(what), numerator: 'Số người trả lời hài lòng', denominator: 'Tổng số người được hỏi' };
  const whole = noun === lowered(what) ? headOf(noun) : noun;
  if (whole === null || isDeed(whole)) return { title, numerator: `Số đạt: ${lowered(what)}`, denominator: ALL_ASKED };
  if (whole === lowered(what)) return { title, numerator: `Số ${lowered(what)}`, denominator: ALL_ASKED };
  const total = whole.startsWith('dân số') ? `Tổng ${whole}` : `Tổng số ${whole}`;
  return { title, numerator: `Số ${lowered(what)}`, denominator: [total, ...narrowed].join(' ') };
}

/** What is counted, all of it: "cán bộ, công chức có chữ ký số" → `cán bộ, công chức`. */
function nounOf(what: string): string {
  const counted = what.replace(/\(.*$/u, '').replace(PREDICATE, '');
  const hasPredicate = counted !== what;
  const [first = '', ...others] = counted.split(/,\s*/u);
  const end = others.findIndex((other) => headOf(other) === null);
  const alike = end < 0 ? others : others.slice(0, end);
  return (hasPredicate ? [first, ...alike].join(', ') : first).trim();
}

/** `số hộ có cáp quang` → `hộ có cáp quang`; `số hóa` is a deed, `số liệu` a thing. */
function uncounted(what: string): string {
  return what.replace(
    /^(?:tổng )?số (?!(?:hóa|hoá|liệu|hiệu|định danh|điện thoại|tài khoản)(?!\p{L}))(?:lượng )?/iu,
    '',
  );
}

/** "sử dụng VNeID", "số hóa kết quả": no thing that is counted. */
function isDeed(what: string): boolean {
  return PREDICATE.test(`x ${what}`) || /^(?:số hóa|số hoá)(?!\p{L})/u.test(what);
}

/** `hồ sơ` of "hồ sơ nộp trực tuyến": whose share it is. null = it begins with nothing that is counted. */
function headOf(what: string): string | null {
  const plain = /^(?:dân số|phụ huynh)(?!\p{L})/u.exec(what)?.[0];
  if (plain) return plain;
  const tokens = tokensOf(what, 0, what.length);
  const unit = unitAt(tokens, 0);
  return unit?.kind === 'count' ? what.slice(0, tokens[unit.length - 1]?.end) : null;
}

/** A figure of a list (`lần lượt đạt 80%, 75%`): only the subject distinguishes them. */
const GOES_ON = new RegExp(
  String.raw`^(?:\s?\([^)]{1,40}\)|\s${WHEN})?\s?(?:,|và|hoặc)\s?(?:(?:${COMPARING}|${WHEN})\s?:?\s?)*\d`,
  'iu',
);
const GONE_BEFORE = new RegExp(
  String.raw`(?<!(?:năm|quý|tháng)\s?[\d/]*)\d\s?%?(?:\s?\([^)]{1,40}\)|\s${WHEN})?\s?(?:,|và|hoặc)\s?(?:(?:${COMPARING}|${WHEN})\s?:?\s?)*$`,
  'iu',
);

/** Of what the figure is: the words before it, those behind it, or both where the first only lead to the second. */
function whatOf({ text, subject, unit }: PlanTarget, before: string, after: string): string {
  // "xây dựng 03 mô hình thôn thông minh"
  if (unit !== '%' && after.startsWith(`${unit} `)) return after;
  // A row of a table: its name, then the cell.
  if (text.startsWith(`${subject} `) && CELL.test(text.slice(subject.length))) return withoutTimes(subject);
  if (after !== '' && !/^[,;(]/.test(after)) {
    if (LEADS_ON.test(before)) return `${before} ${after}`;
    // "Thu gom 98% rác thải sinh hoạt"
    if (unit === '%' && DONE_TO.test(before) && !PREDICATE.test(`x ${after}`))
      return `${after} được ${lowered(before)}`;
    if (
      before.replace(VILLAGE, 'ấp').length <= 12 ||
      EACH_UNIT.test(before) ||
      NO_SUBJECT.test(before) ||
      ENDS_IN_TIME.test(before)
    )
      return after;
  }
  return before || subject;
}
/** A deed alone, done to what stands behind the figure; not those that only compare or lead on. */
const DONE_TO = new RegExp(
  `^(?!(?:được|tham gia|thêm|mới|còn|vượt|giữ|giữ vững|dành|có thêm|giảm được|làm|phát triển|giảm nghèo|vận động|tuyên truyền|cử)$)(?:${verbPattern('counting')}|phân loại|xử lý|rà soát)$`,
  'iu',
);
/** All names of villages are replaced, so that a longer name does not count as more words. */
const VILLAGE = new RegExp(String.raw`(?<!\p{L})(?:${VILLAGE_PATTERN})(?!\p{L})`, 'giu');
/** "Mỗi tổ dân phố có 85% hộ …": of whom, not what. */
const EACH_UNIT = /^(?:mỗi|từng) [^,]{2,30}$/iu;
const CELL = new RegExp(
  String.raw`^\s(?:\([^()]{1,24}\)\s)?(?:(?:${COMPARING}|[≥>≤<])\s?)*\d[\d.,]*(?:\s?[-–]\s?[\d.,]+)?(?:\s\D{0,30})?\s*%?$`,
  'iu',
);
/** A heading and a time: "Chuyển đổi số Đến tháng 6/2025". */
const ENDS_IN_TIME = /\s(?:Đến|Trong|Năm|Hết|Quý|Từ)\s[^,]*$/u;
/** `Chợ Phú: tối thiểu`, `Truyền thông Trên`: what of stands behind the figure. */
const OPENS_ANEW =
  /(?::\s*(?:đạt|tối thiểu|ít nhất|trên|từ|không dưới|hơn|≥|>)?|\s(?:Trên|Tối thiểu|Ít nhất|Không dưới|Hơn|Phấn đấu))\s*$/u;
/** `100% (15/15) khu phố` */
const ASIDE = /^\s*\([^)]{1,40}\)/u;
/** `… (năm 2030: 90%)` */
const OTHER_FIGURE = /\s*\([^()]*\d\s?%[^()]*\)\s*$/u;
const LEADS_ON = /(?:^|\s)(?:cho|của|tại|tới|đối với|gồm)$/iu;

function ended(text: string): string {
  return text.replace(/[\s.;,]+$/u, '').trim();
}

/** `… từ 32 %`, `… (hiện đạt 41 %`: where things stand today. */
const BASELINE = /\s+(?:từ|hiện (?:là|đạt)?)\s*\d[\d.,]*\s?%?\s*(?:\([^()]{1,30}\)\s*)?(?:lên)?\s*$/u;

/** Without a bracket that is not closed. */
function closed(text: string): string {
  const open = text.lastIndexOf('(');
  return open > text.lastIndexOf(')') ? text.slice(0, open) : text;
}

/** `Hồ sơ` → `hồ sơ`; names keep their capitals. */
export function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** With a capital, without bullet and full stop. */
export function sentence(text: string): string {
  const plain = text
    .replace(/^[-+•*–\s]+/u, '')
    .replace(/[\s.;,]+$/u, '')
    .slice(0, LONGEST);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
