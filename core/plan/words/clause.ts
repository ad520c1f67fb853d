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

/** All clauses of the tokens in their order; brackets and full stops part them too. `to` = behind the last token. */
export function clausesOf(tokens: readonly Token[]): readonly { readonly from: number; readonly to: number }[] {
  const clauses: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !/^[,;:.()]$/.test(tokens[at]?.key ?? '')) continue;
    if (at > from) clauses.push({ from, to: at });
    from = at + 1;
  }
  return clauses;
}
