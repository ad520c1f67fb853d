/**
 * How an Excel number format code writes a number: decimals, thousands, the words around it. Its other sections,
 * colours and fills are not read.
 */

interface NumberShape {
  /** Decimals always shown, and shown at most. */
  readonly least: number;
  readonly most: number;
  /** Thousands apart. */
  readonly grouped: boolean;
  readonly before: string;
  readonly after: string;
}

/** Stands for a literal. */
const LITERAL = '\u0001';
/** Digits with their places; what stands about them is literal: `"về " #,##0.0# "đ"`. */
const SHAPE = /^([^#0?.]*)([#0?,]*)(?:\.([#0?]*))?([^#0?.,]*)$/;

/** null = the code tells no such shape: `General`, dates, fractions, powers of ten. */
export function numberShape(format: string): NumberShape | null {
  // Literals are cut out first, or the 0 of `"Q0"` would count as a digit.
  const literals: string[] = [];
  const [code] = format
    .slice(0, 255)
    .replace(/"([^"]*)"?|\\(.)|\[[^\]]*\]|[_*]./g, (_, quoted?: string, escaped?: string) => {
      const literal = quoted ?? escaped;
      if (literal === undefined) return '';
      literals.push(literal);
      return LITERAL;
    })
    .split(';', 1);
  const [, before = '', whole = '', decimals = '', after = ''] = SHAPE.exec(code ?? '') ?? [];
  if (whole === '' && decimals === '') return null;
  if (/[a-z@/]/i.test(before + after) || whole.endsWith(',')) return null;
  const next = literals.values();
  const words = (text: string) => text.replaceAll(LITERAL, () => next.next().value ?? '').replace('%', '');
  return {
    least: decimals.replace(/[^0]/g, '').length,
    most: decimals.length,
    grouped: whole.includes(','),
    before: words(before),
    after: words(after).trimEnd(),
  };
}
