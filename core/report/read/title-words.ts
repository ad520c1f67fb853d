/**
 * A title word by word, for titles that were shortened: abbreviated by first letters (`CĐS`, `DVCTT`, `CBCC`: any run
 * of words, no list) or cut off with dots. Diacritics and punctuation do not count.
 */
import { bareKey, nfc } from '../../base/text/text.ts';

interface TitleWord {
  readonly key: string;
  /** First letters it may stand for; '' when it is a plain word. */
  readonly letters: string;
}

export interface TitleWords {
  readonly words: readonly TitleWord[];
  /** Ends with dots: the rest was cut off. */
  readonly cut: boolean;
  /** Something in it may be short for more. */
  readonly shortened: boolean;
}

const CUT = /\s*(?:…|\.{2,})\s*$/;
const MAX_TITLE = 600;
/** A beginning with fewer letters could be that of anything. */
const LEAST_CUT = 20;

/** False for a text that is surely written out: dots or two capitals in a row shorten it. Far cheaper than its words. */
export function mayBeShort(text: string): boolean {
  return /…|\.\.|\p{Lu}\p{M}*\p{Lu}/u.test(text);
}

export function titleWords(text: string): TitleWords {
  const line = nfc(text.slice(0, MAX_TITLE)).trim();
  const cut = CUT.test(line);
  // In a title all in capitals a short word is no abbreviation.
  const isMixed = /\p{Ll}/u.test(line);
  const words = line
    .replace(CUT, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ({ key: bareKey(word), letters: isMixed && /^[\p{Lu}]{2,8}$/u.test(word) ? bareKey(word) : '' }));
  return { words, cut, shortened: cut || words.some(({ letters }) => letters !== '') };
}

/** Whether the found title is the expected title, possibly abbreviated or cut off. */
export function isShortOf(expected: TitleWords, found: TitleWords): boolean {
  const [e, f] = [expected.words, found.words];
  let i = 0;
  let j = 0;
  while (j < f.length && i < e.length) {
    const [own, other] = [e[i], f[j]];
    if (!own || !other) return false;
    if (own.key === other.key || (found.cut && j === f.length - 1 && own.key.startsWith(other.key))) {
      i += 1;
      j += 1;
    } else if (standsFor(other, e, i)) {
      i += other.letters.length;
      j += 1;
    } else if (standsFor(own, f, j)) {
      j += own.letters.length;
      i += 1;
    } else return false;
  }
  if (j < f.length) return false;
  return i === e.length || (found.cut && f.reduce((sum, { key }) => sum + key.length, 0) >= LEAST_CUT);
}

function standsFor({ letters }: TitleWord, words: readonly TitleWord[], from: number): boolean {
  if (letters === '' || from + letters.length > words.length) return false;
  for (let at = 0; at < letters.length; at += 1) if (words[from + at]?.key[0] !== letters[at]) return false;
  return true;
}
