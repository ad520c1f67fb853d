/**
 * Strips deadlines from the end of a wording: a target for the end of 2026 and its successor for 2030 measure the same
 * thing.
 */

import { leadsLength } from '../../plan/figure/figure-horizon.ts';
import { phrases } from '../../plan/lexicon/phrases.ts';
import { horizonsOf } from '../../plan/time/horizon.ts';
import { phraseAt, phraseBefore, tokensOf } from '../../plan/words/token.ts';

/** `quý II` without a year is a time too: whose does not matter here. */
const ANY_YEAR = { from: '2000-01-01', to: '2000-12-31' };

/** The words without the times that open and close them; '' when there is nothing else. */
export function withoutTimes(words: string): string {
  const tokens = tokensOf(words, 0, words.length);
  const times = horizonsOf(tokens, ANY_YEAR);
  if (times.length === 0) return words;
  const startOf = (from: number): number => {
    const length = leadsLength(tokens, from) || phraseBefore(tokens, from, SEVERAL);
    return length === 0 ? from : startOf(from - length);
  };
  let [from, to] = [0, tokens.length];
  for (let at = -1; at !== from; ) {
    at = from;
    const time = times.find((horizon) => startOf(horizon.from) <= at && at < horizon.to);
    from = time?.to ?? at + phraseAt(tokens, at, JOINTS);
  }
  for (let at = -1; at !== to && to > from; ) {
    at = to;
    const time = times.find((horizon) => horizon.to === at);
    to = time ? startOf(time.from) : at - phraseBefore(tokens, at, JOINTS);
  }
  return from < to ? words.slice(tokens[from]?.start, tokens[to - 1]?.end) : '';
}
const SEVERAL = phrases('các | từng | những');
const JOINTS = phrases('trong đó | cụ thể | như sau | , | ; | : | ( | ) | - | và | là | đạt');
