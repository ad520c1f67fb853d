/**
 * The clauses in which a needle stands. What is looked for from every letter on, for hundreds of letters, is looked for
 * only there: a text of many pages is gone through once.
 */

interface Clause {
  readonly words: string;
  /** Place in the text. */
  readonly at: number;
}

/** What stands between full stops, semicolons and ends of lines, where the needle (without the flag g) is found in it. */
export function* clausesWith(text: string, needle: RegExp): Generator<Clause> {
  for (const { 0: words, index } of text.matchAll(/[^.;\n]+/g)) if (needle.test(words)) yield { words, at: index };
}
