/** Which words of a sentence belong to which of its figures. */

import { phrases } from '../lexicon/phrases.ts';
import { clauseStart } from '../words/clause.ts';
import { phraseAt, phraseBefore, type Token } from '../words/token.ts';
import type { Figure } from './figure.ts';

/** Tokens [from, to). */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const JOINTS = phrases(', | và | : | ; | đồng thời | trong đó | cũng như | hoặc');

/** Whether brackets open that ask something of each: "15 km đường hoa (mỗi năm 3 km)". */
export function isEachAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === '(' && phraseAt(tokens, at + 1, EACH) > 0;
}
const EACH = phrases('mỗi | từng | hằng | hàng');

/** Which tokens belong to which figure: parted at the comma or "và" before the next figure's own words. */
export function boundsOf(tokens: readonly Token[], figures: readonly Figure[]): ReadonlyMap<Figure, Bounds> {
  const bounds = new Map<Figure, Bounds>();
  let from = 0;
  figures.forEach((figure, index) => {
    const next = figures[index + 1];
    const to = next ? partingBetween(tokens, figure, next) : tokens.length;
    bounds.set(figure, { from, to });
    from = to + (next ? phraseAt(tokens, to, JOINTS) : 0);
  });
  return bounds;
}

function partingBetween(tokens: readonly Token[], figure: Figure, next: Figure): number {
  // "100% cán bộ, công chức, trong đó ít nhất 20% …": the words before the next number only join it.
  const joint = phraseBefore(tokens, next.from, JOINTS);
  if (joint > 0) return Math.max(figure.to, next.from - joint);
  for (let at = next.from; at > figure.to && tokens[at]?.key !== ')'; at--) if (isEachAside(tokens, at)) return at;
  for (let at = figure.to; at < next.from; at++)
    if (phraseAt(tokens, at, JOINTS) > 0 && tokens[at]?.key !== ':') return at;
  return Math.max(figure.to, Math.min(next.from, clauseStart(tokens, next.from)));
}
