/** Prizes that a plan awards in a contest: `01 giải Nhất, 02 giải Nhì`. */
import type { Figure } from '../figure/figure.ts';
import { phrases } from '../lexicon/phrases.ts';
import { phraseAt, type Token } from '../words/token.ts';

/** Whether a figure counts the winners of such a prize. */
export function isPrize(tokens: readonly Token[], { unit, to, compared }: Figure): boolean {
  return unit === 'giải' && !compared && phraseAt(tokens, to, PLACES) > 0;
}
const PLACES = phrases('nhất | nhì | ba | tư | khuyến khích | đặc biệt | phụ | a | b | c');
