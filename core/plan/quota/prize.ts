/** Prizes that a plan awards in a contest: `01 giải Nhất, 02 giải Nhì`. */
import type { Figure } from '../figure/figure.ts';
import { phrases } from '../lexicon/phrases.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';

/** Whether a figure counts the winners of such a prize; beside a first or second one a prize may have any name. */
export function isPrize(tokens: readonly Token[], { unit, at, to, compared }: Figure): boolean {
  if (unit !== 'giải' || compared) return false;
  return phraseAt(tokens, to, PLACES) > 0 || findPhrase(tokens, at - FARTHEST, at, RANKED) >= 0;
}
const PLACES = phrases('nhất | nhì | ba | tư | khuyến khích | đặc biệt | phụ | a | b | c');
/** Words of a list of prizes looked back at. */
const FARTHEST = 16;
const RANKED = phrases('giải nhất | giải nhì | giải đặc biệt | giải khuyến khích');
