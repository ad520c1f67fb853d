/**
 * Whether an Excel number format code shows the number as a percentage or as a date. Nothing else of the code is read.
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
