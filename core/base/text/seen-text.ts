/**
 * What a person sees of a text: the one door through which text from outside goes before it is read. A text comes as
 * runs, each with its own look. Struck-out and invisible runs are not read, but they are reported; raised and lowered
 * digits become ¹ and ₁, so that nobody takes the mark of a footnote for a digit; letters of old one-byte fonts and of
 * picture fonts (Wingdings) become the signs they show.
 */
import { detectLegacy, type LegacyEncoding, toUnicode } from './legacy-text.ts';
import { fromPictureFont, isPictureFont } from './picture-fonts.ts';
import { nfc } from './text.ts';

/** A stretch of text with one look. */
export interface TextRun {
  readonly text: string;
  readonly struck?: boolean | undefined;
  readonly raised?: 'up' | 'down' | undefined;
  /** Marked as hidden, or in the colour of its ground. */
  readonly hidden?: boolean | undefined;
  /** Name of the font, '' or absent = not known. */
  readonly font?: string | undefined;
}

export interface SeenText {
  /** What is read: Unicode, without the struck and hidden runs, cleaned as by `cleanText`. */
  readonly text: string;
  /** The struck-out runs, joined; '' = none. */
  readonly struck: string;
  /** The hidden runs, joined; '' = none. */
  readonly hidden: string;
  /** Where a run was in an old encoding: which, and the whole text as it is stored. */
  readonly legacy: { readonly encoding: LegacyEncoding; readonly before: string } | null;
}

/** Reads runs as a person does. Linear in their length; nothing is trimmed between runs. */
export function seenText(runs: readonly TextRun[]): SeenText {
  let [text, struck, hidden] = ['', '', ''];
  let encoding: LegacyEncoding | null = null;
  for (const run of runs) {
    const font = run.font ?? '';
    const found = isPictureFont(font) ? null : detectLegacy(run.text, font);
    if (found && !run.struck && !run.hidden) encoding ??= found;
    const shown = asShown(run.text, font, found);
    if (run.struck) struck += shown;
    else if (run.hidden) hidden += shown;
    else text += run.raised ? asMark(shown, run.raised) : shown;
  }
  const before = encoding ? runs.map((run) => run.text).join('') : '';
  return {
    text: cleanText(text),
    struck: cleanText(struck).trim(),
    hidden: cleanText(hidden).trim(),
    legacy: encoding ? { encoding, before } : null,
  };
}

/** A text in one font as the signs it shows, not cleaned yet. */
export function unicodeOf(text: string, font: string): string {
  return asShown(text, font, isPictureFont(font) ? null : detectLegacy(text, font));
}

function asShown(text: string, font: string, encoding: LegacyEncoding | null): string {
  if (isPictureFont(font)) return fromPictureFont(text, font);
  return encoding ? toUnicode(text, encoding, font) : text;
}

/** Zero-width signs, soft hyphens, marks of direction and of variation: they take no place on the screen. */
const NO_WIDTH =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]|\u{e0001}|[\u{e0020}-\u{e007f}]/gu;
/** Every kind of blank but the line break. */
const BLANK = /[\t\v\f\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g;
const LINE = /\r\n?|[\u2028\u2029]/g;
/** Vietnamese and its punctuation: one look spares a text of these the rest. */
const PLAIN = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u0323\u1ea0-\u1ef9\u2010-\u2027\u2030-\u205e\u20ab\u2190-\u27bf]*$/;

/**
 * Unicode text as it is seen: composed (NFC), without signs that take no place, one kind of blank, one kind of line
 * break. Not trimmed. Old one-byte letters must be converted before (`unicodeOf`): in TCVN3 the soft hyphen is ư.
 */
export function cleanText(text: string): string {
  const composed = nfc(text);
  if (PLAIN.test(composed)) return composed;
  return nfc(composed.replace(LINE, '\n').replace(NO_WIDTH, '').replace(BLANK, ' '));
}

const UP = new Map([...'0123456789()'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾'][at] ?? sign]));
const DOWN = new Map([...'0123456789()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₍₎'][at] ?? sign]));

function asMark(text: string, raised: 'up' | 'down'): string {
  const signs = raised === 'up' ? UP : DOWN;
  return [...text].map((sign) => signs.get(sign) ?? sign).join('');
}

/** Marks of footnotes behind a text: `85%⁽¹⁾`, `17¹`. m² and km² are units, not marks. */
export function withoutMarks(text: string): string {
  return text.replace(/(?<!(?:^|[^\p{L}])[kcdm]?m)[⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾₀₁₂₃₄₅₆₇₈₉₍₎]+/gu, '');
}
