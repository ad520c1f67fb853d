/** The condition of a step of a rule: a figure between two edges, a day, words, or everything the other steps leave. */
import { dayAfter } from '../../base/period/day.ts';
import { readDate } from '../../sheet/grid/date.ts';

export interface Edge {
  readonly value: number;
  readonly inclusive: boolean;
}

export type Condition =
  /** `at` = a bare figure (“Đạt 85 %”, “Họp 4 lần”): which side it opens to the other steps say. */
  | {
      readonly kind: 'figure';
      readonly from: Edge | null;
      readonly to: Edge | null;
      readonly isBare: boolean;
      /** `%`, or the words behind the number: `lần`, `buổi`. */
      readonly unit: string;
      /** Words before the number: `Họp`, `Tỷ lệ hộ`. */
      readonly of: string;
    }
  /**
   * ISO month and day, or a full day; the day itself is still in time. `before` = the words say “trước” and this next
   * day; `from` = first day of the step, '' when the words do not say.
   */
  | { readonly kind: 'day'; readonly day: string; readonly before: string; readonly from: string }
  | { readonly kind: 'average'; readonly reach: 'at' | 'above'; readonly area: boolean }
  /** `after` = the day behind which it begins; '' = none. */
  | { readonly kind: 'rest'; readonly after: string }
  | { readonly kind: 'words'; readonly words: string };

export type FigureCondition = Extract<Condition, { kind: 'figure' }>;

const N = String.raw`\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?`;
const LOW = `từ trên|từ|trên|lớn hơn|cao hơn|nhiều hơn|hơn|tối thiểu(?: là)?|ít nhất|≥|>`;
const HIGH = `không đạt|chưa đạt|không quá|tối đa|đến dưới|đến cận|đến hết|đến|dưới|nhỏ hơn|thấp hơn|ít hơn|≤|<`;
const UNIT = String.raw`%(?:\s*\p{L}[\p{L}\s]*?)?|(?!trở (?:lên|xuống|đi))\p{L}[\p{L}\s/]*?`;
const FIGURE = new RegExp(
  String.raw`^([^\d≥≤<>]*?)\s*(?:(${LOW})|(${HIGH}))?\s*(${N})\s*(${UNIT})?(?:\s*(?:-|đến|tới|cho đến|và)\s*(dưới|cận|hết|nhỏ hơn|thấp hơn|≤|<)?\s*(${N})\s*(${UNIT})?)?\s*(trở lên|trở xuống|trở đi)?\s*(\([^()]*\))?$`,
  'iu',
);
const RANK = /(?:^|\s)(?:hạng|thứ|thứ hạng|vị trí)$/iu;
/** `80 % ≤ tỷ lệ < 90 %` */
const BETWEEN = new RegExp(
  String.raw`^(${N})\s*(${UNIT})?\s*([≤<])\s*[\p{L}\s()%]{1,40}?\s*([≤<])\s*(${N})\s*(${UNIT})?$`,
  'iu',
);
const STRICT =
  /^(?:từ trên|trên|lớn hơn|cao hơn|nhiều hơn|hơn|>|<|dưới|đến dưới|đến cận|cận|nhỏ hơn|thấp hơn|ít hơn|không đạt|chưa đạt)$/iu;
const REST =
  /^(?:(?:các )?(?:trường hợp|mức|kết quả)? ?(?:còn lại|khác)|(?:không|chưa) đạt(?: (?:các )?(?:mức|yêu cầu)(?: trên)?)?|(?:thấp|cao|ít|nhiều) hơn|dưới|trên|dưới mức (?:đó|trên|này)|trên mức (?:đó|trên|này)|ngược lại|không)$/iu;
const DAY =
  /^(.*?)(trước hoặc vào|trước|chậm nhất|muộn nhất|đến hết|đến|đúng hạn,? trước|sau|từ)?\s*(?:là )?(?:hết )?(?:ngày )?(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?(?! (?:số )?điểm)(.*)$/iu;
const AVERAGE = /bình quân|(?:mức|số|tỷ lệ) trung bình|trung bình (?:chung|của|các|toàn)|tỷ lệ chung/iu;
/** `từ 01/7 đến 30/9` ends with its second day. */
const BETWEEN_DAYS = /(?:từ |sau )(?:ngày )?(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?\s+(?:-\s*)?(?=đến|trước)/iu;

/** `đầy đủ 05/05 nội dung`: all five of them, no day. */
const OF_ALL = /(?<!ngày |trước |sau |hết |đến |từ )(?<![\d/])0?(\d+) ?\/ ?0?\1(?![\d/]) (?=\p{L})/giu;

/** `head` = the clause without its points. */
export function conditionOf(written: string): Condition | null {
  const head = written.replace(OF_ALL, '$1 ');
  if (head === '' || REST.test(head)) return { kind: 'rest', after: '' };
  if (AVERAGE.test(head) && !/\d/.test(head)) return averageOf(head);
  const between = BETWEEN.exec(head);
  if (between) return betweenOf(between);
  const figure = FIGURE.exec(head);
  if (figure) return figureOf(figure);
  const day = dayOf(head);
  if (day !== null) return day;
  const isPlain = !/\d/.test(head.replace(/\([^()]*\)/gu, '').replace(/\b0?1 /u, '')) && !/[=*/]/.test(head);
  return isPlain ? { kind: 'words', words: head } : null;
}

function averageOf(head: string): Condition {
  const isWorse = /dưới|thấp hơn|nhỏ hơn|chưa đạt|không đạt/iu.test(head) && !/hoặc bằng|trở lên/iu.test(head);
  if (isWorse) return { kind: 'rest', after: '' };
  const reach = /bằng|từ|đạt|trở lên|≥|không thấp hơn/iu.test(head) ? 'at' : 'above';
  return { kind: 'average', reach, area: !/(?:các|khối|cụm) ?(?:đơn vị|thôn|xã|khối|cụm)?|khối|cụm/iu.test(head) };
}

function betweenOf([, low = '', lowUnit, below, above, high = '', highUnit]: RegExpExecArray): Condition {
  return {
    kind: 'figure',
    from: { value: numberOf(low), inclusive: below === '≤' },
    to: { value: numberOf(high), inclusive: above === '≤' },
    isBare: false,
    unit: unitOf(lowUnit ?? highUnit),
    of: '',
  };
}

function figureOf(match: RegExpExecArray): Condition | null {
  const [, of = '', low, high, first = '', firstUnit, second, last, lastUnit, onward] = match;
  const unit = unitOf(firstUnit ?? lastUnit);
  if (lastUnit !== undefined && firstUnit !== undefined && !isSameUnit(unitOf(firstUnit), unitOf(lastUnit)))
    return null;
  const start = { value: numberOf(first), inclusive: !STRICT.test(low ?? high ?? '') };
  const rest = { kind: 'figure' as const, isBare: false, unit, of: of.replace(/[\s:(=,-]+$/u, '') };
  if (last !== undefined)
    return high === undefined
      ? { ...rest, from: start, to: { value: numberOf(last), inclusive: !STRICT.test(second ?? '') } }
      : null;
  // Of ranks the first is the best: “hạng 3 trở lên” ends with the third.
  const isUp = RANK.test(rest.of) ? 'trở xuống' : 'trở lên';
  if (onward === 'trở xuống' || (onward === 'trở lên' && isUp !== onward))
    return onward === isUp
      ? { ...rest, from: { ...start, inclusive: true }, to: null }
      : { ...rest, from: null, to: { ...start, inclusive: true } };
  if (high !== undefined) return { ...rest, from: null, to: start };
  if (low !== undefined || onward !== undefined) return { ...rest, from: start, to: null };
  return { ...rest, from: { ...start, inclusive: true }, to: { ...start, inclusive: true }, isBare: true };
}

function dayOf(head: string): Condition | null {
  const start = BETWEEN_DAYS.exec(head);
  const [, before = '', word = '', day = '', month = '', year, behind = ''] =
    DAY.exec(head.replace(BETWEEN_DAYS, '')) ?? [];
  if (day === '' || /\d/.test(before + behind)) return null;
  const iso = readDate(`${day}/${month}/${year ?? 2024}`);
  if (iso === null) return null;
  const written = (full: string): string => (year === undefined ? full.slice(5) : full);
  if (/^(?:sau|từ)$/iu.test(word)) return { kind: 'rest', after: /^sau$/iu.test(word) ? written(iso) : '' };
  const isBefore = /^(?:trước|đúng hạn,? trước)$/iu.test(word) || /^đúng hạn \(trước/iu.test(head);
  const first = start && readDate(`${start[1]}/${start[2]}/${start[3] ?? year ?? 2024}`);
  return {
    kind: 'day',
    day: written(isBefore ? dayAfter(iso, -1) : iso),
    before: isBefore ? written(iso) : '',
    from: first ? written(first) : '',
  };
}

export function numberOf(words: string): number {
  return Number(/^\d{1,3}(?:\.\d{3})+$/.test(words) ? words.replaceAll('.', '') : words.replace(',', '.'));
}

/** `% hộ` beside `%`, `lượt` beside `lượt người`. */
export function isSameUnit(text: string, other: string): boolean {
  const [short, long] = text.length <= other.length ? [text, other] : [other, text];
  return short === long || long.startsWith(`${short} `) || (short.startsWith('%') && long.startsWith('%'));
}

/** `lần/năm` → `lần`. */
function unitOf(words = ''): string {
  return words
    .replace(/\/.*$/u, '')
    .replace(/\s+(?:trong|một|mỗi|trở|trên|hằng|hàng)(?:\s.*)?$/iu, '')
    .trim()
    .toLowerCase();
}
