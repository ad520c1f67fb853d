/**
 * The door every plan's text comes through: old fonts to Unicode, then nothing that cannot be seen, blanks that are blanks,
 * one form of each letter and sign. Offsets count characters behind it.
 */
import { detectLegacy, toUnicode } from '../../base/text/legacy-text.ts';
import { nfc } from '../../base/text/text.ts';

/** Soft hyphens, zero-width and direction marks, joiners, variation selectors. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/g;
/** Blanks of every width but those written-grid.ts keeps for itself, and letters that are drawn as nothing. */
const BLANKS = /[\u00a0\u115f\u1160\u1680\u2000-\u2003\u2007-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]/g;
/** Signs and letters with a look-alike that keyboards of old give. */
const SAME: Readonly<Record<string, string>> = {
  Ð: 'Đ',
  ð: 'đ',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '％': '%',
  '﹪': '%',
};
const LOOK_ALIKES = new RegExp(`[${Object.keys(SAME).join('')}０-９]`, 'g');
/** Lines shorter than this prove nothing about their font. */
const TELLING_LINE = 40;

/** Linear in the length. */
export function cleanText(source: string): string {
  const seen = decode(source.replace(/^\ufeff/, ''))
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ');
  return nfc(seen).replace(LOOK_ALIKES, (letter) => SAME[letter] ?? String(letter.charCodeAt(0) - 0xff10));
}

/** Old one-byte fonts, in the whole or in single lines of a text put together from several files. */
function decode(text: string): string {
  const whole = detectLegacy(text, '');
  if (whole) return capitals(toUnicode(text, whole));
  if (!/[\u00a1-\u00ff]/.test(text)) return text;
  return text.replace(/[^\n\r]+/g, (line) => {
    const encoding = line.length >= TELLING_LINE ? detectLegacy(line, '') : null;
    return encoding ? capitals(toUnicode(line, encoding)) : line;
  });
}

/**
 * An old font draws toned letters as capitals but stores the codes of small letters ("CộNG HòA Xã HộI"): where every
 * other letter of a line is a capital, all become capitals. A word right behind a number ("1. ủy ban", "2. ấp") had a
 * capital too.
 */
function capitals(text: string): string {
  return text.replace(/[^\n\r]+/g, (line) =>
    /[a-z]/.test(line) || !/[A-Z].*[A-Z].*[A-Z]/.test(line)
      ? line.replace(NUMBERED_TONE, (opening) => opening.toLocaleUpperCase('vi'))
      : line.toLocaleUpperCase('vi'),
  );
}
const NUMBERED_TONE = /^\s*\d{1,2}(?:\.\d{1,2}){0,4}[.)] [^\p{ASCII}đăâêôơư]/u;
