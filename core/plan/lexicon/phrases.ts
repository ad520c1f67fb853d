/** Phrases as data: lists of words with one meaning, looked up by `words/token.ts`. */
import { foldKey } from '../../base/text/text.ts';

/** Phrases of one meaning, as sequences of word keys, longest first, found by their first and by their last word. */
export interface Phrases {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly byLast: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Every list of the reader, in the order they are made: `bench/plan-words.ts` takes each out in turn. */
export const LISTS: Phrases[] = [];

/** `trở lên | không dưới` → phrases. */
export function phrases(list: string): Phrases {
  const all = list
    .split('|')
    .map((phrase) => phrase.replace(/,/g, ' ,').trim().split(/\s+/).map(foldKey))
    .sort((a, b) => b.length - a.length);
  const made = {
    byFirst: grouped(all, (phrase) => phrase[0] ?? ''),
    byLast: grouped(all, (phrase) => phrase.at(-1) ?? ''),
  };
  LISTS.push(made);
  return made;
}

function grouped(
  all: readonly (readonly string[])[],
  keyOf: (phrase: readonly string[]) => string,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const phrase of all) groups.set(keyOf(phrase), [...(groups.get(keyOf(phrase)) ?? []), phrase]);
  return groups;
}
