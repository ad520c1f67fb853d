/** Shares in words and as fractions: `quá nửa`, `ba phần tư số hộ`, `1/3 số thôn`; so many of a whole. */
import { phrases } from '../lexicon/phrases.ts';
import { REFERENCES } from '../lexicon/references.ts';
import { cueBefore, trailing } from '../words/comparator.ts';
import { numberWordsAt } from '../words/number-words.ts';
import { phraseAt, type Token } from '../words/token.ts';
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
  if ((all === 10 || all === 100 || (all < 10 && within === 1)) && some <= all && isRate)
    return {
      ...{ ...base, to: end + within + 1, kind: 'percent', unit: '%' },
      value: Math.round((10_000 * some) / all) / 100,
    };
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
  'hộ | gia đình | dân số | người | hồ sơ | cuộc họp | phản ánh | giao dịch | lượt | khách | cuộc gọi | thời gian | diện tích | chi phí',
);
const MANY = phrases(
  'kiến nghị | phản ánh | hồ sơ | ý kiến | đơn thư | giao dịch | đơn hàng | hội viên | đoàn viên | học sinh',
);
const WITHIN_WHOLE = phrases('trong tổng số | trên tổng số | trong số | trong');

/** `gấp đôi`, `gấp rưỡi`, `tăng gấp ba so với năm trước`: so many times of what was. */
export function timesAt(tokens: readonly Token[], at: number): Figure | null {
  if (tokens[at - 1]?.key !== 'gấp') return null;
  const spelled = numberWordsAt(tokens, at);
  const isTimes =
    spelled !== null && (tokens[at + spelled.length]?.kind !== 'word' || hasReference(tokens, at + spelled.length));
  const value = MULTIPLES.get(tokens[at]?.key ?? '') ?? (isTimes ? spelled.value : undefined);
  if (value === undefined) return null;
  const base = { at, valueMax: null, fromWord: false, fraction: false, kind: 'count', unit: 'lần' } as const;
  return { ...base, from: at, to: at + (spelled?.length ?? 1), value, comparator: '=', compared: false };
}
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['đôi', 2],
  ['rưỡi', 1.5],
]);
/** `năm trước`, `so với cùng kỳ`, `năm 2025`: what the multiple is measured by. */
function hasReference(tokens: readonly Token[], at: number): boolean {
  return phraseAt(tokens, at, REFERENCES) > 0 || /^20\d\d$/.test(tokens[at + 1]?.text ?? '');
}

/** `quá nửa số hộ` = more than 50 %, `một nửa số hộ`, `phân nửa năm trước` = 50 %; `nửa đầu năm` is a time. */
export function halfAt(tokens: readonly Token[], at: number): Figure | null {
  const over = phraseAt(tokens, at, OVER_HALF);
  const length = over || phraseAt(tokens, at, HALF);
  const to = at + length;
  if (length === 0 || (phraseAt(tokens, to, TIMES) > 0 && !hasReference(tokens, to))) return null;
  const cue = over > 0 ? { comparator: '>' as const, from: at } : cueBefore(tokens, at);
  return {
    ...{ at, from: cue.from, to: to + phraseAt(tokens, to, NUMBER_OF), kind: 'percent', value: 50, valueMax: null },
    ...{ unit: '%', comparator: cue.comparator ?? '=', compared: cue.comparator !== null, fromWord: false },
    fraction: true,
  };
}
const OVER_HALF = phrases('quá nửa | hơn nửa | quá một nửa | hơn một nửa | trên một nửa | trên nửa');
const HALF = phrases('một nửa | phân nửa | nửa | nửa phần');
const TIMES = phrases('đầu | cuối | tháng | năm | ngày | giờ | buổi | đêm | sau | trước | tuần | vụ | vời');

/** `ba phần tư số hộ` = 75 %, `hai phần ba` = 66,67 %. */
export function partsAt(tokens: readonly Token[], at: number): Figure | null {
  const some = numberWordsAt(tokens, at);
  if (!some || tokens[at + some.length]?.key !== 'phần') return null;
  const all =
    tokens[at + some.length + 1]?.key === 'tư' ? { value: 4, length: 1 } : numberWordsAt(tokens, at + some.length + 1);
  const end = at + some.length + 1 + (all?.length ?? 0);
  // "mười phần mười"
  if (!all || all.value < some.value || (all.value === some.value && all.value < 10)) return null;
  const of = phraseAt(tokens, end, NUMBER_OF);
  const cue = cueBefore(tokens, at);
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
 * `cứ 5 hộ có 3 hộ`, `trong 10 người làm thủ tục thì có 7 người`, `bảy trên mười hộ`: a share, written with a few as an
 * example for all.
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
    // "cứ mười hồ sơ thì tám hồ sơ"
    const isThen = opens === 'cứ' && tokens[has]?.key === 'thì' && fewAt(tokens, has + 1) !== null;
    if (!isThen && (tokens[has]?.key !== 'có' || (opens === 'trong' && tokens[has - 1]?.key !== 'thì'))) continue;
    const { comparator, at: number } = heldAt(tokens, has + 1);
    const some = fewAt(tokens, number);
    if (!some || some.value >= first.value || tokens[number + some.length]?.key !== tokens[behind]?.key) return null;
    const value = Math.round((10_000 * some.value) / first.value) / 100;
    const compared = { comparator: comparator ?? '=', compared: comparator !== null } as const;
    return { ...base, ...compared, from: at - 1, to: number + some.length + 1, value };
  }
  return null;
}
/** Most words between the few and the statement about them. */
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
