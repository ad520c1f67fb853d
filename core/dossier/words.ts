/**
 * Small pieces of the language in which rules are written in the dossier: exact numbers, quoted names, clauses. What is
 * written is read back unchanged.
 */
import type { Refusal, Result } from '../base/result.ts';

/** A value, or why the words give none. */
export function understood<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A Vietnamese sentence on the part that is not understood. */
export function notUnderstood(message: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code: 'not-understood', message } };
}

/** `1200.5` → `1.200,5`: every digit of the number, so that reading gives the same number. */
export function exactNumber(value: number): string {
  const plain = String(Math.abs(value));
  const [whole = '0', fraction] = (
    plain.includes('e')
      ? Math.abs(value)
          .toFixed(20)
          .replace(/\.?0+$/, '')
      : plain
  ).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A number as Vietnamese officers write it; dots only between thousands. */
export const NUMBER = String.raw`-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\d.,]*\d)`;
const WHOLE_NUMBER = new RegExp(`^${NUMBER}$`);

/** Number of such a text; null when it is none: `1.5` may be 1,5 or a slip for 1.500, so it is nobody's. */
export function readNumber(text: string): number | null {
  const plain = text.trim();
  return WHOLE_NUMBER.test(plain) ? Number(plain.replaceAll('.', '').replace(',', '.')) : null;
}

/** Hundredths → `7,5`. */
export function exactPoints(points: number): string {
  return exactNumber(points / 100);
}

/** `7,5`, `10 điểm` → hundredths; null when it is no number or has more than two decimals. */
export function readPoints(text: string): number | null {
  const [whole, fraction = '', more] = text
    .trim()
    .replace(/ ?(?:điểm|đ)$/iu, '')
    .split(',');
  if (whole === undefined || more !== undefined || fraction.length > 2) return null;
  const number = readNumber(fraction === '' ? whole : `${whole},${fraction}`);
  if (number === null) return null;
  const digits = Number(`${whole.replaceAll('.', '').replace('-', '')}${fraction.padEnd(2, '0')}`);
  return whole.trim().startsWith('-') && digits !== 0 ? -digits : digits;
}

/** Text in quotation marks; a closing mark inside is doubled. */
export function quoted(text: string): string {
  return `“${text.replaceAll('”', '””')}”`;
}

/** Straight and curly marks, the closing one doubled inside. */
export const QUOTED = `(?:“(?:[^”]|””)*”|"[^"]*")`;
const WHOLE_QUOTED = new RegExp(`^${QUOTED}$`, 'u');

/** The text between the marks; null when it is not one quoted text. */
export function unquoted(text: string): string | null {
  const plain = text.trim();
  if (!WHOLE_QUOTED.test(plain)) return null;
  return plain.startsWith('“') ? plain.slice(1, -1).replaceAll('””', '”') : plain.slice(1, -1);
}

const BARE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;
/** A code, bare or in quotation marks. */
export const NAME = String.raw`(?:${QUOTED}|[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*)`;

/** A code as it stands in a sentence. */
export function named(code: string): string {
  return BARE.test(code) ? code : quoted(code);
}

export function readName(text: string): string {
  return unquoted(text) ?? text.trim();
}

/** Pieces between the separators outside quotation marks, without empty pieces. */
export function clauses(text: string, separator: ';' | ',' | '\n'): string[] {
  const pieces: string[] = [];
  const unit = new RegExp(`${QUOTED}|[^${separator}]`, 'gu');
  let at = 0;
  let piece = '';
  for (const match of text.matchAll(unit)) {
    if (match.index > at) {
      pieces.push(piece);
      piece = '';
    }
    piece += match[0];
    at = match.index + match[0].length;
  }
  return [...pieces, piece].map((text) => text.trim()).filter((text) => text !== '');
}

/** `từ 70 %: 7` → its two sides, split at the last colon outside quotation marks; null without a colon. */
export function sides(clause: string): readonly [head: string, tail: string] | null {
  const at = clause.lastIndexOf(':');
  if (at < 0 || clause.indexOf('”', at) >= 0) return null;
  return [clause.slice(0, at).trim(), clause.slice(at + 1).trim()];
}
