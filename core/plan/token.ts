/** The words, numbers and signs of a sentence, for the grammar of figures and dates. */
import { foldKey } from '../grid/text.ts';

export interface Token {
  /**
   * document = `152/KH-UBND`; date = `05/11/2025`; slash = `6/7`, `05/11`, `12/2025`; years = `2021 - 2025`; phone; mark = punctuation.
   */
  readonly kind: 'word' | 'number' | 'percent' | 'date' | 'slash' | 'years' | 'document' | 'phone' | 'mark';
  readonly text: string;
  /** Folded for comparing: lower case, `tỷ` = `tỉ`. */
  readonly key: string;
  /** Place in the running text. */
  readonly start: number;
  readonly end: number;
}

const GRAMMAR = new RegExp(
  [
    String.raw`(?<phone>\b(?:0\d{2,4}[.\s-]\d{3,4}[.\s-]?\d{3,4}|0\d{9,10})\b)`,
    String.raw`(?<document>\d{1,5} ?[-/] ?(?:\d{4} ?/ ?)?(?!GRDP|GDP)[A-ZĐ]{2,7}\d{0,2}(?: ?[-/–] ?[A-ZĐ][\p{L}]*\d*){0,4})`,
    String.raw`(?<date>\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d{2}(?!\d))`,
    String.raw`(?<years>(?:19|20)\d{2} ?[-–—] ?(?:19|20)\d{2}(?!\d))`,
    String.raw`(?<slash>\d{1,4} ?/ ?\d{1,4}(?![\d/]))`,
    String.raw`(?<number>\d+(?:[.,]\d+)*)`,
    String.raw`(?<percent>[%％])`,
    String.raw`(?<word>[\p{L}\p{M}]+(?:[23](?!\d))?|²|³)`,
    String.raw`(?<mark>>=|<=|[^\s])`,
  ].join('|'),
  'gu',
);

/** Tokens of text[from, to). */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(GRAMMAR)) {
    const kind = (Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0] ??
      'mark') as Token['kind'];
    const start = from + match.index;
    tokens.push({
      kind,
      text: match[0],
      key: kind === 'word' ? foldKey(match[0]) : match[0],
      start,
      end: start + match[0].length,
    });
  }
  return tokens;
}

/** Phrases of one meaning, as sequences of word keys, longest first, found by their first and by their last word. */
export interface Phrases {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly byLast: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** `trở lên | không dưới` → phrases. */
export function phrases(list: string): Phrases {
  const all = list
    .split('|')
    .map((phrase) => phrase.trim().split(/\s+/).map(foldKey))
    .sort((a, b) => b.length - a.length);
  return {
    byFirst: grouped(all, (phrase) => phrase[0] ?? ''),
    byLast: grouped(all, (phrase) => phrase.at(-1) ?? ''),
  };
}

function grouped(
  all: readonly (readonly string[])[],
  keyOf: (phrase: readonly string[]) => string,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>();
  for (const phrase of all) groups.set(keyOf(phrase), [...(groups.get(keyOf(phrase)) ?? []), phrase]);
  return groups;
}

/** Number of tokens a phrase takes at a place; 0 = none stands there. */
export function phraseAt(tokens: readonly Token[], at: number, list: Phrases): number {
  for (const phrase of list.byFirst.get(tokens[at]?.key ?? '') ?? []) {
    if (phrase.every((word, index) => tokens[at + index]?.key === word)) return phrase.length;
  }
  return 0;
}

/** The same for a phrase that ends just before a place. */
export function phraseBefore(tokens: readonly Token[], at: number, list: Phrases): number {
  for (const phrase of list.byLast.get(tokens[at - 1]?.key ?? '') ?? []) {
    if (phrase.every((word, index) => tokens[at - phrase.length + index]?.key === word)) return phrase.length;
  }
  return 0;
}

/** First place in [from, to) where a phrase stands; −1 = nowhere. */
export function findPhrase(tokens: readonly Token[], from: number, to: number, list: Phrases): number {
  for (let at = Math.max(0, from); at < to; at++) if (phraseAt(tokens, at, list) > 0) return at;
  return -1;
}

/** Last such place; −1 = nowhere. */
export function findLastPhrase(tokens: readonly Token[], from: number, to: number, list: Phrases): number {
  for (let at = to - 1; at >= Math.max(0, from); at--) if (phraseAt(tokens, at, list) > 0) return at;
  return -1;
}
