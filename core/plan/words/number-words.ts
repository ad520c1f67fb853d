/** Numbers in words (`một`, `mười lăm`, `hai trăm linh năm`), up to 999. */
import type { Token } from './token.ts';

const DIGITS: ReadonlyMap<string, number> = new Map(
  'không một hai ba bốn năm sáu bảy tám chín'.split(' ').map((word, value) => [word, value]),
);
/** Forms a digit takes behind tens. */
const BEHIND_TENS: ReadonlyMap<string, number> = new Map([...DIGITS, ['mốt', 1], ['tư', 4], ['lăm', 5], ['bẩy', 7]]);

interface ReadNumber {
  readonly value: number;
  /** Number of tokens it takes. */
  readonly length: number;
}

/** The number in words that starts at a place; null = none. `không` alone is none: it is mostly "not". */
export function numberWordsAt(tokens: readonly Token[], at: number): ReadNumber | null {
  const key = (index: number): string => tokens[at + index]?.key ?? '';
  let length = 0;
  let value = 0;
  const hundreds = DIGITS.get(key(0));
  if (hundreds !== undefined && key(1) === 'trăm') {
    value = hundreds * 100;
    length = 2;
    if (key(length) === 'linh' || key(length) === 'lẻ') length++;
  }
  const tens = DIGITS.get(key(length));
  if (tens !== undefined && (key(length + 1) === 'mươi' || key(length + 1) === 'chục')) {
    value += tens * 10;
    length += 2;
    const unit = BEHIND_TENS.get(key(length));
    if (unit !== undefined && unit > 0) return { value: value + unit, length: length + 1 };
    return { value, length };
  }
  if (key(length) === 'mười') {
    const unit = BEHIND_TENS.get(key(length + 1));
    return unit !== undefined && unit > 0
      ? { value: value + 10 + unit, length: length + 2 }
      : { value: value + 10, length: length + 1 };
  }
  if (tens !== undefined && tens > 0) return { value: value + tens, length: length + 1 };
  return length > 0 ? { value, length } : null;
}
