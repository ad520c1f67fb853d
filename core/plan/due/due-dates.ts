/**
 * Dates of a sentence that could be due dates, as a plan writes them: `05/11`, `ngày 20 hằng tháng`, `quý IV/2025`.
 */
import { readDate } from '../../sheet/grid/date.ts';
import { orderOf } from '../layout/label.ts';
import { phrases } from '../lexicon/phrases.ts';
import { INSTEAD_OF } from '../lexicon/references.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';

export type DueWhen =
  | { readonly date: string }
  | { readonly monthDay: string }
  /** Day of each month, or of the last month of each quarter. */
  | { readonly day: number; readonly every: 'month' | 'quarter' }
  | { readonly quarter: number; readonly year: number | null }
  | { readonly month: number; readonly year: number | null }
  | { readonly year: number }
  /** "cuối năm", in each year of a plan over several. */
  | { readonly every: 'year' };

export interface Dated {
  readonly from: number;
  readonly to: number;
  readonly when: DueWhen;
}

/** Words before a date that make it a deadline. */
export const CUES = phrases(
  'trước | chậm nhất | chậm nhất là | muộn nhất | muộn nhất là | hạn | hạn chót | thời hạn | hạn cuối | xong | hoàn thành | đến hết | hết ngày | vào | trong | thời gian | đến ngày | dự kiến | định kỳ | vào ngày | vào dịp | từ nay đến | không quá ngày | cuối | đầu | giữa',
);
const MONTHLY = phrases(
  'hàng tháng | hằng tháng | mỗi tháng | từng tháng | của tháng | báo cáo tháng | của tháng sau | tháng sau | tháng kế tiếp | trong tháng | các tháng',
);
const QUARTERLY = phrases(
  'tháng cuối quý | cuối quý | tháng cuối của quý | hàng quý | hằng quý | mỗi quý | báo cáo quý | của quý | tháng cuối mỗi quý | tháng thứ ba của quý',
);

/**
 * Every date of a sentence that could be a due date. `reviewsAfter` = a year named for a review counts when it is
 * later; null = never.
 */
export function datesOf(tokens: readonly Token[], reviewsAfter: number | null): readonly Dated[] {
  const dates: Dated[] = [];
  // "08/3 phát động – 15/3 đăng ký – 10/10 chấm": where one item begins with a day, each does.
  const isList = tokens.some(
    ({ kind }, at) => kind === 'slash' && isDash(tokens[at - 1]) && slashAt(tokens, at, false),
  );
  for (let at = 0; at < tokens.length; ) {
    const isNext = dates.at(-1)?.to === at - 1 && JOINTS.has(tokens[at - 1]?.key ?? '');
    const isItem = isList && tokens[at + 1]?.kind === 'word' && (dates.length === 0 || isDash(tokens[at - 1]));
    // "kỳ thứ nhất vào ngày 05/3, kỳ hai 05/6": what counts nothing, behind a day, is a day.
    const isBare = dates.length > 0 && (tokens[at + 1]?.kind ?? 'mark') === 'mark';
    const dated =
      ((isNext || isItem || isBare) && tokens[at]?.kind === 'slash' ? slashAt(tokens, at, true) : dateAt(tokens, at)) ??
      (reviewsAfter === null ? null : reviewYearAt(tokens, at, reviewsAfter));
    // "đến 24 giờ ngày 30/11"
    const isTimed = dated && HOUR.test(tokens[at - 1]?.key ?? '') && tokens[at - 2]?.kind === 'number';
    const twin = dated && dayBefore(tokens, dated);
    if (twin) dates.push(twin);
    if (dated) dates.push(isTimed ? { ...dated, from: dated.from - 2 } : dated);
    at = dated ? dated.to : at + 1;
  }
  return dates.filter((dated, at) => !isSaidCloser(tokens, dated, dates[at + 1]) && !isReplaced(tokens, dated));
}

/** "(thay cho ngày 05/12/2026)", `thay mốc “trước ngày 15/11” bằng …`: the day that was. */
function isReplaced(tokens: readonly Token[], { from, to }: Dated): boolean {
  let at = from;
  while (/^(?:[“”"]|trước|ngày|vào)$/.test(tokens[at - 1]?.key ?? '')) at--;
  if ([at, at - 1].some((place) => phraseBefore(tokens, place, INSTEAD_OF) > 0)) return true;
  const isQuoted = /^[“”"]$/.test(tokens[to]?.key ?? '') && phraseAt(tokens, to + 1, BY) > 0;
  return isQuoted && findPhrase(tokens, 0, from, REPLACES) >= 0;
}
const REPLACES = phrases('thay | thay thế');
const BY = phrases('bằng | thành');

/** `ngày 12 và 13/9/2026`: the first of two days of a month. */
function dayBefore(tokens: readonly Token[], { from, when }: Dated): Dated | null {
  const [day, last] = [tokens[from - 2], 'date' in when ? when.date : 'monthDay' in when ? when.monthDay : ''];
  const isDay = day?.kind === 'number' && /^\d{1,2}$/.test(day.text) && Number(day.text) < Number(last.slice(-2));
  if (
    !isDay ||
    !/^(?:và|,)$/.test(tokens[from - 1]?.key ?? '') ||
    !/^(?:ngày|là|vào)$/.test(tokens[from - 3]?.key ?? '')
  )
    return null;
  const own = `${last.slice(0, -2)}${day.text.padStart(2, '0')}`;
  return { from: from - 2, to: from - 1, when: 'date' in when ? { date: own } : { monthDay: own } };
}

export function isDash(token: Token | undefined): boolean {
  return /^[-–—]$/.test(token?.key ?? '');
}
const HOUR = /^(?:giờ|h)$/;

/** Whether a number is one of a day: `ngày 5`, `mùng 5 tháng 4`. */
export function isDayNamed(tokens: readonly Token[], at: number): boolean {
  const isDay = (place: number): boolean => /^(?:ngày|mùng|mồng)$/.test(tokens[place - 1]?.key ?? '');
  return isDay(at) || (tokens[at - 1]?.key === 'tháng' && tokens[at - 2]?.kind === 'number' && isDay(at - 2));
}

/** `trước ngày 10/6 và 10/12`: the words before the first date also belong to the second. */
const JOINTS: ReadonlySet<string> = new Set(['và', ',', 'hoặc']);

/** "Tháng 01: … (xong trước ngày 25/01/2026)", "Quý I: đăng ký trước ngày 20/3": the day says when in that time. */
function isSaidCloser(tokens: readonly Token[], { to, when }: Dated, next: Dated | undefined): boolean {
  if (!next || !(tokens[to]?.key === ':' || tokens.slice(to, next.from).some(({ key }) => key === '('))) return false;
  const day = 'date' in next.when ? next.when.date.slice(5) : 'monthDay' in next.when ? next.when.monthDay : '';
  const month = Number(day.slice(0, 2));
  if ('quarter' in when) return Math.ceil(month / 3) === when.quarter;
  return 'month' in when && month === when.month;
}

const REVIEWS = phrases(
  'sơ kết | tổng kết | sơ kết phong trào | tổng kết phong trào | sơ kết giai đoạn | tổng kết giai đoạn',
);

/** `Sơ kết (năm 2028)`, `tổng kết năm 2030`: in a plan for several years a year is a time to review. */
function reviewYearAt(tokens: readonly Token[], at: number, since: number): Dated | null {
  const year = tokens[at]?.key === 'năm' ? Number(tokens[at + 1]?.text) : Number.NaN;
  if (!Number.isInteger(year) || year < 1990 || year > 2099 || year <= since) return null;
  const before = at - Math.max(0, phraseBefore(tokens, at, YEAR_LEADS));
  return phraseBefore(tokens, before, REVIEWS) > 0 ? { from: at, to: at + 2, when: { year } } : null;
}

const YEAR_LEADS = phrases('( | vào | cuối | vào cuối | đầu | giữa | trong');

function dateAt(tokens: readonly Token[], at: number): Dated | null {
  const token = tokens[at];
  const key = token?.key ?? '';
  if (token?.kind === 'date') {
    const date = readDate(token.text);
    return date ? { from: at, to: at + 1, when: { date } } : null;
  }
  if (key === 'ngày' || key === 'mùng' || key === 'mồng') return dayAt(tokens, at);
  if (
    token?.kind === 'number' &&
    tokens[at + 1]?.key === 'tháng' &&
    (phraseBefore(tokens, at, CUES) > 0 || isWhole(tokens, at))
  ) {
    const dated = dayAt(tokens, at - 1);
    return dated && { ...dated, from: at };
  }
  if (token?.kind === 'slash') return slashAt(tokens, at, phraseBefore(tokens, at, CUES) > 0);
  if (key === 'tháng') return monthAt(tokens, at);
  return key === 'quí' ? quarterAt(tokens, at) : null;
}

/** `30 tháng 6 năm 2026`; not `6 tháng đầu năm`. */
function isWhole(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 2]?.kind === 'number' && tokens[at + 3]?.key === 'năm';
}

/** `ngày 05/11`, `ngày 30 tháng 6 năm 2025`, `ngày 20 hàng tháng`. */
function dayAt(tokens: readonly Token[], at: number): Dated | null {
  const next = tokens[at + 1];
  if (next?.kind === 'date') return { ...dateAt(tokens, at + 1), from: at } as Dated;
  if (next?.kind === 'slash') {
    const dated = slashAt(tokens, at + 1, true);
    return dated && { ...dated, from: at };
  }
  const day = next?.kind === 'number' && /^\d{1,2}$/.test(next.text) ? Number(next.text) : 0;
  if (day < 1 || day > 31) return null;
  const month = tokens[at + 2]?.key === 'tháng' ? Number(tokens[at + 3]?.text) : Number.NaN;
  if (Number.isInteger(month) && month >= 1 && month <= 12) {
    const joint = tokens[at + 4]?.key === ',' ? 1 : 0;
    const year = tokens[at + 4 + joint]?.key === 'năm' ? Number(tokens[at + 5 + joint]?.text) : Number.NaN;
    if (Number.isInteger(year)) {
      const date = readDate(`${day}/${month}/${year}`);
      return date ? { from: at, to: at + 6 + joint, when: { date } } : null;
    }
    return { from: at, to: at + 4, when: { monthDay: monthDay(day, month) } };
  }
  const around = { from: Math.max(0, at - 14), to: Math.min(tokens.length, at + 9) };
  const quarterly = findPhrase(tokens, at, around.to, QUARTERLY) >= 0;
  const monthly =
    findPhrase(tokens, at, around.to, MONTHLY) >= 0 || findLastPhrase(tokens, around.from, at, MONTHLY) >= 0;
  if (
    quarterly ||
    findLastPhrase(tokens, around.from, at, QUARTERLY) > findLastPhrase(tokens, around.from, at, MONTHLY)
  )
    return { from: at, to: recurrenceEnd(tokens, at + 2), when: { day, every: 'quarter' } };
  return monthly ? { from: at, to: recurrenceEnd(tokens, at + 2), when: { day, every: 'month' } } : null;
}

/** Behind `của tháng cuối quý`, `hằng tháng`: they belong to the day. */
function recurrenceEnd(tokens: readonly Token[], at: number): number {
  const from = tokens[at]?.key === 'của' ? at + 1 : at;
  const length = Math.max(phraseAt(tokens, from, QUARTERLY), phraseAt(tokens, from, MONTHLY));
  return length > 0 ? from + length : at;
}

/** `05/11`, `12/2025`; a fraction unless a word makes it a date. */
function slashAt(tokens: readonly Token[], at: number, isCued: boolean): Dated | null {
  const [first = 0, second = 0] = (tokens[at]?.text ?? '').split('/').map(Number);
  if (second >= 1990 && second <= 2099 && first >= 1 && first <= 12)
    return { from: at, to: at + 1, when: { month: first, year: second } };
  // "15/6 sơ kết": what opens a clause and is more than a whole is no fraction.
  const isDay =
    isCued || (first > second && (at === 0 || tokens[at - 1]?.kind === 'mark') && tokens[at + 1]?.kind === 'word');
  if (!Number.isInteger(first) || !isDay || first < 1 || first > 31 || second < 1 || second > 12) return null;
  if (tokens[at + 1]?.key === 'năm' && /^20\d\d$/.test(tokens[at + 2]?.text ?? '')) {
    const date = readDate(`${first}/${second}/${tokens[at + 2]?.text}`);
    if (date) return { from: at, to: at + 3, when: { date } };
  }
  return { from: at, to: at + 1, when: { monthDay: monthDay(first, second) } };
}

function monthDay(day: number, month: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthAt(tokens: readonly Token[], at: number): Dated | null {
  const next = tokens[at + 1];
  if (next?.kind === 'slash') {
    const dated = slashAt(tokens, at + 1, false);
    return dated && { ...dated, from: at };
  }
  // "Tháng 01-02/2025": the later month.
  if (next?.kind === 'number' && /^[-–]$/.test(tokens[at + 2]?.key ?? '') && tokens[at + 3]?.kind === 'slash') {
    const dated = slashAt(tokens, at + 3, false);
    if (dated) return { ...dated, from: at };
  }
  const month = next?.kind === 'number' && /^\d{1,2}$/.test(next.text) ? Number(next.text) : 0;
  if (month < 1 || month > 12) return null;
  const { year, to } = yearAt(tokens, at + 2);
  return { from: at, to, when: { month, year } };
}

function quarterAt(tokens: readonly Token[], at: number): Dated | null {
  const numeral = tokens[at + 1]?.text.toUpperCase() ?? '';
  const quarter = /^(?:I|II|III|IV|[1-4])$/.test(numeral) ? orderOf(numeral) : 0;
  if (quarter === 0) return null;
  const { year, to } = yearAt(tokens, at + 2);
  return { from: at, to, when: { quarter, year } };
}

/** `năm 2025`, `/2025`, `- 2025`, `,2025`. */
function yearAt(tokens: readonly Token[], at: number): { year: number | null; to: number } {
  const joint = /^(?:năm|\/|-|,)$/.test(tokens[at]?.key ?? '') ? (tokens[at + 1]?.key === 'năm' ? 2 : 1) : 0;
  const year = tokens[at + joint];
  return joint > 0 && /^20\d\d$/.test(year?.text ?? '')
    ? { year: Number(year?.text), to: at + joint + 1 }
    : { year: null, to: at };
}
