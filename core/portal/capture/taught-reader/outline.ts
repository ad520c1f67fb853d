/**
 * The tables of a page as an officer sees them: what stands over each, the header of each column, the rows below.
 * Nothing is read into them yet.
 */
import { squashKey } from '../../../base/text/text.ts';
import { descendants, type PageElement, tagOf, textOf } from '../page.ts';
import { type PageTable, type TableCell, type TableRow, tablesOf } from '../table.ts';
import { type Pairs, pairsOf, tablePairs } from './pairs.ts';
import { cleanText } from './text.ts';

export interface TableOutline {
  /** Caption, title row or nearest heading before the table; empty when there is none. */
  readonly heading: string;
  /**
   * By column: the header words from the outermost to the column's own, joined by ` › `; empty when the column has
   * none.
   */
  readonly headers: readonly string[];
  /** Rows below the header. */
  readonly rows: readonly TableRow[];
}

/** More header rows are not a header; a longer text is not a name. */
const MOST_HEADER_ROWS = 8;
const LONGEST = 400;

const FIGURE = /^\(?\d[\d.,]{0,20}\s?%?\)?$/;
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-Za-zĐđ])\)?(?:\s?=[\d\s()=+*:/-]{1,60})?$/;

/**
 * Header and cell of a column that represents the page itself, where figures are beside their names: such a table has
 * no row for a unit.
 */
export const WHOLE_PAGE = 'Cả trang';
const NO_UNIT = 'Không ghi đơn vị trong bảng';

/**
 * Tables with a header and at least one row below it, in document order; a table that only holds other tables is
 * layout. Then figures beside their names, as tables of one row.
 */
export function outlinesOf(page: PageElement): TableOutline[] {
  const tables = tablesOf(page);
  const beside = pairsOf(page);
  const headings = headingsBefore(page, new Set([...tables, ...beside].map(({ element }) => element)));
  const outlines = tables.flatMap((table) => {
    const before = headings.get(table.element) ?? '';
    const pairs = tablePairs(table);
    const outline = outlineOf(table, before);
    return [...(outline ? [outline] : []), ...(pairs ? [besideNames(pairs, captionOf(table) || before)] : [])];
  });
  return [...outlines, ...beside.map((pairs) => besideNames(pairs, headings.get(pairs.element) ?? ''))];
}

function besideNames({ element, pairs }: Pairs, heading: string): TableOutline {
  const values = pairs.map((pair) => ({ text: pair.text, element: pair.element, covered: false }));
  return {
    heading: fitting(heading),
    headers: [WHOLE_PAGE, ...pairs.map(({ label }) => label)],
    rows: [{ element, head: false, cells: [{ text: NO_UNIT, element, covered: false }, ...values] }],
  };
}

/** Text of the heading that stands last before each of these. */
function headingsBefore(page: PageElement, places: ReadonlySet<PageElement>): ReadonlyMap<PageElement, string> {
  const found = new Map<PageElement, string>();
  let last = '';
  for (const element of descendants(page, (element) => places.has(element) || /^h[1-6]$/.test(tagOf(element)))) {
    if (places.has(element)) found.set(element, last);
    else last = textOf(element);
  }
  return found;
}

function captionOf({ element }: PageTable): string {
  const caption = Array.from(element.children).find((child) => tagOf(child) === 'caption');
  return caption ? textOf(caption) : '';
}

function outlineOf(table: PageTable, before: string): TableOutline | undefined {
  if (descendants(table.element, (element) => tagOf(element) === 'table').length > 0) return undefined;
  const titles = leading(table.rows, isWide);
  const body = table.rows.slice(titles);
  const depth = headerDepth(body);
  const rows = body.slice(depth);
  if (depth === 0 || rows.length === 0) return undefined;
  const title = table.rows.slice(0, titles).map((row) => row.cells[0]?.text ?? '');
  const over = [captionOf(table), ...title].join(' ').trim();
  const words = body.slice(0, depth).filter((row) => !isNumbering(row));
  const width = Math.max(0, ...words.map((row) => row.cells.length));
  return {
    heading: fitting(over === '' ? before : over),
    headers: reasonSetApart(Array.from({ length: width }, (_, column) => headerOf(words, column))),
    rows,
  };
}

function headerOf(rows: readonly TableRow[], column: number): string {
  const words: TableCell[] = [];
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell && cell.text !== '' && cell.text !== words.at(-1)?.text) words.push(cell);
  }
  return fitting(words.map((cell) => cell.text).join(' › '));
}

/**
 * `Đúng hạn | Tỷ lệ | Số hóa | Tỷ lệ`: columns of one name, each beside another that has its own, are called after
 * these.
 */
function reasonSetApart(headers: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(squashKey(header), (counts.get(squashKey(header)) ?? 0) + 1);
  const isAlone = (header: string | undefined) =>
    header !== undefined && header !== '' && counts.get(squashKey(header)) === 1;
  const alike = headers.flatMap((header, column) => (header === '' || isAlone(header) ? [] : [column]));
  const lost = new Set(
    alike.filter((column) => !isAlone(headers[column - 1])).map((column) => squashKey(headers[column] ?? '')),
  );
  return headers.map((header, column) =>
    alike.includes(column) && !lost.has(squashKey(header)) ? fitting(`${headers[column - 1]} › ${header}`) : header,
  );
}

function fitting(text: string): string {
  const clean = cleanText(text);
  return clean.length > LONGEST ? '' : clean;
}

/**
 * Rows of thead; else the rows of th alone; else all above the first row that holds a figure. With it the row that
 * numbers the columns.
 */
function headerDepth(rows: readonly TableRow[]): number {
  const depth =
    leading(rows, (row) => row.head) ||
    leading(rows, (row) => row.cells.length > 0 && row.cells.every((cell) => !cell || tagOf(cell.element) === 'th')) ||
    Math.max(
      0,
      rows.findIndex((row) => row.cells.some((cell) => cell && FIGURE.test(cell.text))),
    );
  if (depth === 0 || depth > MOST_HEADER_ROWS) return 0;
  const next = rows[depth];
  return next && isNumbering(next) ? depth + 1 : depth;
}

function leading(rows: readonly TableRow[], test: (row: TableRow) => boolean): number {
  const end = rows.findIndex((row) => !test(row));
  return end < 0 ? rows.length : end;
}

/** One cell over the whole width: a title of the table or a section of it. */
export function isWide(row: TableRow): boolean {
  const [first] = row.cells;
  return row.cells.length > 1 && row.cells.every((cell) => cell?.element === first?.element);
}

/** (1) (2) (3) = (1) + (2), A B C. */
function isNumbering(row: TableRow): boolean {
  const texts = row.cells.map((cell) => cell?.text ?? '').filter((text) => text !== '');
  return texts.length > 1 && texts.every((text) => COLUMN_NUMBER.test(text));
}

/** Words of time in a heading: they change with every period, what is counted does not. */
const TIME = new Set(['tháng', 'quý', 'năm', 'ngày', 'đầu', 'cuối', 'i', 'ii', 'iii', 'iv']);

/** Key of a heading without digits and words of time; empty when nothing else is in it. */
export function headingKey(heading: string): string {
  const words = heading
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return squashKey(words.filter((word) => !TIME.has(word)).join(' '));
}

/** The column of a header; undefined when no column or more than one carries it. */
export function columnOf(outline: TableOutline, header: string): number | undefined {
  const key = squashKey(header);
  const found = outline.headers.flatMap((header, column) => (squashKey(header) === key ? [column] : []));
  return found.length === 1 ? found[0] : undefined;
}
