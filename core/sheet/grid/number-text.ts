/**
 * Numbers as Vietnamese officers type them: comma = decimal, dot or space = thousands. It knows separators only; units,
 * percent signs and words around the number are value.ts's. No floating-point parser is used on typed text.
 */

/**
 * `whole` = the column holds whole numbers only (counts, a, b), so that a dot before three digits can only part
 * thousands.
 */
export type NumberContext = 'whole' | 'decimal';

type NumberText =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly [number, number] };

const PLAIN = /^\d{1,15}$/;
/** `2.340.000`, `1 234`, `1,234,567`: groups of exactly three, no leading zero. */
const GROUPED = {
  '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/,
  ',': /^[1-9]\d{0,2}(?:,\d{3})+$/,
  ' ': /^[1-9]\d{0,2}(?: \d{3})+$/,
};
const MAX_LENGTH = 24;

/**
 * Reads digits with separators and an optional sign; undefined when the text is no such number. `1.234` is ambiguous in
 * a decimal column (1,234 or 1234) and means 1234 in a column of whole numbers; `1,234` means 1,234 in a decimal column
 * and is ambiguous in a column of whole numbers, where a decimal makes no sense although the comma says so. With both
 * separators the last is the decimal: `1.234,5` = `1,234.5`.
 */
export function readNumberText(text: string, context: NumberContext): NumberText | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const signed = /^([+-]?)(\d[\d., ]*)$/.exec(text.trim());
  if (!signed) return undefined;
  const read = readDigits(signed[2] ?? '', context);
  if (!read || signed[1] !== '-') return read;
  return read.kind === 'number'
    ? { kind: 'number', value: 0 - read.value }
    : { kind: 'ambiguous', candidates: [-read.candidates[0], -read.candidates[1]] };
}

function readDigits(digits: string, context: NumberContext): NumberText | undefined {
  if (PLAIN.test(digits)) return found(digits);
  if (GROUPED[' '].test(digits)) return found(digits.replaceAll(' ', ''));
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastDot >= 0 && lastComma >= 0) {
    const at = Math.max(lastDot, lastComma);
    const group = lastDot < lastComma ? '.' : ',';
    return withFraction(digits.slice(0, at), digits.slice(at + 1), group);
  }
  const mark = lastDot >= 0 ? '.' : ',';
  const at = Math.max(lastDot, lastComma);
  if (at < 0) return undefined;
  const thousands = GROUPED[mark].test(digits) ? found(digits.replaceAll(mark, '')) : undefined;
  const fraction =
    digits.indexOf(mark) === at ? withFraction(digits.slice(0, at), digits.slice(at + 1), ' ') : undefined;
  if (thousands?.kind !== 'number' || fraction?.kind !== 'number') return thousands ?? fraction;
  if (mark === '.' && context === 'whole') return thousands;
  if (mark === ',' && context === 'decimal') return fraction;
  return { kind: 'ambiguous', candidates: [fraction.value, thousands.value] };
}

function withFraction(whole: string, fraction: string, group: '.' | ',' | ' '): NumberText | undefined {
  if (!/^\d{1,14}$/.test(fraction) || !(PLAIN.test(whole) || GROUPED[group].test(whole))) return undefined;
  return found(`${whole.replaceAll(group, '')}.${fraction}`);
}

/** `digits` is `\d+` or `\d+.\d+`, so Number is exact to the double. More than 15 digits would lose some: no number. */
function found(digits: string): NumberText | undefined {
  if (digits.replace('.', '').replace(/^0+/, '').length > 15) return undefined;
  return { kind: 'number', value: Number(digits) };
}
