/**
 * What an Excel number format code says about the number under it: shown as percent, shown as a date, with how many
 * decimals and between which words. Its other sections, colours and fills are not read.
 */

/** The code without literals: `"ngày" dd`, `\d`, `[Red]`, `_)` hold letters that mean nothing. First section only. */
function bareCode(format: string): string {
  return format
    .slice(0, 255)
    .replace(/"[^"]*"?|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '')
    .split(';', 1)
    .join('');
}

/** `0%`, `0.0 %`: 0.955 is shown as 95,5 %. */
export function isPercentFormat(format: string): boolean {
  return format.includes('%') && bareCode(format).includes('%');
}

/** `dd/mm/yyyy`, `d-mmm`, `[$-42A]…`: the number is a serial day. Pure times (`h:mm`) count too. */
export function isDateFormat(format: string): boolean {
  if (format === '' || format === 'General') return false;
  const code = bareCode(format);
  return /[dmyhs]/i.test(code) && !/general|standard|[#?]|^0/i.test(code);
}

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
  // Literals are told from digits first, or `"Q0"` would be one.
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
