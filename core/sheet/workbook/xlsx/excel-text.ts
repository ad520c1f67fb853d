/**
 * Excel's own escapes inside XML text: `_xHHHH_` encodes a character XML cannot hold, `_x005F_` the underscore of a
 * literal escape.
 */

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
/** Longest text a cell may hold. */
const MAX_TEXT = 32_767;

/** `_x000D_` → carriage return, `_x005F_x000D_` → `_x000D_`, as Excel shows it. */
export function decodeExcelText(text: string): string {
  // Text beyond what a cell holds is no text of Excel's, and escapes in it would be a way to slow us down.
  if (text.length > 32 * MAX_TEXT || !text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * Text → content of a `<t>` element that Excel shows exactly so. Longer text than a cell holds is cut and ends in `…`.
 */
export function encodeExcelText(text: string): string {
  const fitting = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
  if (!ODD.test(fitting)) return fitting;
  return escapeXml(fitting.replace(ESCAPE, (literal) => `_x005F${literal}`).replace(CONTROL, asEscape));
}

/** Any character that may not be written as it is. */
const ODD = /[\p{Cc}&<>"\ufffe\uffff]|_x/u;
/** Control characters but tab and line feed, and the two code points XML forbids. */
const CONTROL = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;

function asEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Text → XML text or attribute value (for text without control characters). */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
