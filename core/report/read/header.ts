/**
 * Where a table begins: finds header rows by their words, joins two- and three-row merged headers (RW-20), and steps over the row
 * of letters or numbers under them. A header may start in any row and column.
 */

import { squashKey } from '../../grid/text.ts';
import { type Columns, type HeaderColumn, resolveColumns } from './columns.ts';
import { type HeaderRole, type HeaderWord, headerWord, isTitleRole, isTitleWord } from './header-words.ts';
import { cellKey, type Page, type PageCell, type PageRow } from './page.ts';

export interface Header {
  /** 0-based rows of the header's words. */
  readonly top: number;
  readonly bottom: number;
  /** First row below, the row of letters or numbers stepped over. */
  readonly bodyTop: number;
  readonly left: number;
  readonly right: number;
  readonly columns: Columns;
  /** The two figures stand under nothing but "a" and "b". */
  readonly bareFigures: boolean;
}

/** More tables than any workbook of a commune has on one sheet. */
const MAX_HEADERS = 300;
const MAX_DEPTH = 3;
const SIDE_ROLES: ReadonlySet<HeaderRole> = new Set(['index', 'other', 'unit', 'foreign']);

/** All headers of the page, from the top. */
export function findHeaders(page: Page): readonly Header[] {
  const headers: Header[] = [];
  let next = 0;
  while (next < page.rows.length && headers.length < MAX_HEADERS) {
    const row = page.rows[next];
    const header = row && isHeaderRow(row) ? readHeader(page, next, headers.at(-1)?.bodyTop ?? 0) : undefined;
    if (header) headers.push(header);
    do next += 1;
    while (header && (page.rows[next]?.row ?? Number.POSITIVE_INFINITY) < header.bodyTop);
  }
  return headers;
}

/** Words of a row by column; cells that are no header words are left out. */
function wordsOf(row: PageRow): readonly { readonly cell: PageCell; readonly word: HeaderWord }[] {
  return row.cells.flatMap((cell) => {
    const word = cell.isText ? headerWord(cell.text) : undefined;
    return word ? [{ cell, word }] : [];
  });
}

/** A title column and at least one column that can hold what a report tells; the words must outweigh the rest. */
function isHeaderRow(row: PageRow): boolean {
  if (row.cells.length < 2 || !row.cells.some((cell) => cell.isText && isTitleWord(cell.text))) return false;
  const words = wordsOf(row);
  if (words.length < 2 || 2 * words.length < row.cells.length) return false;
  const titles = words.filter(({ word }) => word.exact && isTitleRole(word.role));
  const others = words.filter(({ word }) => !isTitleRole(word.role) && !SIDE_ROLES.has(word.role));
  return titles.length > 0 && (others.length > 0 || titles.length > 1);
}

function readHeader(page: Page, at: number, notAbove: number): Header | undefined {
  const first = page.rows[at];
  if (!first) return undefined;
  const top = groupRowAbove(page, at, notAbove) ?? first.row;
  const bottom = headerBottom(page, at);
  const columns = withoutScores(headerColumns(page, top, bottom));
  const left = columns[0]?.column ?? 0;
  const right = columns.at(-1)?.column ?? 0;
  const resolved = resolveColumns(columns);
  if (resolved.titles.length === 0) return undefined;
  const lowest = columns.map((column) => column.texts.at(-1)?.toLowerCase());
  const bareFigures = lowest.includes('a') && lowest.includes('b');
  return { top, bottom, bodyTop: afterLetters(page, bottom), left, right, columns: resolved, bareFigures };
}

/** The row above holds only words over several columns ("TỰ ĐÁNH GIÁ"): the header begins there. */
function groupRowAbove(page: Page, at: number, notAbove: number): number | undefined {
  const above = page.rows[at - 1];
  const first = page.rows[at];
  if (!above || !first || above.row !== first.row - 1 || above.row < notAbove) return undefined;
  const words = wordsOf(above);
  const own = new Set(first.cells.map((cell) => cell.column));
  const overOwn = words.some(({ cell }) => own.has(cell.column));
  return words.length > 0 && words.length === above.cells.length && overOwn ? above.row : undefined;
}

/** Last row of the header: as deep as its merges go, and the row of sub-headers under a word over several columns. */
function headerBottom(page: Page, at: number): number {
  const first = page.rows[at];
  if (!first) return 0;
  const { row } = first;
  const titleColumns = new Set<number>();
  let bottom = row;
  for (const { cell, word } of wordsOf(first)) {
    if (isTitleRole(word.role) || word.role === 'index') titleColumns.add(cell.column);
    const span = page.spans.get(cellKey(row, cell.column));
    if (span) bottom = Math.max(bottom, Math.min(span.bottom, row + MAX_DEPTH - 1));
  }
  for (let below = bottom + 1; below < row + MAX_DEPTH; below += 1) {
    const candidate = page.byRow.get(below);
    if (!candidate || !isSubHeader(candidate, titleColumns)) break;
    bottom = below;
  }
  return bottom;
}

/** Text only, nothing under the title, and at least half of it header words or a/b. */
function isSubHeader(row: PageRow, titleColumns: ReadonlySet<number>): boolean {
  if (row.cells.some((cell) => !cell.isText || titleColumns.has(cell.column))) return false;
  if (row.cells.every((cell) => isMark(cell.text))) return false;
  return 2 * wordsOf(row).length >= row.cells.length;
}

/** Header texts column by column. A word over several columns counts for each column under it. */
function headerColumns(page: Page, top: number, bottom: number): readonly HeaderColumn[] {
  const texts = new Map<number, string[]>();
  for (let row = top; row <= bottom; row += 1) {
    const cells = page.byRow.get(row)?.cells ?? [];
    const below = row < bottom ? (page.byRow.get(row + 1)?.cells ?? []) : [];
    for (const [order, cell] of cells.entries()) {
      const reach = reachOf(page, cell, cells[order + 1]?.column, below);
      for (const column of reach) texts.set(column, [...(texts.get(column) ?? []), cell.text]);
    }
  }
  return [...texts.entries()].sort((a, b) => a[0] - b[0]).map(([column, list]) => ({ column, texts: list }));
}

/** Without the three columns that a scored copy of ours adds beside the table: read again, it says what the unit's sheet said. */
function withoutScores(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const key = (at: number): string => squashKey(columns[at]?.texts.at(-1) ?? '');
  const at = columns.findIndex((_, one) => OWN_COLUMNS.every((own, step) => key(one + step) === own));
  return at < 0 ? columns : columns.filter((_, one) => one < at || one >= at + OWN_COLUMNS.length);
}

const OWN_COLUMNS = ['Điểm chấm', 'Khoảng điểm', 'Lý do'].map((text) => squashKey(text));

/** Columns a header cell stands over: its merge, or (merge lost) the cells below up to the next word of its own row. */
function reachOf(page: Page, cell: PageCell, next: number | undefined, below: readonly PageCell[]): readonly number[] {
  const span = page.spans.get(cellKey(cell.row, cell.column));
  if (span && span.right > cell.column && span.right - cell.column < 200) {
    return Array.from({ length: span.right - cell.column + 1 }, (_, step) => cell.column + step);
  }
  const end = Math.min(next ?? cell.column + 8, cell.column + 8);
  const under = below.filter((one) => one.column > cell.column && one.column < end && one.isText);
  const ownBelow = below.some((one) => one.column === cell.column);
  return ownBelow && !span ? [cell.column, ...under.map((one) => one.column)] : [cell.column];
}

/** `A`, `b`, `1`, `(2)`, `[3]`, `(3)=(1)/(2)`: a mark of the row that letters or numbers the columns. */
function isMark(text: string): boolean {
  return /^[([]?(?:[a-zđ]|\d{1,2})[)\]]?(?: ?= ?[\d()[\]a-z/*+x% -]{1,20})?$/i.test(text);
}

function afterLetters(page: Page, bottom: number): number {
  const row = page.byRow.get(bottom + 1);
  if (!row || row.cells.length < 3 || !row.cells.every((cell) => isMark(cell.text))) return bottom + 1;
  const marks = row.cells.map((cell) => /[\p{L}\d]{1,2}/u.exec(cell.text)?.[0] ?? '');
  const rising = marks.every((mark, at) => at === 0 || mark !== marks[at - 1]);
  return rising ? bottom + 2 : bottom + 1;
}
