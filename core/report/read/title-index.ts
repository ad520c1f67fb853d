/**
 * Finds which of many known titles a row's text means: the title with the same key, or the nearest wording with its
 * lead over the second nearest.
 */
import { ownText, remembered } from '../../base/text/remembered.ts';
import { closeness, type Grams, gramsOf, squashKey } from '../../base/text/text.ts';
import { bareTitle } from './numbering.ts';
import { isShortOf, mayBeShort, type TitleWords, titleWords } from './title-words.ts';

interface Nearest<T> {
  readonly item: T;
  /** 0 … 1. */
  readonly similarity: number;
  /** Similarity of the best other item. */
  readonly next: number;
}

export interface TitleIndex<T> {
  /** Items with a wording that has the text's key; usually none or a single item. */
  readonly equal: (text: string) => readonly T[];
  /** The most alike item; null when the index is empty or the text says nothing. */
  readonly nearest: (text: string) => Nearest<T> | null;
  /** Likeness of a text to one item. */
  readonly likeness: (text: string, item: T) => number;
}

/** Size of the cache of likenesses; when full it is emptied. */
const MAX_KEPT = 2_000;
const MAX_TITLE = 600;
const MOST_LINES = 8;

/** Less alike than this by their bare letters: not compared further, likeness 0. Far below every threshold in use. */
const WORTH_COMPARING = 0.3;

interface Wording<T> {
  readonly item: T;
  readonly grams: Grams;
  readonly size: number;
}

/** Index over items, each with all its wordings. Items are compared by identity. */
export function indexTitles<T>(
  items: readonly { readonly item: T; readonly wordings: readonly string[] }[],
): TitleIndex<T> {
  const byKey = new Map<string, T[]>();
  const known: Wording<T>[] = [];
  const spelt: { readonly item: T; readonly wording: string }[] = [];
  /** Pair of letters → the wordings that have it, and how often. */
  const postings = new Map<string, [wording: number, count: number][]>();
  for (const { item, wordings } of items) {
    for (const wording of wordings) {
      const key = squashKey(wording);
      if (key === '') continue;
      const same = byKey.get(key) ?? [];
      if (same.includes(item)) continue;
      byKey.set(key, [...same, item]);
      spelt.push({ item, wording });
      const grams = gramsOf(wording);
      for (const [pair, count] of grams.bare) {
        const list = postings.get(pair) ?? [];
        list.push([known.length, count]);
        postings.set(pair, list);
      }
      known.push({ item, grams, size: sizeOf(grams) });
    }
  }
  const shortOf = new Map<string, readonly T[]>();
  let wordings: readonly TitleWords[] | undefined;
  /** Items whose title the text abbreviates or cuts. */
  const shortened = (text: string): readonly T[] => {
    const title = bareTitle(text);
    if (!mayBeShort(title)) return [];
    const before = shortOf.get(title);
    if (before) return before;
    const words = titleWords(title);
    wordings ??= spelt.map(({ wording }) => titleWords(wording));
    const own = wordings;
    const found = words.shortened ? spelt.filter((_, at) => own[at] && isShortOf(own[at], words)) : [];
    const items = [...new Set(found.map(({ item }) => item))];
    if (shortOf.size >= MAX_KEPT) shortOf.clear();
    shortOf.set(ownText(title), items);
    return items;
  };
  /** A title, and below it in the same cell how it is scored. */
  const firstLines = (text: string): readonly T[] | undefined => {
    const lines = text.includes('\n') ? text.split('\n') : [];
    for (let count = Math.min(lines.length, MOST_LINES) - 1; count > 0; count -= 1) {
      const found = byKey.get(squashKey(bareTitle(lines.slice(0, count).join(' '))));
      if (found) return found;
    }
    return undefined;
  };
  const compared = new Map<string, ReadonlyMap<T, number>>();
  const likenesses = (text: string): ReadonlyMap<T, number> => {
    const title = bareTitle(text.slice(0, MAX_TITLE));
    const before = compared.get(title);
    if (before) return before;
    const found = new Map<T, number>();
    if (title.length < 3) return found;
    const own = gramsOf(title);
    const size = sizeOf(own);
    for (const [at, shared] of sharedPairs(own, postings)) {
      const wording = known[at];
      if (!wording || 2 * shared < WORTH_COMPARING * (size + wording.size)) continue;
      found.set(wording.item, Math.max(found.get(wording.item) ?? 0, closeness(own, wording.grams)));
    }
    if (compared.size >= MAX_KEPT) compared.clear();
    compared.set(ownText(title), found);
    return found;
  };
  return {
    equal: remembered((text) => {
      if (text.length > MAX_TITLE) return [];
      return byKey.get(squashKey(text)) ?? byKey.get(squashKey(bareTitle(text))) ?? firstLines(text) ?? shortened(text);
    }),
    nearest: (text) => {
      const [best, next] = [...likenesses(text)].sort((a, b) => b[1] - a[1]);
      return best ? { item: best[0], similarity: best[1], next: next?.[1] ?? 0 } : null;
    },
    likeness: (text, item) => likenesses(text).get(item) ?? 0,
  };
}

function sizeOf(grams: Grams): number {
  let size = 0;
  for (const count of grams.bare.values()) size += count;
  return size;
}

/** How many pairs of letters a text shares with each wording. */
function sharedPairs(
  grams: Grams,
  postings: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const [pair, count] of grams.bare) {
    for (const [wording, other] of postings.get(pair) ?? []) {
      shared.set(wording, (shared.get(wording) ?? 0) + Math.min(count, other));
    }
  }
  return shared;
}
