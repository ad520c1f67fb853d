/**
 * Finds the words of time in a text: parts of a year, weeks, years. Words that only look like time (document numbers,
 * signing dates, goals) are taken out.
 */
import { foldKey } from '../text/text.ts';
import { type Period, periodDays } from './period.ts';

/** A stretch of a year; the year may stand elsewhere. */
export interface YearStretch {
  /** A dash joins days with days and months with months. */
  readonly unit: 'day' | 'month' | 'part';
  readonly year: number | null;
  /** It names both its ends itself: `tháng 1 đến tháng 9`. */
  readonly isRun: boolean;
  /** First and last day, ISO; of a day that does not exist the text is no day either. */
  readonly days: (year: number) => { readonly from: string; readonly to: string };
}

type Mention =
  | ({ readonly kind: 'stretch' } & YearStretch)
  | { readonly kind: 'week'; readonly week: number; readonly year: number | null }
  /** `đầu năm 2025` */
  | { readonly kind: 'start'; readonly year: number | null }
  /** `đến nay` */
  | { readonly kind: 'now' }
  | { readonly kind: 'year'; readonly year: number };

export interface FoundMention {
  readonly mention: Mention;
  readonly start: number;
  readonly end: number;
}

interface PeriodWords {
  /**
   * The text folded for comparing, with all that was found blanked: only the words between are left, each in its place.
   */
  readonly line: string;
  readonly found: readonly FoundMention[];
  /** A month, quarter or date that makes no sense, or was left open (`tháng … năm 2025`). */
  readonly isHollow: boolean;
}

/** All mentions in their order. */
export function periodWords(text: string): PeriodWords {
  let line = plainLine(text);
  const found: FoundMention[] = [];
  let isHollow = false;
  for (const [pattern, read] of RULES) {
    line = line.replace(pattern, (...match) => {
      const whole = String(match[0]);
      const start = Number(match.find((part) => typeof part === 'number'));
      const mention = read(match.slice(1).map((part) => (typeof part === 'string' ? part : '')));
      if (mention === 'hollow') isHollow = true;
      else if (mention) found.push({ mention, start, end: start + whole.length });
      return ' '.repeat(whole.length);
    });
  }
  return { line, found: found.sort((a, b) => a.start - b.start), isHollow };
}

const MOST_TEXT = 4_000;
const NUMBERS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const WORDED = `mười một|mười hai|${NUMBERS.slice(0, 10).join('|')}|tư|bẩy|giêng`;
const OTHERS: ReadonlyMap<string, number> = new Map([
  ['tư', 4],
  ['bẩy', 7],
  ['giêng', 1],
]);

/** Words of the grammar by what is left of them without diacritics. */
const BARE: ReadonlyMap<string, string> = new Map(
  'tháng quí năm tuần ngày từ đến tới hết đầu cuối nửa luỹ kế cộng dồn tính kì và của số học'
    .split(' ')
    .map((word) => [word.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd'), word]),
);

/** Not within a longer word or number. */
const L = String.raw`(?<![\p{L}\p{N}])`;
const R = String.raw`(?![\p{L}\p{N}])`;

/** Beside words with diacritics: only before a number, or what stands before one. */
const HALF_BARE = rule(`${L}(?:nam(?= ?20)|(?:thang|qui|tuan|ngay)(?=:? [\\divdđc])|(?:dau|cuoi)(?= n))`);

/** Folded; words of the grammar typed without diacritics get them back; numbers in words become digits. */
function plainLine(text: string): string {
  const romans = text.slice(0, MOST_TEXT).replace(/[\u2160-\u216b]/g, (roman) => roman.normalize('NFKC'));
  const folded = foldKey(romans);
  const isMarked = /(?!\p{ASCII})\p{L}/u.test(folded);
  const toned = folded.replace(isMarked ? HALF_BARE : /[a-z]+/g, (word, at: number) =>
    word === 'nam' && /(?:vi[eệ]t|qu[aả]ng|h[aà]) $/.test(folded.slice(0, at)) ? word : (BARE.get(word) ?? word),
  );
  return toned
    .replace(
      rule(`${L}(tháng|quí) (${WORDED})${R}(?! ?20\\d\\d)`),
      (_, head: string, word: string) => `${head} ${digits(word)}`,
    )
    .replace(rule(`${L}(${WORDED})(?= tháng (?:đầu|cuối|năm)${R})`), (_, word: string) => digits(word));
}

function digits(word: string): string {
  return String(OTHERS.get(word) ?? NUMBERS.indexOf(word) + 1);
}

function rule(pattern: string): RegExp {
  return new RegExp(pattern, 'gu');
}

const M = '(?:1[0-2]|0?[1-9])(?!\\d)';
const Q = `(?:iv|i{1,3}|0?[1-4])${R}`;
const Y = '20\\d\\d(?!\\d)';
const DAY = '(?<![\\d/.])(\\d{1,2})';
/** Year of a part: beside it, with nothing between but brackets, a dash, a comma or the word. */
const OF_YEAR = `(?:[\\s(),/.:|·-]{0,4}(?:của |trong )?(?:năm[\\s:]{0,3})?(${Y})(?! ?[-/]\\d))?`;
/** `8, 9`, `8 và tháng 9`, `1-9`, `1 đến 9`. */
const listed = (text: string, word: string) =>
  `(${text}(?: ?(?:,|-|và|đến|tới) ?(?:hết )?(?:${word} )?${text}(?! ?tháng)){0,11})`;
/** An optional word before a day. */
const NGAY = `(?:${L}ngày[\\s:]{0,3})?`;

type Rule = readonly [RegExp, (groups: readonly string[]) => Mention | 'hollow' | null];

const none = () => null;

/** The most specific pattern comes first: later patterns do not see the characters it has matched. */
const RULES: readonly Rule[] = [
  [
    rule(`(?<!\\d)(20\\d\\d)-(?:q([1-4])|h([12])|(0[1-9]|1[0-2]))(?![\\d-])`),
    ([y, q, h, m]) => part(Number(y), q, h, m),
  ],
  [rule(`${NGAY}(?<!\\d)(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)`), ([y = '', m = '', d = '']) => day(y, m, d)],
  // Hours, years of school and of plans, goals, comparisons, numbers of documents.
  [/(?<!\d)\d{1,2} ?(?::|h|giờ) ?\d{2}(?: ?(?::|phút) ?\d{2})?(?: ?(?:phút|giây))?(?![\d/])/g, none],
  [
    /(?:giai đoạn|nhiệm kì|năm học|niên khó?á?|từ năm|năm)?:? ?(?<![\d/])20\d\d ?(?:-|đến năm|đến) ?20\d\d(?![\d/-])/g,
    none,
  ],
  [/(?:so với|cùng kì năm trước|(?:tháng|quí|năm) trước)(?:[^,;.()]{0,40}?20\d\d)?/g, none],
  [/(?:đến|tới|trước|từ|sau) năm 20\d\d(?!\d)/g, none],
  [/cập nhật[^\d]{0,40}\d{1,2}(?:[/.-]\d{1,2}[/.-]| tháng \d{1,2},? năm )20\d\d/g, none],
  [
    /(?:số|thông tư|nghị định|quyết định|nghị quyết|luật|chỉ thị|công văn|kế hoạch):? ?\d{1,6} ?\/ ?20\d\d(?!\d)(?:[-/\p{L}]{0,20})/gu,
    none,
  ],
  [/(?<![\d/])\d{1,6} ?\/ ?[a-zđ]{2,6}[-/\w]{0,20}/g, none],
  [rule(`${NGAY}${DAY} ?([/.-]) ?(\\d{1,2}) ?\\2 ?(${Y})`), ([d = '', , m = '', y = '']) => day(y, m, d)],
  [
    rule(`${L}ngày[\\s:]{0,3}(\\d{1,2}) tháng (\\d{1,2})(?!\\d)(?:,? năm (${Y}))?`),
    ([d = '', m = '', y = '']) => day(y, m, d),
  ],
  [/ngày[\s.…_\d]{0,30}tháng[\s.…_\d]{0,30}(?:năm[\s.…_\d]{0,30})?/g, none],
  [rule(`${NGAY}${DAY} ?\\/ ?(0?[1-9]|1[0-2])(?![\\d/.])`), ([d = '', m = '']) => day('', m, d)],
  [
    rule(`(?<![\\d/.,])(1[0-2]|0?[1-9]) tháng(?: (đầu|cuối))?(?: của)?(?: năm${R})?(?! ?\\d{1,2}(?!\\d))${OF_YEAR}`),
    ([count, end, y]) => months(Number(count), end === 'cuối', y),
  ],
  [rule(`${L}nửa (đầu|cuối)(?: của)? năm${OF_YEAR}`), ([end, y]) => months(6, end === 'cuối', y)],
  [
    rule(`${L}tuần(?: thứ)? ?(\\d{1,2})(?!\\d)( ?(?:của )?tháng ?${M})?${OF_YEAR}`),
    ([week, ofMonth, y]) => (ofMonth ? 'hollow' : { kind: 'week', week: Number(week), year: yearOf(y) }),
  ],
  [rule(`${L}quí ?${listed(Q, 'quí')}${OF_YEAR}`), ([list = '', y]) => run(list, 3, y)],
  [rule(`${L}q[. ]?(${Q})[ ./-]{0,2}(${Y})`), ([list = '', y]) => run(list, 3, y)],
  [rule(`${L}tháng ?:? ?${listed(M, 'tháng')}${OF_YEAR}`), ([list = '', y]) => run(list, 1, y)],
  // `T1-T9/2025`, `T1 đến T9 năm 2025`: the ends of a stretch.
  [rule(`${L}t(${M} ?(?:-|đến|tới) ?t?${M})${OF_YEAR}`), ([list = '', y]) => run(list, 1, y)],
  [rule(`${L}t(${M})[./-](${Y})`), ([list = '', y]) => run(list, 1, y)],
  [rule(`(?<![\\d/.-])(${M}) ?[/] ?(${Y})(?![/-])`), ([list = '', y]) => run(list, 1, y)],
  [rule(`(?<![\\d/.-])(0[1-9]|1[0-2])[.-](${Y})(?![\\d/.-])`), ([list = '', y]) => run(list, 1, y)],
  [rule(`(?<![\\d/.-])(20\\d\\d)\\/(0[1-9]|1[0-2])(?![\\d/])`), ([y, list = '']) => run(list, 1, y)],
  // A number that is none of the twelve or four, or a place left open.
  [
    rule(
      `${L}(?:tháng|quí)[\\s.…_:()/-]{0,20}(?:\\d{1,3}(?!\\d)|[ivx]{1,5}${R})?[\\s.…_:()/-]{0,20}năm[\\s:]{0,3}${Y}`,
    ),
    () => 'hollow',
  ],
  [rule(`${L}đầu năm${OF_YEAR}`), ([y]) => ({ kind: 'start', year: yearOf(y) })],
  [rule(`${L}(?:đến|tới) (?:hôm )?nay${R}`), () => ({ kind: 'now' })],
  [
    rule(
      `${L}(?:năm(?: đánh giá| báo cáo| thi đua| công tác| ngân sách| kế hoạch)?|kì(?: báo cáo| số liệu)?)[\\s:]{0,3}(${Y})`,
    ),
    ([y]) => ({ kind: 'year', year: Number(y) }),
  ],
  [/^[\s(]*(20\d\d)[\s)]*$/g, ([y]) => ({ kind: 'year', year: Number(y) })],
];

function yearOf(text: string | undefined): number | null {
  return text ? Number(text) : null;
}

function part(year: number, quarter: string | undefined, half: string | undefined, month: string | undefined): Mention {
  if (quarter) return stretch(Number(quarter) * 3 - 2, Number(quarter) * 3, String(year));
  return half ? months(6, half === '2', String(year)) : stretch(Number(month), Number(month), String(year));
}

/** `9 tháng đầu năm` */
function months(count: number, last: boolean, year: string | undefined): Mention {
  return { ...stretch(last ? 13 - count : 1, last ? 12 : count, year), unit: 'part' };
}

function stretch(first: number, last: number, year: string | undefined): Mention & { kind: 'stretch' } {
  const end = (own: number, month: number): Period => ({ kind: 'month', year: own, month });
  return {
    kind: 'stretch',
    unit: 'month',
    year: yearOf(year),
    isRun: first < last,
    days: (own) => ({ from: periodDays(end(own, first)).from, to: periodDays(end(own, last)).to }),
  };
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/** A number or a list of numbers: `8, 9` are consecutive, `1-9` are the two ends. */
function run(list: string, size: 1 | 3, year: string | undefined): Mention | 'hollow' {
  const numbers = [...list.matchAll(/\d+|i[iv]{0,2}/g)].map(([text]) => ROMAN.indexOf(text) + 1 || Number(text));
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  const isEnds = numbers.length === 2 && /-|đến|tới/.test(list);
  const follow = isEnds ? first < last : numbers.every((number, index) => number === first + index);
  return follow ? stretch(size * (first - 1) + 1, size * last, year) : 'hollow';
}

function day(year: string, month: string, date: string): Mention | 'hollow' {
  const two = (text: string) => text.padStart(2, '0');
  if (Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > 31) return 'hollow';
  const on = (own: number) => `${own}-${two(month)}-${two(date)}`;
  return {
    kind: 'stretch',
    unit: 'day',
    year: yearOf(year),
    isRun: false,
    days: (own) => ({ from: on(own), to: on(own) }),
  };
}
