/** Shares in words and as fractions: `quá nửa`, `ba phần tư số hộ`, `1/3 số thôn`; so many of a whole. */
import { phrases } from '../lexicon/phrases.ts';
import { cueBefore, trailing } from '../words/comparator.ts';
import { numberWordsAt } from '../words/number-words.ts';
import { phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import type { Figure } from './figure.ts';
import { type ReadValue, slashParts } from './figure-value.ts';

/** `1/3 số thôn`, `9/10 hộ`: a share; `7 trong tổng số 11 thôn`: so many. Null when it is neither. */
export function shareOrWhole(
  tokens: readonly Token[],
  at: number,
  end: number,
  read: ReadValue,
): Omit<Figure, 'from' | 'at' | 'comparator' | 'compared'> | null {
  const [a, b] = slashParts(tokens[at]?.text ?? '');
  const of = phraseAt(tokens, end, NUMBER_OF);
  const base = { valueMax: null, fromWord: false, fraction: true } as const;
  if (read.fraction && b > 0 && (of > 0 || (b <= 10 && isOfMany(tokens, at, end)))) {
    return { ...base, to: end + of, kind: 'percent', value: Math.round((10_000 * a) / b) / 100, unit: '%' };
  }
  const within = read.fraction ? 0 : phraseAt(tokens, end, WITHIN_WHOLE) || outOfTen(tokens, end);
  const whole = within > 0 && tokens[end + within]?.kind === 'number' ? unitAt(tokens, end + within + 1) : null;
  if (whole?.kind !== 'count') return null;
  const some = Number(read.words ?? read.text);
  const all = Number(tokens[end + within]?.text);
  // "8 trong 10 hộ kinh doanh": no commune has but ten.
  const isRate = tokens[end]?.key === 'trên' || phraseAt(tokens, end + within + 1, MASSES) > 0;
  if ((all === 10 || all === 100) && some <= all && isRate)
    return { ...base, to: end + within + 1, kind: 'percent', value: (100 * some) / all, unit: '%' };
  return {
    ...base,
    to: end + within + 1 + whole.length,
    kind: 'count',
    value: some,
    unit: whole.name,
  };
}
/** `9 trên 10 cơ sở` */
function outOfTen(tokens: readonly Token[], end: number): number {
  return tokens[end]?.key === 'trên' && /^100?$/.test(tokens[end + 1]?.text ?? '') ? 1 : 0;
}

/** `9/10 hộ`; `ít nhất 9/10 phản ánh`, `đạt tối thiểu 2/3`: compared, and of nothing a commune has so few of. */
function isOfMany(tokens: readonly Token[], at: number, end: number): boolean {
  if (phraseAt(tokens, end, MASSES) > 0) return true;
  if (cueBefore(tokens, at).comparator === null) return false;
  const next = tokens[end];
  if (next === undefined || next.kind === 'mark') return true;
  return phraseAt(tokens, end, MANY) > 0 || (unitAt(tokens, end)?.kind ?? 'unknown') === 'unknown';
}
const NUMBER_OF = phrases('số | tổng số');
/** What no commune has only ten of. */
const MASSES = phrases(
  'hộ | hộ gia đình | gia đình | hộ kinh doanh | người dân | dân số | người | hồ sơ | cuộc họp | phản ánh | giao dịch | lượt | lượt khách | khách | cuộc gọi | thời gian | diện tích | chi phí',
);
const MANY = phrases(
  'kiến nghị | phản ánh | hồ sơ | ý kiến | đơn thư | giao dịch | đơn hàng | hội viên | đoàn viên | học sinh',
);
const WITHIN_WHOLE = phrases('trong tổng số | trên tổng số | trong số | trong');

const AGAINST = phrases('so với');
const HALF = phrases('quá nửa | hơn nửa | quá một nửa | hơn một nửa | trên một nửa | trên nửa');
const PLAIN_HALF = phrases('một nửa số | một nửa tổng số | nửa số');

const ONE_HALF = phrases('một nửa');
const CHANGES = phrases('giảm | giảm được | kéo giảm | cắt giảm | rút ngắn | tăng thêm');

/** `gấp đôi`, `gấp rưỡi`: so many times of what was. */
export function timesAt(tokens: readonly Token[], at: number): Figure | null {
  const value = tokens[at - 1]?.key === 'gấp' ? MULTIPLES.get(tokens[at]?.key ?? '') : undefined;
  if (value === undefined) return null;
  const base = { at, valueMax: null, fromWord: false, fraction: false, kind: 'count', unit: 'lần' } as const;
  return { ...base, from: at, to: at + 1, value, comparator: '=', compared: false };
}
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['đôi', 2],
  ['rưỡi', 1.5],
]);

/** `quá nửa số hộ` = more than 50 %, `một nửa số hộ` = 50 %. */
export function halfAt(tokens: readonly Token[], at: number): Figure | null {
  const length = phraseAt(tokens, at, HALF);
  // "giảm một nửa thiệt hại"
  const half = phraseAt(tokens, at, ONE_HALF);
  const isCut = phraseBefore(tokens, at, CHANGES) > 0;
  // "còn một nửa so với năm trước"
  const isLeft = tokens[at - 1]?.key === 'còn' && phraseAt(tokens, at + half, AGAINST) > 0;
  const cut = isCut || isLeft ? half : 0;
  const plain = phraseAt(tokens, at, PLAIN_HALF) || cut;
  if (length === 0 && plain === 0) return null;
  const base = { at, valueMax: null, fromWord: false, fraction: true } as const;
  if (plain > 0) {
    const { comparator, from } = cueBefore(tokens, at);
    const compared = { comparator: comparator ?? '=', compared: comparator !== null } as const;
    return { ...base, ...compared, from, to: at + plain, kind: 'percent', value: 50, unit: '%' };
  }
  return {
    ...base,
    from: at,
    compared: true,
    to: at + length + phraseAt(tokens, at + length, NUMBER_OF),
    kind: 'percent',
    value: 50,
    unit: '%',
    comparator: '>',
  };
}

/** `ba phần tư số hộ` = 75 %, `hai phần ba số thôn` = 66,67 %. */
export function partsAt(tokens: readonly Token[], at: number): Figure | null {
  const some = numberWordsAt(tokens, at);
  if (!some || tokens[at + some.length]?.key !== 'phần') return null;
  const all =
    tokens[at + some.length + 1]?.key === 'tư' ? { value: 4, length: 1 } : numberWordsAt(tokens, at + some.length + 1);
  const end = at + some.length + 1 + (all?.length ?? 0);
  const of = phraseAt(tokens, end, NUMBER_OF);
  const cue = cueBefore(tokens, at);
  // "rút ngắn tối thiểu một phần tư so với quy định"
  const isBy = cue.comparator !== null && phraseAt(tokens, end, AGAINST) > 0;
  // "…, cuối năm đạt ba phần tư."
  const isReached = tokens[at - 1]?.key === 'đạt' && (tokens[end]?.kind ?? 'mark') === 'mark';
  // "chừng một phần năm là người trên 50 tuổi"
  const isSome = tokens[end]?.key === 'là';
  const isOfSome = of > 0 || isBy || isReached || isSome || phraseAt(tokens, end, MASSES) > 0;
  if (!all || all.value <= some.value || !isOfSome) return null;
  const behind = trailing(tokens, end + of, { kind: 'percent', name: '%', length: 0, scale: 1 }, cue.fromWord);
  const comparator = cue.comparator ?? behind?.comparator ?? null;
  return {
    from: cue.from,
    at,
    to: behind?.to ?? end + of,
    kind: 'percent',
    value: Math.round((10_000 * some.value) / all.value) / 100,
    valueMax: null,
    unit: '%',
    comparator: comparator ?? '=',
    compared: comparator !== null,
    fromWord: false,
    fraction: true,
  };
}

/**
 * `cứ 5 hộ có 3 hộ`, `trong 10 người làm thủ tục thì có 7 người`, `bảy trên mười hộ`: a share, said of a few that
 * stand for all.
 */
export function outOfAt(tokens: readonly Token[], at: number): Figure | null {
  const first = fewAt(tokens, at);
  if (!first) return null;
  const base = { at, valueMax: null, fromWord: false, fraction: true, kind: 'percent', unit: '%' } as const;
  const behind = at + first.length;
  if (/^(?:trên|trong)$/.test(tokens[behind]?.key ?? '')) {
    const all = tokens[behind + 1]?.key === 'mười' ? 10 : 0;
    if (first.value > all || phraseAt(tokens, behind + 2, MASSES) === 0) return null;
    const { comparator, from } = cueBefore(tokens, at);
    const compared = { comparator: comparator ?? '=', compared: comparator !== null } as const;
    return { ...base, ...compared, from, to: behind + 2, value: (100 * first.value) / all };
  }
  const opens = tokens[at - 1]?.key ?? '';
  if (opens !== 'cứ' && opens !== 'trong') return null;
  for (let has = behind + 1; has <= behind + FARTHEST_OF && tokens[has]?.kind === 'word'; has++) {
    if (tokens[has]?.key !== 'có' || (opens === 'trong' && tokens[has - 1]?.key !== 'thì')) continue;
    const { comparator, at: number } = heldAt(tokens, has + 1);
    const some = fewAt(tokens, number);
    if (!some || some.value >= first.value || tokens[number + some.length]?.key !== tokens[behind]?.key) return null;
    const value = Math.round((10_000 * some.value) / first.value) / 100;
    const compared = { comparator: comparator ?? '=', compared: comparator !== null } as const;
    return { ...base, ...compared, from: at - 1, to: number + some.length + 1, value };
  }
  return null;
}
/** Words between the few and what is said of them. */
const FARTHEST_OF = 8;

/** `có ít nhất 3 hộ`: where the number stands behind what compares it. */
function heldAt(
  tokens: readonly Token[],
  from: number,
): { readonly comparator: Figure['comparator'] | null; readonly at: number } {
  for (let at = from; at < from + 4; at++)
    if (fewAt(tokens, at)) return { comparator: at > from ? cueBefore(tokens, at).comparator : null, at };
  return { comparator: null, at: from };
}

/** A number of at most ten, in digits or words. */
function fewAt(tokens: readonly Token[], at: number): { readonly value: number; readonly length: number } | null {
  const token = tokens[at];
  const read =
    token?.kind === 'number' && /^\d{1,2}$/.test(token.text)
      ? { value: Number(token.text), length: 1 }
      : numberWordsAt(tokens, at);
  return read && read.value >= 1 && read.value <= 10 ? read : null;
}
