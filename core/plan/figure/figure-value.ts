/** The number of a figure as plans write it: `80`, `02 (hai)`, `hai (02)`, `15/19`, `tám mươi`. */
import { readNumberText } from '../../sheet/grid/number-text.ts';
import { phrases } from '../lexicon/phrases.ts';
import { numberWordsAt } from '../words/number-words.ts';
import { phraseBefore, type Token } from '../words/token.ts';
import type { Unit } from '../words/unit-words.ts';

export interface ReadValue {
  readonly text: string;
  readonly words: number | null;
  readonly length: number;
  readonly inWords: boolean;
  readonly fraction: boolean;
}

/** `80`, `02 (hai)`, `hai (02)`, `15/19`, `tám mươi`. */
export function valueAt(tokens: readonly Token[], at: number): ReadValue | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') {
    const length = 1 + spelledAgain(tokens, at + 1);
    return { text: token.text, words: null, length, inWords: false, fraction: false };
  }
  if (token.kind === 'slash') {
    // "bản đồ tỷ lệ 1/10.000"
    if (/^1\/.*\.\d{3}$/.test(token.text)) return null;
    const [a, b] = slashParts(token.text);
    const isYear = b >= 1900 && !/\.\d{3}$/.test(token.text);
    if (a > b || isYear || phraseBefore(tokens, at, BY_WHEN) > 0) return null;
    return { text: String(a), words: a, length: 1, inWords: false, fraction: true };
  }
  if (token.kind !== 'word') return null;
  const spelled = numberWordsAt(tokens, at);
  if (!spelled) return null;
  const again = tokens[at + spelled.length];
  const digits = tokens[at + spelled.length + 1];
  if (again?.key === '(' && digits?.kind === 'number' && tokens[at + spelled.length + 2]?.key === ')') {
    return { text: digits.text, words: null, length: spelled.length + 3, inWords: false, fraction: false };
  }
  return { text: '', words: spelled.value, length: spelled.length, inWords: true, fraction: false };
}

/** Before a day: `chậm nhất 05/10`. */
const BY_WHEN = phrases('chậm nhất | chậm nhất là | chậm nhất vào | muộn nhất | muộn nhất là | muộn nhất vào');

/** `15/19`, `3.950/5.600`, `4,2/5`. */
export function slashParts(text: string): readonly [number, number] {
  const [a = 0, b = 0] = text.split('/').map((part) => Number(part.replace(/\.(?=\d{3})/g, '').replace(',', '.')));
  return [a, b];
}

/** `(hai)` behind digits: how many tokens it takes. */
function spelledAgain(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key !== '(') return 0;
  const spelled = numberWordsAt(tokens, at + 1);
  return spelled && tokens[at + 1 + spelled.length]?.key === ')' ? spelled.length + 2 : 0;
}

/** The number in its unit; NaN when it cannot be read. */
export function scaled(read: ReadValue, unit: Unit): number {
  if (read.words !== null) return read.words * unit.scale;
  const whole = unit.kind !== 'percent' && unit.kind !== 'points';
  const number = readNumberText(read.text, whole ? 'whole' : 'decimal');
  if (!number) return Number.NaN;
  const value = number.kind === 'number' ? number.value : number.candidates[0];
  return Math.round(value * unit.scale * 1e6) / 1e6;
}

/** `1.550` → 1550; NaN = it says more than a number. */
export const plainNumber = (text: string): number => Number(text.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'));
