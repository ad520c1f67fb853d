/**
 * Cells that Excel or a reader of an exported CSV would run: text that is a formula, formulas that reach outside. "-
 * Nam", "-5", "+84 …" and "@" are everyday writing and never meant.
 */
import type { Remark } from '../report.ts';
import { type Page, type PageCell, refTo } from './page.ts';

const MAX_SHOWN = 200;
const MAX_REMARKS = 50;

/** One remark for each such cell of the page. */
export function formulaRemarks(page: Page): readonly Remark[] {
  const found: Remark[] = [];
  for (const { cells } of page.rows) {
    for (const cell of cells) {
      if (found.length >= MAX_REMARKS) return found;
      const text = running(cell);
      if (text === null) continue;
      found.push({ kind: 'formula-text', text: text.slice(0, MAX_SHOWN), cell: refTo(page, cell.row, cell.column) });
    }
  }
  for (const { row, column, formula } of page.uncalculated.values()) {
    if (found.length >= MAX_REMARKS) return found;
    if (formula === undefined || !reachesOutside(formula)) continue;
    found.push({ kind: 'formula-text', text: `=${formula}`.slice(0, MAX_SHOWN), cell: refTo(page, row, column) });
  }
  return found;
}

/** What would run; null when nothing would. */
function running(cell: PageCell): string | null {
  const { value, formula } = cell.cell;
  if (formula !== undefined) return reachesOutside(formula) ? `=${formula}` : null;
  return typeof value === 'string' && runsAsFormula(value) ? value : null;
}

/**
 * Calls that open, fetch or execute something, and DDE (`cmd|' /c calc'!A1`). Links to other workbooks are found in the
 * book itself.
 */
function reachesOutside(formula: string): boolean {
  const code = formula.slice(0, 8_200).replace(/"[^"]*"/g, '""');
  return OUTSIDE.test(code) || isDde(code);
}

const OUTSIDE =
  /(?<![\w.])(?:_xlfn\.)?(?:HYPERLINK|WEBSERVICE|FILTERXML|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTRANGE|IMPORTFEED|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|DDEINIT|SHELL)\s*\(/i;

function isDde(code: string): boolean {
  return /(?:^|[^\w.])[\w.]{1,40}\s*\|\s*'?[^!]{0,300}!/.test(code);
}

/** True when a text cell, typed again or read from a CSV, becomes a formula that works. */
function runsAsFormula(text: string): boolean {
  const start = text.slice(0, 2_000).replace(/^[\s\u200b\ufeff]+/, '');
  const sign = start[0] ?? '';
  if (!'=+-@'.includes(sign) || sign === '') return false;
  const body = start.replace(/^[=+\-@\s]+/, '');
  if (isDde(start.slice(1)) || OUTSIDE.test(body)) return true;
  if (sign === '=')
    return /^(?:[A-Z][A-Z0-9._]{0,30}\s*\(|\(*'?[^\s']{0,60}'?!?\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\d])|\(*[\d.,]+\s*(?:[-+*/^&]|$))/iu.test(
      body,
    );
  if (sign === '@') return /^[A-Z][A-Z0-9._]{1,30}\(/i.test(body);
  return /^[A-Z][A-Z0-9.]{1,30}\(/.test(body) && !/^[-+]\s/.test(start);
}
