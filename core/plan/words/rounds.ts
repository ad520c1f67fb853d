/** The rounds in which is commended, as words name them. */

import type { PlanQuota } from '../finding.ts';
import { type Phrases, phrases } from '../lexicon/phrases.ts';
import { findPhrase, phraseAt, type Token } from './token.ts';

const ROUNDS: readonly (readonly [NonNullable<PlanQuota['round']>, ReturnType<typeof phrases>])[] = [
  ['out-of-turn', phrases('đột xuất')],
  ['interim', phrases('sơ kết')],
  ['final', phrases('tổng kết | kết thúc | kết thúc phong trào | kết thúc giai đoạn')],
  ['yearly', phrases('hàng năm | hằng năm | mỗi năm | cuối năm | thường xuyên | năm')],
];

/** Round a heading names. */
export function roundNamed(words: readonly Token[]): PlanQuota['round'] {
  return roundIn(words, 0, words.length);
}

export function roundIn(tokens: readonly Token[], from: number, to: number): PlanQuota['round'] {
  return ROUNDS.find(([, list]) => isRound(tokens, findPhrase(tokens, from, to, list), list))?.[0] ?? null;
}

/** "Kết thúc mỗi quý" is the end of no movement. */
function isRound(tokens: readonly Token[], at: number, list: Phrases): boolean {
  return at >= 0 && phraseAt(tokens, at + phraseAt(tokens, at, list), EACH_TIME) === 0;
}
const EACH_TIME = phrases('mỗi | từng | hằng | hàng | quý | tháng | học kỳ');
