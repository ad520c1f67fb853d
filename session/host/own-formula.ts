/**
 * Whether a formula may be copied with its sheet into another workbook: only when it computes from cells of that sheet
 * with known functions. A formula that refers to another sheet, file, table or name would mean something else there, or
 * fetch something; then its result is copied instead.
 */

/** Functions that only reckon. What is not in the list keeps its result. */
const RECKONING = new Set(
  (
    'ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHOOSE CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DAY DAYS FALSE ' +
    'FLOOR IF IFERROR IFNA IFS INDEX INT ISBLANK ISERR ISERROR ISNA ISNUMBER ISTEXT LARGE LEFT LEN LOOKUP LOWER MATCH MAX MEDIAN ' +
    'MID MIN MOD MONTH N NOT OR PRODUCT PROPER QUOTIENT RANK RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SIGN SMALL SUBSTITUTE SUBTOTAL ' +
    'SUM SUMIF SUMIFS SUMPRODUCT SWITCH T TEXT TRIM TRUE TRUNC UPPER VALUE VLOOKUP HLOOKUP XLOOKUP COLUMN COLUMNS WEEKDAY YEAR'
  ).split(' '),
);

/** A text in quotes, a function, a cell or columns or rows, TRUE or FALSE, a number, an operator, space. */
const PIECE =
  /"(?:[^"]|"")*"|(?:_xlfn\.)?([A-Z][A-Z0-9.]*)\(|\$?[A-Z]{1,3}\$?\d{1,7}(?![A-Z0-9_.(])|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}(?![A-Z0-9_.(])|\$?\d{1,7}:\$?\d{1,7}|(?:TRUE|FALSE)(?![A-Z0-9_.(])|\d+(?:\.\d*)?(?:E[+-]?\d+)?|[-+*/^&=<>%(),:; \n]/giy;

/** `formula` without the leading `=`. */
export function staysOnSheet(formula: string): boolean {
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < formula.length) {
    const piece = PIECE.exec(formula);
    if (!piece) return false;
    const [, called] = piece;
    if (called !== undefined && !RECKONING.has(called.toUpperCase())) return false;
  }
  return true;
}
