/** Terms of a school year as times something is wanted by; the Ministry's calendar ends them in January and in May. */

import { phrases } from '../lexicon/phrases.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import type { Horizon } from './horizon.ts';
import type { PlanPeriod } from './plan-period.ts';

/**
 * `học kỳ I`, `học kỳ 2` and, beside them, `cả năm`: ISO last days. Only in a plan for a school year, or with the
 * school year named: in a plan for 2026 it may be the term that ended in January or the term that began in September.
 */
export function termsOf(tokens: readonly Token[], { from, to }: PlanPeriod): readonly Horizon[] {
  if (findPhrase(tokens, 0, tokens.length, TERM) < 0) return [];
  const planned = from !== null && to !== null && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) === 1;
  return tokens.flatMap((_, at): Horizon[] => {
    const term = phraseAt(tokens, at, TERM);
    const end = term > 0 && phraseBefore(tokens, at, EVERY) === 0 ? ENDS.get(tokens[at + term]?.key ?? '') : undefined;
    if (end !== undefined) {
      // "học kỳ I năm học 2026 - 2027"
      const named = tokens[at + term + 3]?.kind === 'years' ? tokens[at + term + 3]?.text.slice(-4) : undefined;
      const year = named ?? (planned ? to.slice(0, 4) : undefined);
      return year === undefined
        ? []
        : [{ from: at, to: at + term + (named === undefined ? 1 : 4), day: `${year}-${end}` }];
    }
    const whole = planned ? phraseAt(tokens, at, WHOLE_YEAR) : 0;
    return whole > 0 && to !== null ? [{ from: at, to: at + whole, day: to }] : [];
  });
}
const TERM = phrases('học kỳ');
const EVERY = phrases('mỗi | từng | một');
const ENDS: ReadonlyMap<string, string> = new Map([
  ['i', '01-31'],
  ['1', '01-31'],
  ['ii', '05-31'],
  ['2', '05-31'],
]);
const WHOLE_YEAR = phrases('cả năm | cả năm học | cuối năm học | kết thúc năm học');
