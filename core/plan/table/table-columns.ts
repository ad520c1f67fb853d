/**
 * The roles of the columns in a table of targets, from its heading row. A column of results reports, it does not
 * oblige.
 */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { horizonsOf, latestTime } from '../time/horizon.ts';
import { onlyYear, type Period, yearEnd } from '../time/plan-period.ts';
import { tokensOf } from '../words/token.ts';

export interface Column {
  readonly role: 'index' | 'name' | 'unit' | 'value' | 'time' | 'award' | 'other';
  /** Its heading, where that names a time; null = it names none. */
  readonly time: string | null;
  /** What its cells count, where each row is a unit of the commune. */
  readonly heading?: string;
  /** The unit of the commune its cells are for. */
  readonly whom?: string;
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
const PART = /^(?:cả năm|(?:hết |đến |đến hết )?(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2}|6 tháng)(?: đầu năm)?)$/iu;

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

/** Columns of `TT | Nhiệm vụ | … | Thời hạn hoàn thành`; null = no such heading. */
export function tasksOf(headings: readonly string[]): readonly Column[] | null {
  const name = headings.findIndex((text) => NAME.test(text) || WORK.test(text));
  const time = headings.findIndex((text) => TIMES.test(text));
  if (name < 0 || name > 2 || time < 0 || time === name) return null;
  return headings.map((text, at): Column => {
    const role = at === name ? 'name' : at === time ? 'time' : INDEX.test(text) ? 'index' : 'other';
    return { role, time: null };
  });
}
export const WORK = /^(?:các |tên )?(?:công việc|việc|hoạt động|phần việc|đầu việc|bước)(?!\p{L})/iu;
const TIMES = /^(?:thời (?:hạn|gian)|hạn|tiến độ)(?!\p{L})/iu;

/** The units that receive a share of the targets, a row each. */
const UNITS = new RegExp(
  `^(?:tên )?(?:đơn vị|các đơn vị|${VILLAGE_PATTERN}|tổ|cụm|trường|xã|phường)(?:[,/ ]+(?:${VILLAGE_PATTERN}|trường|đơn vị|tổ|dân cư))*$`,
  'iu',
);

/** A column with the targets of a single unit of the commune: `Thôn 1`, `Trường Tiểu học`. */
export function isUnitOfCommune(heading: string): boolean {
  return ONE_UNIT.test(heading);
}
const ONE_UNIT = new RegExp(`^(?:${VILLAGE_PATTERN}|trường|tổ|cụm|chi bộ) [\\p{Lu}\\d]`, 'iu');

/** Whether the heading names results, not targets. */
export function isTold(heading: string): boolean {
  return TOLD.test(heading);
}

/**
 * Columns of `STT | Ấp | Hộ có địa chỉ số (%) | …`: each holds the shares of the units. Unless the words above the
 * table assign them (`isGiven`), only columns whose own words do. null = no such heading.
 */
export function sharesOf(
  headings: readonly string[],
  { isGiven, since, cells }: SharesSetting,
): readonly Column[] | null {
  const named = headings.findIndex((text) => UNITS.test(text));
  const name = named < 0 ? [0, 1].findIndex((at) => areUnits(cells(at))) : named;
  if (name < 0 || name > 1 || (name === 1 && !INDEX.test(headings[0] ?? ''))) return null;
  const columns = headings.map((text, at): Column => {
    if (at <= name) return { role: at === name ? 'name' : 'index', time: null };
    if (TIMES.test(text)) return { role: 'time', time: null };
    // "Chỉ tiêu giảm năm 2026 (hộ)" is assigned.
    const isOther =
      (TOLD.test(text) && !GIVEN.test(text)) ||
      !/\p{L}{2}/u.test(text) ||
      SIZES.test(text) ||
      yearIn(text) < since ||
      (!isGiven && !GIVES.test(text));
    return { role: isOther ? 'other' : 'value', time: timeNamed(text), heading: text };
  });
  return columns.some(({ role }) => role === 'value') ? columns : null;
}

interface SharesSetting {
  /** Words above the table give its figures out. */
  readonly isGiven: boolean;
  /** The first year figures are wanted from; NaN = not known. */
  readonly since: number;
  /** Texts of a column below its heading. */
  readonly cells: (column: number) => readonly string[];
}

const yearIn = (text: string): number => Number(YEAR.exec(text)?.[1] ?? Number.NaN);

/** `Ấp 1 - Ấp 5`, `08 ấp còn lại`, `Phường Bắc Nghè`: names of units, whatever the column's heading. */
function areUnits(cells: readonly string[]): boolean {
  const names = cells.filter((text) => text !== '' && !/^(?:tổng|cộng)/iu.test(text));
  return names.length > 1 && names.filter((text) => UNIT_NAME.test(text)).length * 2 > names.length;
}
const UNIT_NAME = new RegExp(
  `^(?:\\d{1,2} )?(?:${VILLAGE_PATTERN}|xã|phường|trường|trạm|cụm|chi bộ|chi hội|chi đoàn)(?!\\p{L})(?! (?:hội|hợp|học))`,
  'iu',
);

/** How large each of them is. */
const SIZES =
  /^(?:tổng )?(?:số )?(?:hộ|hộ dân|khẩu|nhân khẩu|dân số|dân|người|thành viên|hội viên|đảng viên|học sinh|diện tích)$/iu;
const GIVEN = /^(?:chỉ tiêu|kế hoạch|mục tiêu|giao|phấn đấu)|mức (?:tăng|giảm)/iu;
const GIVES = /(?<!\p{L})(?:chỉ tiêu|kế hoạch|mục tiêu|giao|phấn đấu)(?!\p{L})/iu;

/** `Lĩnh vực | Chỉ tiêu`: the second is the name. */
function followed(headings: readonly string[], at: number): boolean {
  const next = headings[at + 1] ?? '';
  return NAME.test(next) && !YEAR.test(next);
}

/** A heading that names a time: `Năm 2026`, `KH 2026`, `Quý II`; null = it names none. */
export function timeNamed(text: string): string | null {
  const isTime = YEAR.test(text) || PART.test(text) || horizonsOf(tokensOf(text, 0, text.length)).length > 0;
  return isTime ? text : null;
}

/** ISO day by which a column's figures are wanted; null = it does not say. */
export function dayOf({ time }: Column, period: Period): string | null {
  if (time === null) return null;
  const stated = latestTime(tokensOf(time, 0, time.length), period);
  const year = YEAR.exec(time)?.[1];
  if (stated !== null || year !== undefined) return stated ?? yearEnd(year ?? '', period);
  const only = onlyYear(period);
  return only !== null && /6 tháng/.test(time) ? `${only}-06-30` : null;
}

/**
 * `Chỉ tiêu các năm` above `2026 | 2027`: the second line names the columns that the first one joins. Null when the
 * line below is no second heading.
 */
export function isHeadingOfYears<C extends { readonly text: string }>(
  above: readonly C[],
  below: readonly C[],
): readonly C[] | null {
  const first = below.findIndex(({ text }) => text !== '');
  const years = below.filter(({ text }) => text !== '');
  const all = years.length >= 2 && years.every(({ text }) => text.length < 40 && (YEAR.test(text) || PART.test(text)));
  return all && first < above.length ? [...above.slice(0, Math.max(first, 2)), ...years] : null;
}
