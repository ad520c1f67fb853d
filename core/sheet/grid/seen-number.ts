/**
 * What a person sees of a number under an Excel number format code (ECMA-376 part 1, 18.8.31): the number itself
 * rounded, nothing at all (`;;;`), or something else (`0,` shows 4000 as 4; `"Không"` shows a word for any number).
 */
import { isDateFormat } from './number-format.ts';

export type SeenNumber =
  /** The number, rounded at most, perhaps with words or a percent sign about it. */
  | { readonly kind: 'same' }
  | { readonly kind: 'nothing' }
  /** Another number, or only words. */
  | { readonly kind: 'other'; readonly text: string };

const SAME: SeenNumber = { kind: 'same' };
const LITERAL = /"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g;

/** Dates and times are not looked at: `readDate` tells them. Work is bounded by the longest format code (255 signs). */
export function seenNumber(value: number, format: string): SeenNumber {
  if (format === '' || format === 'General' || format === '@' || isDateFormat(format)) return SAME;
  if (/^[#0?,.% ]+$/.test(format) && !/,(?![#0?])/.test(format)) return SAME;
  const section = sectionFor(value, format.slice(0, 255));
  if (section === null) return SAME;
  const words = [...section.matchAll(LITERAL)].map(([literal]) => shownWords(literal)).join('');
  const code = section.replace(LITERAL, '');
  if (/general|standard/i.test(code)) return /\d/.test(words) ? other(`${words}${value}`) : SAME;
  const digits = /[#0?][#0?,.]*/.exec(code)?.[0];
  if (digits === undefined) {
    const text = shownText(section);
    // Accounting formats show nought as a dash.
    if (value === 0 && /^[-–—]+$/.test(text)) return SAME;
    return text === '' ? { kind: 'nothing' } : other(text);
  }
  if (/[#0?]\s*\/|e[+-]/i.test(code)) return SAME;
  const [whole = '', after] = digits.split('.');
  // Commas behind the last digit's place divide by a thousand each; those inside part thousands.
  const scaled = (/,+$/.exec(whole)?.[0] ?? '') + (/,+$/.exec(after ?? '')?.[0] ?? '');
  if (scaled === '' && !/\d/.test(words)) return SAME;
  const decimals = (after ?? '').replaceAll(',', '').length;
  const shown = (value / 1000 ** scaled.length) * (code.includes('%') ? 100 : 1);
  const number = String(Number(shown.toFixed(Math.min(decimals, 15)))).replace('.', ',');
  return other(shownText(section.replace(digits, `"${number}"`)));
}

function other(text: string): SeenNumber {
  return { kind: 'other', text };
}

/** The section of the code that holds for the number; null = conditions of its own, which are not followed. */
function sectionFor(value: number, format: string): string | null {
  const sections: string[] = [''];
  for (const [part] of format.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|[^"\\[]/g)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  if (sections.some((section) => /\[[<>=]/.test(section))) return null;
  const [positive = '', negative, zero] = sections;
  if (value === 0) return zero ?? positive;
  return value < 0 ? (negative ?? positive) : positive;
}

function shownWords(literal: string): string {
  if (literal.startsWith('"')) return literal.replaceAll('"', '');
  return literal.startsWith('\\') ? literal.slice(1) : '';
}

/** The words of a section as they stand, without what only fills or colours. */
function shownText(section: string): string {
  return section
    .replace(LITERAL, (literal) => shownWords(literal))
    .replace(/\s+/g, ' ')
    .trim();
}
