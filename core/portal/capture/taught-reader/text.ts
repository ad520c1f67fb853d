/**
 * Texts from outside in a taught reader: headers of a page, names the officer typed. They are shown and compared, never
 * executed.
 */
import * as z from 'zod/mini';

/** Control characters, and those that turn or hide what stands beside them. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The text as it is stored: composed, without invisible characters, runs of white space folded. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
}

/** A text that is already clean, 1 … `most` characters. */
export function cleanTextSchema(most: number) {
  const isClean = z.refine<string>((text) => cleanText(text) === text);
  return z.string().check(z.minLength(1), z.maxLength(most), isClean);
}
