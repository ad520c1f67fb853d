/**
 * Tables of targets in a plan's text: a row a line (columns separated by tabs, bars or wide gaps, or only by a space),
 * or a cell a line. The heading row decides which column is what.
 */

import { type HeadedGrid, isCounting, ROW_NUMBER } from '../document/grid-head.ts';
import { isFigure } from '../figure/cell-figure.ts';
import type { FlatLine, PlanText } from '../layout/plan-text.ts';
import { brokenRow, capitalHeadings, flattenedRow, flattenedShare } from './flattened.ts';
import { tableOfGrid, type UnreadGrid } from './grid-tables.ts';
import { type Column, columnsOf, INDEX, sharesOf } from './table-columns.ts';

export interface TextCell {
  readonly text: string;
  readonly start: number;
}

/** Stretch of the running text a table takes. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export interface Table extends TextRange {
  readonly columns: readonly Column[];
  /** A row of a group ("I", "Thủ tục hành chính") may have fewer cells than columns. */
  readonly rows: readonly (readonly TextCell[])[];
}

const GAP = /\t|\s*\|\s*|\s{2,}/;
/** Names in a heading row; a cheap test, because it runs for every line. */
const NAMES = /chỉ tiêu|nội dung|tiêu chí|mục tiêu|nhiệm vụ|danh mục|việc|hoạt động|bước/iu;
/** Longest cell of a table that has its own line. */
const SHORT_CELL = 160;
const MOST_COLUMNS = 12;
const LONGEST_HEADER = 400;

/**
 * Every table of the text, and every grid with figures that is none. `since` = the first year figures are wanted from, `title` = that of the
 * plan.
 * Linear in the number of lines.
 */
export function tablesOf(
  text: PlanText,
  grids: readonly HeadedGrid[],
  since: number | null,
  title: string,
): readonly (Table | UnreadGrid)[] {
  const byLine = new Map(grids.map((grid) => [grid.line, grid]));
  return eachTable<Table | UnreadGrid>(text, (at) => {
    const grid = byLine.get(at);
    const ofGrid = grid
      ? tableOfGrid(grid, {
          since,
          isGiven: isGivenOut(text, at) || GIVEN_OUT.test(title),
          isListed: LISTS.test(titleAbove(text, at)),
          isAmending: AMENDS.test(title) || AMENDS.test(titleAbove(text, at)),
        })
      : null;
    if (grid && ofGrid) return { table: ofGrid, end: grid.end };
    const header = flattenedHeader(text, at);
    const found = header && (tableOfShares(text, header, at) ?? tableOfRows(text, header, at));
    return found ?? tableOfCells(text, at);
  });
}

/** Everything `read` finds in the lines, each behind the one before. */
export function eachTable<T>(text: PlanText, read: (at: number) => PlacedTable<T> | null): readonly T[] {
  const tables: T[] = [];
  for (let at = 0; at < text.lines.length; at++) {
    const found = read(at);
    if (!found) continue;
    tables.push(found.table);
    at = found.end - 1;
  }
  return tables;
}

export interface PlacedTable<T = Table> {
  readonly table: T;
  /** The first line behind it. */
  readonly end: number;
}

/** `STT …` in a line whose cells only a space parts. */
function flattenedHeader({ lines }: PlanText, at: number): FlatLine | null {
  const line = lines[at];
  if (!line || line.raw.length > LONGEST_HEADER || GAP.test(line.raw.trim())) return null;
  return /(?:^|\W)(?:stt|tt)\W/i.test(line.raw.slice(0, 12)) ? line : null;
}

function tableOfRows(text: PlanText, header: FlatLine, at: number): PlacedTable | null {
  if (!NAMES.test(header.raw)) return null;
  const columns = columnsOf(headings(text, header).map((cell) => cell.text));
  return (
    columns &&
    tableOfLines(text, at, columns, 1, (end, last) => {
      const line = text.lines[end];
      const row = line ? flattenedRow(text.flat, line, columns) : null;
      return row ? { row, lines: 1 } : brokenRow(text, end, columns, last);
    })
  );
}

type Cells = readonly TextCell[];

/** `read` = the row that starts in a line, and how many lines it takes; null = none does. */
function tableOfLines(
  text: PlanText,
  at: number,
  columns: readonly Column[],
  least: number,
  read: (end: number, last: Cells | undefined) => { readonly row: Cells; readonly lines: number } | null,
): PlacedTable | null {
  const rows: Cells[] = [];
  let end = at + 1;
  for (let found = read(end, undefined); found; found = read(end, rows.at(-1))) {
    if (!isCounting(found.row)) rows.push(found.row);
    end += found.lines;
  }
  return rows.length < least ? null : { table: made(text, at, end, columns, rows), end };
}

/** Words above a table that give its figures out: without them it may tell how things are. */
const GIVEN_OUT =
  /phân bổ|phân giao|giao (?:cho|các|từng)(?!\p{L})|giao chỉ tiêu|chỉ tiêu giao|phân công chỉ tiêu|chỉ tiêu (?:cụ thể|của|cho|từng|các (?=\p{L}))|mức (?:giao|đăng ký)|(?:biểu|bảng) (?:các )?chỉ tiêu/iu;

/** Words of a plan, or above its table, that change what another plan set. */
export const AMENDS = /(?<!\p{L})(?:sửa đổi|điều chỉnh)(?!\p{L})/iu;

/** Words above a table that only tells. */
const LISTS = /(?<!\p{L})(?:danh sách|hiện trạng|thực trạng|tình hình|số liệu)(?!\p{L})/iu;

/** Whether a short line above a grid says that its figures are assigned to units. */
function isGivenOut(text: PlanText, at: number): boolean {
  if (GIVEN_OUT.test(titleAbove(text, at))) return true;
  const above = text.lines.slice(Math.max(0, at - LINES_ABOVE), at).map((line) => wordsOf(text, line));
  return above.some((words) => words.length <= LONGEST_TITLE && !/[.;]$/.test(words) && GIVEN_OUT.test(words));
}
const LINES_ABOVE = 3;
const LONGEST_TITLE = 120;

/** `STT Ấp Người tham gia mới năm 2026`: a row a unit, nothing but spaces between, below words that give targets out. */
function tableOfShares(text: PlanText, header: FlatLine, at: number): PlacedTable | null {
  if (!GIVEN_OUT.test(titleAbove(text, at))) return null;
  const columns = sharesOf(capitalHeadings(text.flat, header).map((cell) => cell.text));
  return (
    columns &&
    tableOfLines(text, at, columns, 2, (end) => {
      const line = text.lines[end];
      const row: Cells | null = line ? flattenedShare(text.flat, line, columns) : null;
      const isRow = row && columns.every(({ role }, place) => role !== 'value' || isShare(row[place]?.text ?? ''));
      return isRow ? { row, lines: 1 } : null;
    })
  );
}

/** Words above a table; "(Kèm theo Kế hoạch số …)", in one line or broken, may stand between them and it. */
export function titleAbove(text: PlanText, at: number): string {
  const words = (line: number): string => wordsOf(text, text.lines[line]);
  if (!words(at - 1).endsWith(')')) return words(at - 1);
  let open = at - 1;
  while (open > at - MOST_LINES_BETWEEN && !words(open).startsWith('(')) open--;
  return words(open).startsWith('(') ? `${words(open - 2)} ${words(open - 1)}` : words(at - 1);
}
const MOST_LINES_BETWEEN = 8;

/** A figure, or nothing: no word. */
function isShare(cell: string): boolean {
  return isFigure(cell.replace(/^đạt /iu, '')) || !/[\p{L}\d]/u.test(cell);
}

/** `TT`, `Chỉ tiêu`, `ĐVT`, `Năm 2030`, `1`, `Tỷ lệ …`, `%`, `95`: a line a cell; empty cells leave no line. */
function tableOfCells(text: PlanText, at: number): PlacedTable | null {
  const { lines } = text;
  const cell = (index: number): TextCell => ({ text: wordsOf(text, lines[index]), start: lines[index]?.start ?? 0 });
  if (!INDEX.test(cell(at).text)) return null;
  const first = lines.slice(at, at + MOST_COLUMNS + 1).findIndex((line) => /^(?:1|I|A)$/.test(wordsOf(text, line)));
  if (first < 3) return null;
  const columns = columnsOf(Array.from({ length: first }, (_, index) => cell(at + index).text));
  if (!columns) return null;
  const rows: TextCell[][] = [];
  let end = at + first;
  while (ROW_NUMBER.test(cell(end).text)) {
    const length = lengthOfRow((index) => cell(end + index).text, columns);
    if (length === 0) break;
    rows.push(
      withWholeName(
        Array.from({ length }, (_, index) => cell(end + index)),
        columns,
      ),
    );
    end += length;
  }
  return rows.length === 0 ? null : { table: made(text, at, end, columns, rows), end };
}

/** How many lines are the cells of one row: up to the next row's index, at most as many as there are columns. */
function lengthOfRow(cellAt: (index: number) => string, columns: readonly Column[]): number {
  const short = (length: number): boolean =>
    Array.from({ length }, (_, index) => cellAt(index)).every((words) => words !== '' && words.length <= SHORT_CELL);
  // Behind the name come as many cells as there are columns for, figures where they are wanted.
  const fits = (length: number): boolean =>
    columns.every(({ role }, at) => {
      const text = cellAt(length - columns.length + at);
      return (role !== 'value' || isFigure(text)) && (role !== 'unit' || !isFigure(text));
    });
  if (isName(cellAt(1)) && isGroupEnd(cellAt(0), cellAt(2), cellAt(3))) return 2;
  const whole = columns.length;
  if (short(whole) && (follows(cellAt(0), cellAt(whole)) || fits(whole))) return whole;
  for (let length = whole + 1; length <= whole + MOST_NAME_LINES; length++)
    if (short(length) && fits(length) && !isFigure(cellAt(length - whole + 1))) return length;
  return 0;
}
/** Lines a name may take beside its first. */
const MOST_NAME_LINES = 3;

/** Joins a name that takes several lines into a single cell. */
function withWholeName(cells: readonly TextCell[], columns: readonly Column[]): TextCell[] {
  const more = cells.length - columns.length;
  const at = columns.findIndex(({ role }) => role === 'name');
  const first = cells[at];
  if (more <= 0 || !first) return [...cells];
  const text = cells
    .slice(at, at + more + 1)
    .map((cell) => cell.text)
    .join(' ');
  return [...cells.slice(0, at), { ...first, text }, ...cells.slice(at + more + 1)];
}

function isName(words: string): boolean {
  return /\p{L}{2}/u.test(words) && words.length <= SHORT_CELL;
}

/** Behind the name of a group its first row starts: an index and a name again. */
function isGroupEnd(own: string, next: string, name: string): boolean {
  return /^[IVXA-H]/.test(own) && ROW_NUMBER.test(next) && isName(name);
}

function follows(own: string, next: string): boolean {
  const [number, following] = [Number(own), Number(next)];
  return Number.isInteger(number) && number > 0 ? following === number + 1 || /^[IVXA-H]{1,4}$/.test(next) : false;
}

function made(
  text: PlanText,
  at: number,
  end: number,
  columns: readonly Column[],
  rows: readonly (readonly TextCell[])[],
): Table {
  return { from: text.lines[at]?.start ?? 0, to: text.lines[end]?.start ?? text.flat.length, columns, rows };
}

function wordsOf(text: PlanText, line: FlatLine | undefined): string {
  return line ? text.flat.slice(line.start, line.end) : '';
}

const HEADING =
  /stt|tt|(?:tên )?(?:chỉ tiêu|nội dung|tiêu chí|mục tiêu)(?! năm)|đơn vị tính|đvt|(?:(?:thực hiện|ước|kế hoạch|mục tiêu|chỉ tiêu|kh|th) )?(?:đến )?(?:năm )?\d{4}(?: ?\([^)]{0,30}\))?|kế hoạch|ghi chú|đơn vị(?: thực hiện| chủ trì| phụ trách)/gi;

/** Cells of a heading row, by the words such headings use. */
function headings(text: PlanText, line: FlatLine): readonly TextCell[] {
  return [...wordsOf(text, line).matchAll(HEADING)].map((match) => ({
    text: match[0],
    start: line.start + match.index,
  }));
}

/** The last table that starts at or before a place; undefined = none. */
export function tableAt<T extends TextRange>(tables: readonly T[], place: number): T | undefined {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tables[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return tables[low - 1];
}
