/**
 * The roles of the columns in a table of targets, from its heading row. A column of results reports, it does not
 * oblige.
 */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { horizonsOf, latestTime } from '../time/horizon.ts';
import { onlyYear, type PlanPeriod, yearEnd } from '../time/plan-period.ts';
import { cueBefore } from '../words/comparator.ts';
import { tokensOf } from '../words/token.ts';

export interface Column {
  readonly role: 'index' | 'name' | 'unit' | 'value' | 'time' | 'award' | 'work' | 'bound' | 'amended' | 'other';
  /** Its heading, where that names a time; null = it names none. */
  readonly time: string | null;
  /** What its cells count, where each row is a unit of the commune. */
  readonly heading?: string;
  /** The unit of the commune its cells are for. */
  readonly whom?: string;
  /** Words that compare all its figures: `tối thiểu`. */
  readonly bound?: string;
  /** Its figures are targets only in a part that sets them. */
  readonly isOpen?: true;
}

export const INDEX = /^(?:stt|tt|số tt|số thứ tự)$/i;
export const NAME = /^(?:tên )?(?:chỉ tiêu|nội dung|tiêu chí|mục tiêu|nhiệm vụ|danh mục|lĩnh vực)/i;
export const UNIT = /^(?:đơn vị(?: tính)?|đvt|đv tính|đv)$/i;
/** What was, who does it, what is remarked. */
const TOLD =
  /(?<!\p{L})(?:thực hiện|th|ưth|ước|hiện trạng|hiện có|hiện nay|kết quả|đã đạt|ghi chú|chủ trì|phụ trách|phối hợp|so sánh|tăng|giảm|căn cứ|(?<!tại )nguồn|kinh phí|điểm|giải thích|thời gian|lộ trình)(?!\p{L})/iu;
export const VALUE =
  /(?:^|\D)20\d\d(?:\D|$)|kế hoạch|(?:^|\s)kh(?:\s|$)|chỉ tiêu|mục tiêu|phấn đấu|giao|mức|đến|quý|tháng|cả năm/i;
const YEAR = /(?:^|\D)(20\d\d)(?:\D|$)/;
const PART =
  /^(?:(?:trong đó|kh|kế hoạch|chỉ tiêu|mục tiêu|giao|mức) )*(?:(?:cả )?năm|(?:hết |đến |đến hết )?(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2}|6 tháng)(?: đầu năm)?)$/iu;

/** Columns of a heading row; null when it does not head a table of targets. */
export function columnsOf(headings: readonly string[]): readonly Column[] | null {
  let named = false;
  const columns = headings.map((text, at): Column => {
    const none = { time: null };
    if (INDEX.test(text)) return { role: 'index', ...none };
    if (
      !named &&
      at <= 2 &&
      (NAME.test(text) || WORK.test(text)) &&
      !/^lĩnh vực|^nội dung$/i.test(followed(headings, at) ? text : '')
    ) {
      named = true;
      return { role: 'name', ...none };
    }
    if (UNIT.test(text)) return { role: 'unit', ...none };
    if (named && TIMES.test(text)) return { role: 'time', ...none };
    const value = !TOLD.test(text) && VALUE.test(text);
    return { role: value ? 'value' : 'other', time: timeNamed(text) };
  });
  const has = (role: Column['role']): boolean => columns.some((column) => column.role === role);
  return has('name') && has('value') && (has('unit') || has('time') || columns.some(({ time }) => time !== null))
    ? columns
    : null;
}

/** `Mức đã giao`, `Chỉ tiêu giao năm 2026`: it gives out or changes, and does not say what. */
export const NAMES_NO_THING =
  /^(?:(?:các|số lượng|chỉ tiêu|kế hoạch|mục tiêu|mức|giao|được giao|đã|cũ|mới|lại|trước|sau|nay|hiện hành|ban đầu|đầu năm|điều chỉnh|sửa đổi|bổ sung|thay thế|thành|là|năm 20\d\d|theo|phấn đấu|thực hiện|số \d+\S*)(?:\s|$))+$/iu;

export const WORK = /^(?:các |tên )?(?:công việc|việc|hoạt động|phần việc|đầu việc|bước)(?!\p{L})/iu;
export const TIMES = /^(?:thời (?:hạn|gian)|hạn|tiến độ)(?!\p{L})/iu;

/** The units that receive a share of the targets, a row each. */
const UNIT_NOUNS = `(?:đơn vị|${VILLAGE_PATTERN}|tổ|cụm|trường|xã|phường|chi bộ|chi hội|chi đoàn)(?:[,/ ]+(?:${VILLAGE_PATTERN}|trường|đơn vị|tổ|dân cư))*`;
export const UNITS = new RegExp(`^(?:tên |các )?${UNIT_NOUNS}$`, 'iu');

/** A column with the targets of a single unit of the commune: `Thôn 1`, `Trường Tiểu học`. */
export function isUnitOfCommune(heading: string): boolean {
  return ONE_UNIT.test(heading);
}
const ONE_UNIT = new RegExp(
  `(?<!\\p{L})(?:(?:${VILLAGE_PATTERN}|trường|tổ(?! chức)|cụm|chi bộ) [\\p{Lu}\\d]|^(?:cấp|khối) \\p{L})`,
  'iu',
);

/** Whether the heading names results, not targets. */
export function namesResults(heading: string): boolean {
  return TOLD.test(heading);
}

/** Columns of `STT | Ấp | Hộ có địa chỉ số (%) | …`: each holds the shares of the units. null = no such heading. */
export function sharesOf(headings: readonly string[]): readonly Column[] | null {
  const name = headings.findIndex((text) => UNITS.test(text));
  if (name < 0 || name > 1) return null;
  const columns = headings.map((text, at): Column => {
    if (at <= name) return { role: at === name ? 'name' : 'index', time: null };
    if (TIMES.test(text)) return { role: 'time', time: null };
    const isOther = TOLD.test(text) || !/\p{L}{2}/u.test(text) || SIZES.test(text);
    return { role: isOther ? 'other' : 'value', time: timeNamed(text), heading: text };
  });
  return columns.some(({ role }) => role === 'value') ? columns : null;
}

/** How large each of them is: who and what it consists of, and nothing they do. */
export const SIZES = new RegExp(
  `^(?:tổng )?(?:số )?(?:lượng )?(?:hộ|hộ dân|hộ gia đình|khẩu|nhân khẩu|dân|người|thành viên|hội viên|đoàn viên|đảng viên|học sinh|giáo viên|diện tích|(?:dân số|số dân)(?: [\\p{L} ]+)?|${UNIT_NOUNS})(?: trực thuộc)?(?: \\(.*\\))?$`,
  'iu',
);

/** `Lĩnh vực | Chỉ tiêu`: the second is the name. */
function followed(headings: readonly string[], at: number): boolean {
  const next = headings[at + 1] ?? '';
  return NAME.test(next) && !YEAR.test(next);
}

/** The words of a heading that bind all its figures: `Mức tối thiểu` → `Mức tối thiểu`; null = it has none. */
export function boundNamed(heading: string): string | null {
  const tokens = tokensOf(heading, 0, heading.length);
  for (let end = tokens.length; end > 0; end--) {
    const { comparator, from } = cueBefore(tokens, end);
    if (comparator === '>=' || comparator === '<=') return heading.slice(tokens[from]?.start, tokens[end - 1]?.end);
  }
  return null;
}

/** `≥`, `Từ`, `tối thiểu`: nothing but how the figure beside it compares. */
export function isBound(cell: string): boolean {
  const tokens = tokensOf(cell, 0, cell.length);
  const { comparator, from, fromWord } = cueBefore(tokens, tokens.length);
  return tokens.length > 0 && from === 0 && (comparator !== null || fromWord);
}

/** In a plan for one year `Quý II` is a time. */
const ANY_YEAR: PlanPeriod = { from: '2000-01-01', to: '2000-12-31' };

/** A heading that names a time: `Năm 2026`, `KH 2026`, `Quý II`; null = it names none. */
export function timeNamed(text: string): string | null {
  const isTime = YEAR.test(text) || PART.test(text) || horizonsOf(tokensOf(text, 0, text.length), ANY_YEAR).length > 0;
  return isTime ? text : null;
}

/** ISO day by which a column's figures are wanted; null = it does not say. */
export function dayOf({ time }: Column, period: PlanPeriod): string | null {
  if (time === null) return null;
  const year = YEAR.exec(time)?.[1] ?? onlyYear(period);
  if (year !== null && /(?:6|sáu) tháng(?! cuối)/iu.test(time)) return `${year}-06-30`;
  const stated = latestTime(tokensOf(time, 0, time.length), period);
  return stated ?? (year !== null && YEAR.test(time) ? yearEnd(year, period) : null);
}
