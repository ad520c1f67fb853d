/**
 * Text typed in the old one-byte fonts: TCVN3 (`.VnTime`, `.VnTimeH` …) and VNI (`VNI-Times` …), found and turned into
 * Unicode. The font is a hint only: what decides is which reading gives possible Vietnamese syllables. Text that
 * already has letters only Unicode has is never touched.
 */
import { ownText } from './remembered.ts';
import { isSyllable } from './syllable.ts';

export type LegacyEncoding = 'tcvn3' | 'vni';

/**
 * TCVN 5712:1993 VN3, byte = U+00A1 … U+00FE. Capitals with a tone do not exist: the fonts named …H draw small letters
 * as capitals.
 */
const TCVN3_BYTES =
  'A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ ' +
  'CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ ' +
  'EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ';

export const TCVN3: ReadonlyMap<string, string> = new Map(
  TCVN3_BYTES.split(' ').map((pair) => [String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), pair.slice(2)]),
);

/** Base letter → its accent letters in VNI, each with what the two make together. */
const VNI_PAIRS: readonly (readonly [base: string, accents: string, letters: string])[] = [
  ['a', 'øùûõïâàáåãäêèéúüë', 'àáảãạâầấẩẫậăằắẳẵặ'],
  ['e', 'øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
  ['o', 'øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
  ['ô', 'øùûõï', 'ờớởỡợ'],
  ['u', 'øùûõï', 'ùúủũụ'],
  ['ö', 'øùûõï', 'ừứửữự'],
  ['y', 'øùûõ', 'ỳýỷỹ'],
];

/** Letters that stand alone in VNI. */
const VNI_SINGLE: readonly (readonly [string, string])[] = [
  ['ì', 'ì'],
  ['í', 'í'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
];

/** VNI spelling → letter, both cases; an accent letter may be small behind a capital (`Aù`). */
export const VNI: ReadonlyMap<string, string> = new Map([
  ...VNI_PAIRS.flatMap(([base, accents, letters]) =>
    [...accents].flatMap((accent, at): [string, string][] => {
      const letter = letters[at] ?? '';
      const upper = base.toUpperCase();
      return [
        [base + accent, letter],
        [base + accent.toUpperCase(), letter],
        [upper + accent, letter.toUpperCase()],
        [upper + accent.toUpperCase(), letter.toUpperCase()],
      ];
    }),
  ),
  ...VNI_SINGLE.flatMap(([from, to]): [string, string][] => [
    [from, to],
    [from.toUpperCase(), to.toUpperCase()],
  ]),
]);

const UNICODE_ONLY = /[\u0100-\u024f\u1ea0-\u1ef9]|\p{M}/u;
const LONE_SIGN = /^[^\p{L}]$/u;
const HIGH = /[\u00a1-\u00ff]/;
const VNI_FONT = /^vni[- ]/i;
const TCVN3_FONT = /^\.?vn(?!i[- ])[a-z]/i;
const TCVN3_CAPITAL_FONT = /^\.?vn(?!i[- ]).*h$/i;

/** How much of a text is looked at: enough to be sure, bounded for hostile cells. */
const SAMPLE = 4000;

/**
 * Which legacy encoding a cell's text is in; null when it is none, or when both a legacy and a plain reading are
 * possible. `font` is the cell's font name ('' when unknown): with a legacy font equal evidence is enough, without one
 * nearly every word must prove it.
 */
export function detectLegacy(text: string, font: string): LegacyEncoding | null {
  if (!HIGH.test(text)) return null;
  const sample = text.slice(0, SAMPLE);
  if (UNICODE_ONLY.test(sample)) return null;
  // ASCII punctuation, digits and white space separate words; the high symbols (®, µ, ¹ …) are letters here.
  // A single high symbol is a sign (`4 × 5`, a `·` bullet), not a word that could prove an encoding.
  const words = sample.split(/[\s!-@[-`{-~]+/).filter((word) => HIGH.test(word) && !LONE_SIGN.test(word));
  if (words.length === 0) return null;
  const plain = words.filter((word) => isWord(word.replace(/\u00ad/g, ''))).length;
  const tcvn3 = words.filter((word) => isWord(convertTcvn3(word))).length;
  const vni = words.filter((word) => isWord(convertVni(word))).length;
  if (VNI_FONT.test(font)) return vni > 0 && vni >= plain ? 'vni' : null;
  if (TCVN3_FONT.test(font)) return tcvn3 > 0 && tcvn3 >= plain ? 'tcvn3' : null;
  // Without its font, a soft hyphen alone does not prove an ư: it may be a real soft hyphen.
  if (!HIGH.test(sample.replace(/\u00ad/g, ''))) return null;
  const best = Math.max(tcvn3, vni);
  const proven = tcvn3 !== vni && best > plain && best >= 0.8 * words.length;
  // A lone symbol (`µ`, a `·` bullet) is no word of text.
  if (!proven || words.every((word) => word.length === 1)) return null;
  return tcvn3 > vni ? 'tcvn3' : 'vni';
}

/** The same words stand in every sheet of a folder: whether they are Vietnamese is worked out once. */
const WORDS = new Map<string, boolean>();

function isWord(text: string | null): boolean {
  // No syllable is longer, and what is remembered stays small.
  if (text === null || text.length > 7) return false;
  const known = WORDS.get(text);
  if (known !== undefined) return known;
  if (WORDS.size >= 4000) WORDS.clear();
  const made = isSyllable(text.toLowerCase());
  WORDS.set(ownText(text), made);
  return made;
}

/**
 * Legacy text → Unicode NFC. With the font's name, text in a capital font (`.VnTimeH`) comes out in capitals, as it was
 * seen. Characters the encoding does not use stay as they are.
 */
export function toUnicode(text: string, encoding: LegacyEncoding, font = ''): string {
  if (encoding === 'vni') return walkVni(text, (letter) => letter);
  let out = '';
  for (const letter of text) out += TCVN3.get(letter) ?? letter;
  return TCVN3_CAPITAL_FONT.test(font) ? out.toUpperCase() : out;
}

/** null when a high character is none of the encoding's. */
function convertTcvn3(word: string): string | null {
  for (const letter of word) if (HIGH.test(letter) && !TCVN3.has(letter)) return null;
  return toUnicode(word, 'tcvn3');
}

function convertVni(word: string): string | null {
  let known = true;
  const text = walkVni(word, (letter) => {
    if (HIGH.test(letter)) known = false;
    return letter;
  });
  return known ? text : null;
}

/** Longest match first: a base with its accent letter, else a letter alone, else `other`. */
function walkVni(text: string, other: (letter: string) => string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    const pair = VNI.get(letter + (text[at + 1] ?? ' '));
    if (pair !== undefined) at++;
    out += pair ?? VNI.get(letter) ?? other(letter);
  }
  return out;
}
