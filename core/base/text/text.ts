/**
 * Keys for comparing Vietnamese labels that many hands typed: composition, tone placement, i/y, dashes, spaces,
 * look-alike letters. Keys are for comparing only, never for showing. Legacy encodings are converted before
 * (legacy-text.ts): here the soft hyphen is dropped, which in TCVN3 is the letter ư.
 */
import { foldConfusables } from './confusables.ts';
import { remembered } from './remembered.ts';

/** Canonical composition: `a` + U+0300 → `à`. Marks in the wrong order (tone before circumflex) are put right too. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g;
const QUOTES = /[“”„«»″]/g;
const APOSTROPHES = /[‘’‚`´′]/g;

/**
 * Key of a label with its tones: NFC, lower case, `hoà` = `hòa`, `sỹ` = `sĩ`, `ƣ` = `ư`, one kind of dash (no spaces
 * around it), one kind of space, no invisible characters. Linear in the length.
 */
export const foldKey = remembered((text) => foldSpelling(foldForms(text)));

/**
 * foldKey without spaces and punctuation: `Điểm tối đa` = `Điểmtốiđa`. Spelling is folded after squashing, so both
 * agree.
 */
export const squashKey = remembered((text) => foldSpelling(foldForms(text).replace(/[^\p{L}\p{N}]+/gu, '')));

/** squashKey without diacritics: `Điểm tối đa` → `diemtoida`. Different words can share it: a last resort. */
export const bareKey = remembered((text) =>
  foldSpelling(
    squashKey(text)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/đ/g, 'd'),
  ),
);

/**
 * Characters folded, spelling untouched. Runs of white space are one space before dashes are tightened: no
 * backtracking.
 */
function foldForms(text: string): string {
  return foldConfusables(nfc(text.replace(INVISIBLE, '')))
    .toLowerCase()
    .replace(DASHES, '-')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
}

const TONED: Readonly<Record<string, string>> = {
  o: 'òóỏõọ',
  u: 'ùúủũụ',
  a: 'àáảãạ',
  e: 'èéẻẽẹ',
  y: 'ỳýỷỹỵ',
  i: 'ìíỉĩị',
};

/** The tone of `from` put on the plain vowel `to`; a plain `from` gives a plain `to`. */
function moveTone(from: string, plain: string, to: string): string {
  const tone = (TONED[plain] ?? '').indexOf(from);
  return tone < 0 ? to : ((TONED[to] ?? '')[tone] ?? to);
}

/**
 * One spelling of the pairs that are all in use: tone on the second letter of oa, oe, uy; i for y where it is the only
 * vowel.
 */
function foldSpelling(text: string): string {
  return text
    .replace(/([òóỏõọ])([ae])/g, (_, o: string, next: string) => `o${moveTone(o, 'o', next)}`)
    .replace(/([ùúủũụ])y/g, (_, u: string) => `u${moveTone(u, 'u', 'y')}`)
    .replace(
      /(?<=[hklmstv]|qu)([yỳýỷỹỵ])(?![aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ])/g,
      (_, y: string) => moveTone(y, 'y', 'i'),
    );
}

/** Longest text compared by `similarity`; labels are far shorter. */
const LONGEST_COMPARED = 400;

/** The form of a text that is compared: pairs of neighbouring letters, with and without diacritics. */
export interface Grams {
  readonly toned: ReadonlyMap<string, number>;
  readonly bare: ReadonlyMap<string, number>;
  /** It has at least one diacritic; text typed without any is compared by its bare letters only. */
  readonly marked: boolean;
}

/** Prepares a text for `closeness`; keep it when one text is compared with many. */
export function gramsOf(text: string): Grams {
  const squashed = squashKey(text.slice(0, 2 * LONGEST_COMPARED)).slice(0, LONGEST_COMPARED);
  const bare = bareKey(squashed);
  return { toned: pairsOf(squashed), bare: pairsOf(bare), marked: bare !== squashed };
}

/**
 * Share of letter pairs two texts have in common (Dice), 0 … 1; 1 = same key. Word order matters little, a lost tone
 * little.
 */
export function closeness(a: Grams, b: Grams): number {
  const bare = dice(a.bare, b.bare);
  return a.marked && b.marked ? (bare + dice(a.toned, b.toned)) / 2 : bare;
}

/** How alike two labels are, 0 … 1. Long texts are compared by their first 400 letters. */
export function similarity(a: string, b: string): number {
  // Most titles are word for word the form's.
  const key = squashKey(a);
  if (key !== '' && key === squashKey(b)) return 1;
  return closeness(gramsOf(a), gramsOf(b));
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const padded = `^${text}$`;
  if (text === '') return pairs;
  for (let at = 0; at + 1 < padded.length; at++) {
    const pair = padded.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let total = 0;
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}
