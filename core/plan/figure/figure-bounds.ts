/** Which words of a sentence belong to which of its figures. */

import { EVERY } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { PREDICATES } from '../lexicon/verbs.ts';
import { clauseStart } from '../words/clause.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import type { Figure } from './figure.ts';

/** Tokens [from, to). */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const JOINTS = phrases(', | và | : | ; | đồng thời | trong đó | cũng như | hoặc');

/** Whether brackets open that ask something of each: "15 km đường hoa (mỗi năm 3 km)". */
export function isEachAside(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === '(' && phraseAt(tokens, at + 1, EVERY) > 0;
}

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
  // "60% cán bộ, công chức sử dụng ít nhất một công cụ": a share says nothing before its verb, and has the words up to it.
  const verb = isShareFirst(tokens, figure) ? ownVerb(tokens, figure.to, next.from) : -1;
  for (let at = Math.max(figure.to, verb); at < next.from; at++)
    if (phraseAt(tokens, at, JOINTS) > 0 && tokens[at]?.key !== ':') return at;
  if (verb >= 0) return next.from;
  return Math.max(figure.to, Math.min(next.from, clauseStart(tokens, next.from)));
}

/** `60% cán bộ`, `Phấn đấu 13/13 ấp`: the group comes after its share. */
function isShareFirst(tokens: readonly Token[], { kind, fraction, from }: Figure): boolean {
  if (kind !== 'percent' && kind !== 'all' && !fraction) return false;
  let at = clauseStart(tokens, from);
  for (let length = 1; at < from && length > 0; at += length) length = phraseAt(tokens, at, LEADS);
  return at >= from;
}
export const LEADS = phrases('phấn đấu | bảo đảm | đảm bảo | yêu cầu | có | đạt');

/** Index of the verb after nouns, which commas may separate, from a token on; −1 = none, or other words come first. */
function ownVerb(tokens: readonly Token[], from: number, to: number): number {
  const verb = findPhrase(tokens, from, to, PREDICATES);
  const nouns = tokens.slice(from, Math.max(from, verb));
  const isList = nouns.every(({ kind, key }) => kind === 'word' || key === ',') && nouns.at(-1)?.key !== ',';
  return isList ? verb : -1;
}
