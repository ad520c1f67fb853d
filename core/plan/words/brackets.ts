/** Brackets of a sentence: text inside them is an aside. */
import type { Token } from './token.ts';

export interface Bracket {
  /** Tokens of the two signs; a bracket that is not closed ends with the sentence. */
  readonly from: number;
  readonly to: number;
}

/** Every pair of round brackets, in the order they close. Linear in the number of tokens. */
export function bracketsOf(tokens: readonly Token[]): readonly Bracket[] {
  const brackets: Bracket[] = [];
  const open: number[] = [];
  tokens.forEach(({ key }, at) => {
    if (key === '(') open.push(at);
    const from = key === ')' ? open.pop() : undefined;
    if (from !== undefined) brackets.push({ from, to: at });
  });
  for (const from of open) brackets.push({ from, to: tokens.length });
  return brackets;
}

export function isWithin(bracket: Bracket, at: number): boolean {
  return at > bracket.from && at < bracket.to;
}
