/**
 * A report in a workbook as a page: texts above a table become headings, texts below it lines, merged cells span. So
 * the readers of pages read files too, with the same equations and questions. One-stop systems hand out their reports
 * as .xlsx, .xls and .csv far more often than as pages.
 */
import { dayText } from '../../base/period/day.ts';
import { readDate } from '../../sheet/grid/date.ts';
import { isDateFormat } from '../../sheet/grid/number-format.ts';
import { seenNumber } from '../../sheet/grid/seen-number.ts';
import type { Book, Cell, Sheet } from '../../sheet/grid/sheet.ts';

/** Cells of one sheet beyond which it is no report. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
/** A row of a table has at least as many cells with something in them; titles and signatures have fewer. */
const FEWEST = 4;

/** HTML text of all visible sheets, each under its name. */
export function filePage(book: Book): string {
  const parts = book.sheets.filter(({ state }) => state === 'visible').map((sheet) => sheetPart(sheet, book));
  return `<!doctype html><html><head><title></title></head><body>${parts.join('')}</body></html>`;
}

function sheetPart(sheet: Sheet, look: Look): string {
  const rows = [...sheet.rows].filter(([row]) => row < MOST_ROWS);
  const filled = (cells: readonly Cell[]) => cells.filter(({ value }) => value !== null && value !== '').length;
  // A sheet without such a row may hold a table of three columns.
  const fewest = rows.some(([, cells]) => filled(cells) >= FEWEST) ? FEWEST : FEWEST - 1;
  const first = rows.findIndex(([, cells]) => filled(cells) >= fewest);
  if (first < 0) return rows.map(([, cells]) => lineOf(cells, look, 'p')).join('');
  const last = rows.findLastIndex(([, cells]) => filled(cells) >= fewest);
  const body = rows.slice(first, last + 1);
  const [top, bottom] = [body[0]?.[0] ?? 0, body.at(-1)?.[0] ?? 0];
  const before = rows.slice(0, first).map(([, cells]) => lineOf(cells, look, 'h3'));
  const after = rows.slice(last + 1).map(([, cells]) => lineOf(cells, look, 'p'));
  return `<section>${before.join('')}<table>${tableRows(sheet, look, top, bottom)}</table>${after.join('')}</section>`;
}

/** Each cell becomes a line: `Đơn vị: UBND xã Ta Ma` may be beside the number of the form. */
function lineOf(cells: readonly Cell[], look: Look, tag: 'h3' | 'p'): string {
  return cells
    .map((cell) => textOf(cell, look))
    .filter((text) => text !== '')
    .map((text) =>
      /^(?:Đơn vị|Cơ quan)/iu.test(text) ? `<p>${escaped(text)}</p>` : `<${tag}>${escaped(text)}</${tag}>`,
    )
    .join('');
}

function tableRows(sheet: Sheet, look: Look, top: number, bottom: number): string {
  const spans = new Map<string, string>();
  const covered = new Set<string>();
  let right = 0;
  for (const { top: from, left, bottom: to, right: end } of sheet.merges) {
    if (to < top || from > bottom) continue;
    spans.set(`${from} ${left}`, ` rowspan="${Math.min(to, bottom) - from + 1}" colspan="${end - left + 1}"`);
    for (let row = from; row <= Math.min(to, bottom); row++)
      for (let column = left; column <= Math.min(end, MOST_COLUMNS); column++)
        if (row !== from || column !== left) covered.add(`${row} ${column}`);
  }
  for (const cells of sheet.rows.values())
    for (const { column } of cells) right = Math.max(right, Math.min(column, MOST_COLUMNS));
  const html: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const cells = new Map((sheet.rows.get(row) ?? []).map((cell) => [cell.column, cell]));
    if (cells.size === 0) continue;
    html.push(sheet.hiddenRows.has(row) ? '<tr hidden>' : '<tr>');
    for (let column = 0; column <= right; column++) {
      if (covered.has(`${row} ${column}`) || sheet.hiddenColumns.has(column)) continue;
      const cell = cells.get(column);
      html.push(`<td${spans.get(`${row} ${column}`) ?? ''}>${cell ? escaped(textOf(cell, look)) : ''}</td>`);
    }
    html.push('</tr>');
  }
  return html.join('');
}

/**
 * As a Vietnamese sheet shows it: a comma before decimals, the sign of percent, a date or the words of the number format
 * where it has them. What Excel made a date of is no count; what it could not work out is not blank.
 */
function textOf({ value, style = 0, formula }: Cell, { styles, date1904 }: Look): string {
  const look = styles[style];
  if (look?.struck || look?.unseen || typeof value === 'boolean') return '';
  if (value === null) return formula === undefined ? '' : '…';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'string') return value.normalize('NFC').trim();
  const format = look?.numberFormat ?? 'General';
  if (isDateFormat(format)) return dateText(value, format, date1904);
  const seen = seenNumber(value, format);
  if (seen.kind !== 'same') return seen.kind === 'other' ? seen.text : '';
  const isPercent = format.includes('%');
  const shown = isPercent ? Math.round(value * 1e6) / 1e4 : value;
  const words = [...format.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('');
  return `${String(shown).replace('.', ',')}${isPercent ? '%' : ''}${/\p{L}/u.test(words) ? words : ''}`;
}

/** `Tháng 9 năm 2025` of a format without a day. */
function dateText(serial: number, format: string, date1904: boolean): string {
  const day = readDate(Math.floor(serial), date1904);
  if (day === null) return '…';
  const [year = '', month = ''] = day.split('-');
  return /d/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, '')) ? dayText(day) : `Tháng ${Number(month)} năm ${year}`;
}

type Look = Pick<Book, 'styles' | 'date1904'>;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
