/** The words, numbers and signs of a sentence, for the grammar of figures and dates. */
import { foldKey } from '../../base/text/text.ts';
import type { Phrases } from '../lexicon/phrases.ts';

export interface Token {
  /**
   * document = `152/KH-UBND`; date = `05/11/2025`; slash = `6/7`, `05/11`, `12/2025`; years = `2021 - 2025`; phone;
   * mark = punctuation.
   */
  readonly kind: 'word' | 'number' | 'percent' | 'date' | 'slash' | 'years' | 'document' | 'phone' | 'mark';
  readonly text: string;
  /** Folded for comparing: lower case, `tỷ` = `tỉ`. */
  readonly key: string;
  /** Place in the running text. */
  readonly start: number;
  readonly end: number;
}

/** What starts with a digit, in the order it is tried. */
const DIGITS = new RegExp(
  [
    String.raw`(0\d{2,4}[.\s-]\d{3,4}[.\s-]?\d{3,4}\b|0\d{9,10}\b)`,
    String.raw`(\d{1,5} ?[-/] ?(?:\d{4} ?/ ?)?(?!GRDP|GDP)[A-ZĐ]{2,7}\d{0,2}(?: ?[-/–] ?[A-ZĐ][\p{L}]{0,20}\d{0,4}){0,4})`,
    String.raw`(\d{1,2} ?(?:/ ?\d{1,2} ?/|- ?\d{1,2} ?-|\. ?\d{1,2} ?\.) ?(?:19|20)\d{2}(?!\d))`,
    String.raw`((?:19|20)\d{2} ?[-–—] ?(?:19|20)\d{2}(?!\d))`,
    // "xong trước 30-6"; "ngày 05-07 hằng tháng" are days of each month.
    String.raw`((?<=(?:[Tt]rước|[Nn]gày|[Hh]ết|[Xx]ong) )(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])(?![\d/-]| (?:h[àằ]ng|mỗi|của|các) ))`,
    String.raw`((?:\d{1,3}\.\d{3}|\d{1,4})(?:,\d{1,2})? ?/ ?\d{1,4}(?:\.\d{3})?(?![\d/]))`,
    String.raw`(\d{1,20}(?:[.,]\d{1,20}){0,6})`,
  ].join('|'),
  'uy',
);
const DIGIT_KINDS = ['phone', 'document', 'date', 'years', 'day', 'slash', 'number'] as const;
/**
 * A digit, a word (`m2` too), a comparison sign, any other sign; a raised digit is the mark of a note (`85%¹`) but in a
 * measure (`m²`). Plain ranges without the `u` flag: this is the hottest loop.
 */
const PIECES =
  /\d|(?:[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1eff]|[\u0300-\u036f])+(?:[23](?!\d))?|>=|<=|(?<=m ?)[\u00b2\u00b3]|[^\s\u00b2\u00b3\u00b9\u2070-\u2079]/g;

/** One key for all: `3 – 4%` is `3 - 4%`. */
const DASHES: ReadonlySet<string> = new Set(['–', '—', '−']);

/** Tokens of text[from, to). */
export function tokensOf(text: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const words = text.slice(from, to);
  PIECES.lastIndex = 0;
  for (let match = PIECES.exec(words); match; match = PIECES.exec(words)) {
    const { index } = match;
    let [piece] = match;
    let kind = kindOf(piece);
    if (kind === 'number') {
      const digits = digitsAt(words, index);
      kind = digits.kind;
      piece = digits.text;
      PIECES.lastIndex = index + piece.length;
    }
    const key = kind === 'word' ? foldKey(piece) : kind === 'mark' && DASHES.has(piece) ? '-' : piece;
    tokens.push({ kind, text: piece, key, start: from + index, end: from + index + piece.length });
  }
  return tokens;
}

/** By the first character; what starts with a digit is looked at again. */
function kindOf(piece: string): Token['kind'] {
  const code = piece.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if (code === 37 || code === 0x2030 || code === 0xff05) return 'percent';
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x1eff);
  return isLetter || code === 0xb2 || code === 0xb3 ? 'word' : 'mark';
}

function digitsAt(words: string, at: number): { readonly kind: Token['kind']; readonly text: string } {
  DIGITS.lastIndex = at;
  const match = DIGITS.exec(words);
  const group = match ? match.findIndex((found, index) => index > 0 && found !== undefined) : -1;
  const [text, kind] = [match?.[0] ?? words[at] ?? '', DIGIT_KINDS[group - 1] ?? 'number'];
  return kind === 'day' ? { kind: 'slash', text: text.replace('-', '/') } : { kind, text };
}

/** Number of tokens a phrase takes at a place; 0 = none stands there. */
export function phraseAt(tokens: readonly Token[], at: number, list: Phrases): number {
  const known = list.byFirst.get(tokens[at]?.key ?? '');
  return known ? lengthOf(known, tokens, at, 1) : 0;
}

/** The same for a phrase that ends just before a place. */
export function phraseBefore(tokens: readonly Token[], at: number, list: Phrases): number {
  const known = list.byLast.get(tokens[at - 1]?.key ?? '');
  return known ? lengthOf(known, tokens, at, -1) : 0;
}

/**
 * Length of the first phrase that starts at a place, or ends just before it; plain loops, because it runs for every
 * word.
 */
function lengthOf(known: readonly (readonly string[])[], tokens: readonly Token[], at: number, way: 1 | -1): number {
  for (const phrase of known) {
    const from = way === 1 ? at : at - phrase.length;
    let index = 0;
    while (index < phrase.length && tokens[from + index]?.key === phrase[index]) index++;
    if (index === phrase.length) return index;
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
