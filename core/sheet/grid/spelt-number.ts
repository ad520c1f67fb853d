/** A whole number in Vietnamese words, as it stands in brackets behind its digits: `05 (năm) buổi`. */
import { foldKey } from '../../base/text/text.ts';

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  linh: 0,
  lẻ: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const TENS: Readonly<Record<string, number>> = { mươi: 10, trăm: 100, nghìn: 1000, ngàn: 1000 };
/** Longer words are no number of a report. */
const MOST_WORDS = 12;

/** null = the text is no number in words. `mười hai` → 12, `một trăm linh năm` → 105. */
export function speltNumber(text: string): number | null {
  const words = foldKey(text).split(' ');
  if (words.length > MOST_WORDS) return null;
  let [total, digit] = [0, null as number | null];
  for (const word of words) {
    const step = TENS[word];
    const own = DIGITS[word];
    if (word === 'mười') {
      if (digit !== null) return null;
      total += 10;
    } else if (step !== undefined) {
      if (digit === null) return null;
      total = step === 1000 ? (total + digit) * 1000 : total + digit * step;
      digit = null;
    } else if (own !== undefined) {
      // "linh", "lẻ" only bridge to the last digit.
      if (digit !== null && digit !== 0) return null;
      digit = own;
    } else return null;
  }
  return total + (digit ?? 0);
}
