/** Clauses of a sentence: parted by commas, colons and semicolons. */
import type { Token } from './token.ts';

const LONGEST_CLAUSE = 80;

/** First token of the clause a token stands in: behind the last comma, colon or semicolon. */
export function clauseStart(tokens: readonly Token[], at: number): number {
  let start = at;
  const farthest = Math.max(0, at - LONGEST_CLAUSE);
  while (start > farthest && !/^[,;:]$/.test(tokens[start - 1]?.key ?? '')) start--;
  return start;
}
