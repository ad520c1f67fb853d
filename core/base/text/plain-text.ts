/**
 * Checks text and JSON from outside (entries, file names, unit names, requests) before anything else reads them:
 * characters that a database, a file or another program could not hold are refused here.
 */

/** NUL, which ends a text elsewhere, and halves of a surrogate pair, which have no bytes in UTF-8. */
const UNSOUND = /\0|\p{Cs}/u;
const UNSOUND_ALL = /\0|\p{Cs}/gu;
/** What a JSON text has wherever a text in it is unsound: half a pair as it is or, like NUL, as an escape. */
const MAYBE_UNSOUND = /[\ud800-\udfff]|\\u/;
/** Objects and lists within each other. Ours go eight deep. */
export const DEEPEST = 32;

export function isPlainText(text: string): boolean {
  return !UNSOUND.test(text);
}

/** The same text with U+FFFD where it cannot be written. */
export function plainText(text: string): string {
  return text.replace(UNSOUND_ALL, '\ufffd');
}

/** At most `most` UTF-16 units; never half a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  // A first half without its second.
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** At most `most` bytes of UTF-8, which is what file systems count; never half a character, and no blank at the end. */
export function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let plain = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > most) return plain.trimEnd();
    plain += character;
  }
  return text;
}

/** Whether a parsed value holds plain texts only, finite numbers, no `__proto__`, and is not nested without end. */
export function isPlainJson(value: unknown): boolean {
  return isPlain(value, isPlainText, DEEPEST);
}

function isPlain(value: unknown, isText: (text: string) => boolean, deepest: number): boolean {
  if (typeof value === 'string') return isText(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value === null || typeof value === 'boolean';
  if (deepest === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, isText, deepest - 1));
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields).every(
    (key) => key !== '__proto__' && isText(key) && isPlain(fields[key], isText, deepest - 1),
  );
}

/** The value of a JSON text; undefined where it is none, or not plain (`isPlainJson`). */
export function plainJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // Looking through the whole text once takes a fraction of looking through each text in it.
    return isPlain(value, MAYBE_UNSOUND.test(text) ? isPlainText : () => true, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}
