/**
 * Is a title in a sheet still the criterion's own: spelling, tones, spaces, numbering and a slip of the keyboard do not
 * count; an abbreviation or a cut with dots neither; another word or another figure does, however alike the rest (`tối
 * thiểu` → `tối đa`, `80 %` → `60 %`).
 */

import { remembered } from '../../base/text/remembered.ts';
import { bareKey } from '../../base/text/text.ts';
import { bareTitle } from '../../report/read/numbering.ts';
import { isShortOf, titleWords } from '../../report/read/title-words.ts';

/** A shorter title with one letter changed may be another word. */
const LEAST_FOR_A_SLIP = 20;

/** `found` as written in the sheet; only its first line has to be the title, as a method may follow below. */
export function isSameTitle(expected: string, found: string): boolean {
  if (found === expected) return true;
  const [first = ''] = found.trim().split(/[\r\n]/, 1);
  const forms = [...new Set([found, bareTitle(found), first, bareTitle(first)])];
  if (forms.some((text) => isSlipOf(expected, text))) return true;
  const words = titleWords(expected);
  return forms.some((text) => isShortOf(words, titleWords(text)));
}

function isSlipOf(expected: string, found: string): boolean {
  const [x, y] = [bareKey(expected), bareKey(found)];
  if (x === y) return true;
  // The comparison keys merge i and y only beside certain letters: a letter lost next to them must not count twice.
  const [plainX, plainY] = [lettersOf(expected), lettersOf(found)];
  if (plainX.length >= LEAST_FOR_A_SLIP && digits(expected) === digits(found) && isOneSlip(plainX, plainY)) return true;
  return x.length >= LEAST_FOR_A_SLIP && digits(expected) === digits(found) && isOneSlip(x, y);
}

/** Bare letters and digits, no spelling folded. */
const lettersOf = remembered((text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]+/g, ''),
);

function digits(text: string): string {
  return (text.match(/\d+/g) ?? []).map(Number).join(' ');
}

/** One letter added, lost or changed. */
function isOneSlip(x: string, y: string): boolean {
  let start = 0;
  while (start < x.length && x[start] === y[start]) start++;
  const [a, b] = [x.slice(start), y.slice(start)];
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1);
}
