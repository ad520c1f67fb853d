/** Tables of a page as grids: spans filled, so that a cell is found by row and column however the header is merged. */
import { descendants, isHidden, type PageElement, seenDescendants, tagOf, textOf } from './page.ts';
import { LONGEST_CELL, type RowGroup, rowGroupsIn, type Tree } from './row-groups.ts';
import { isTotalText } from './total-row.ts';

export interface TableCell {
  readonly text: string;
  readonly element: PageElement;
  /** A copy of a spanning cell that starts further up or left. */
  readonly covered: boolean;
}

export interface TableRow {
  readonly element: PageElement;
  /** Stands in the table's thead. */
  readonly head: boolean;
  readonly cells: readonly (TableCell | undefined)[];
}

export interface PageTable {
  readonly element: PageElement;
  readonly rows: readonly TableRow[];
}

/** A hostile page may claim spans of thousands: no real table of the portals has more columns. */
const MAX_COLUMNS = 200;
const MAX_ROWS = 20_000;

/** Cells that the spans of all tables of one page may cover together; a table beyond it is no table and has no rows. */
const MOST_COVERED = 5_000_000;
/**
 * Characters of all cells of one page: in tables within tables every level counts again what stands in the innermost.
 */
const MOST_TEXT = 20_000_000;

/**
 * Every visible table below the element, nested ones too, in document order: `table` elements, elements with the ARIA
 * roles of a table, and repeated rows that have neither. A header in a separate table (so that it stays while the rows
 * scroll) is put above the rows that follow it.
 */
export function tablesOf(root: PageElement): PageTable[] {
  const left = { cells: MOST_COVERED, text: MOST_TEXT };
  const groups = new Map(rowGroupsOf(root).map((group) => [group.element, group]));
  const tables = seenDescendants(root, (element) => isTable(element) || groups.has(element));
  return joined(
    tables.map((element) => {
      const group = groups.get(element);
      return group ? groupTable(group, left) : tableOf(element, left);
    }),
  );
}

const PAGE_TREE: Tree<PageElement> = {
  tagOf,
  childrenOf: (element) => Array.from(element.children).filter((child) => !isHidden(child)),
  textOf: (element) => ((element.textContent ?? '').length > 2 * LONGEST_CELL ? '' : textOf(element)),
  hasOwnText: ({ children, childNodes }) =>
    children.length > 0 &&
    Array.from(childNodes).some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== ''),
  isApart: (element) => isTable(element) || NO_ROWS.has(tagOf(element)),
};
const NO_ROWS = new Set(['select', 'nav', 'header', 'footer', 'aside', 'svg', 'button', 'dl']);

const GROUPS = new WeakMap<PageElement, readonly RowGroup<PageElement>[]>();

/** Tables of this part of a page that only their structure tells. */
export function rowGroupsOf(root: PageElement): readonly RowGroup<PageElement>[] {
  const held = GROUPS.get(root);
  if (held) return held;
  const groups = rowGroupsIn(root, PAGE_TREE);
  GROUPS.set(root, groups);
  return groups;
}

/** Their rows: what stands in them is figures and the names of these. */
export function groupRowsOf(root: PageElement): ReadonlySet<PageElement> {
  return new Set(rowGroupsOf(root).flatMap(({ rows }) => rows.map(({ element }) => element)));
}

function groupTable({ element, rows }: RowGroup<PageElement>, left: { text: number }): PageTable {
  left.text -= element.textContent?.length ?? 0;
  if (left.text < 0) return { element, rows: [] };
  return {
    element,
    rows: rows.map((row, at) => ({
      ...{ element: row.element, head: at === 0 },
      cells: row.cells.map((cell) => ({ text: textOf(cell), element: cell, covered: false })),
    })),
  };
}

export function isTable(element: PageElement): boolean {
  return tagOf(element) === 'table' || /^(?:table|grid|treegrid)$/.test(element.getAttribute('role') ?? '');
}

const TABLES = new WeakMap<PageElement, readonly PageElement[]>();

/** The visible tables of a page, those within each other too, but for repeated rows that only their structure tells. */
export function tablesSeen(page: PageElement): readonly PageElement[] {
  const held = TABLES.get(page);
  if (held) return held;
  const tables = seenDescendants(page, isTable);
  TABLES.set(page, tables);
  return tables;
}

/**
 * Joins a table with only header rows and the next table, if that has no header and the same width (or a column more
 * for the scroll bar).
 */
function joined(tables: readonly PageTable[]): PageTable[] {
  const result: PageTable[] = [];
  for (const table of tables) {
    const over = result.at(-1);
    const wide = [over, table].map((pageTable) =>
      Math.max(0, ...(pageTable?.rows ?? []).map((row) => row.cells.length)),
    );
    const [first = 0, second = 0] = wide;
    const isFoot =
      over?.rows.some(isHeader) === true &&
      first === second &&
      table.rows.length > 0 &&
      table.rows.every(({ cells }) => cells.some((cell) => cell && isTotalText(cell.text)));
    const isSplit =
      over !== undefined &&
      over.rows.length > 0 &&
      over.rows.every(isHeader) &&
      table.rows.length > 0 &&
      !table.rows.some(isHeader) &&
      (first === second || first === second + 1);
    // A total that stays in sight while the rows scroll.
    if (isFoot && over) result[result.length - 1] = { ...over, rows: [...over.rows, ...table.rows] };
    else if (isSplit) result[result.length - 1] = { element: table.element, rows: [...over.rows, ...table.rows] };
    else result.push(table);
  }
  return result;
}

function isHeader({ head, cells }: TableRow): boolean {
  return head || (cells.length > 0 && cells.every((cell) => !cell || isHeaderCell(cell.element)));
}

export function isHeaderCell(element: PageElement): boolean {
  return tagOf(element) === 'th' || element.getAttribute('role') === 'columnheader';
}

function tableOf(element: PageElement, left: { cells: number; text: number }): PageTable {
  const rows = ownRows(element)
    .slice(0, MAX_ROWS)
    .map((row) => ({ ...row, cells: [] as (TableCell | undefined)[] }));
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const child of Array.from(row.element.children)) {
      if (!isCell(child) || isHidden(child)) continue;
      while (row.cells[column] !== undefined) column++;
      if (column >= MAX_COLUMNS) break;
      left.text -= child.textContent?.length ?? 0;
      if (left.text < 0) return { element, rows: [] };
      const text = textOf(child);
      const right = Math.min(column + span(child, 'colspan'), MAX_COLUMNS);
      const bottom = Math.min(index + span(child, 'rowspan'), rows.length);
      left.cells -= (bottom - index) * (right - column);
      if (left.cells < 0) return { element, rows: [] };
      for (let r = index; r < bottom; r++) {
        for (let c = column; c < right; c++) {
          const cells = rows[r]?.cells;
          if (cells && cells[c] === undefined) cells[c] = { text, element: child, covered: r > index || c > column };
        }
      }
      column = right;
    }
  }
  return { element, rows };
}

function isCell(element: PageElement): boolean {
  const tag = tagOf(element);
  return (
    tag === 'td' ||
    tag === 'th' ||
    /^(?:cell|gridcell|columnheader|rowheader)$/.test(element.getAttribute('role') ?? '')
  );
}

/** Rows of this table that are seen, not of tables inside it. */
function ownRows(table: PageElement): { readonly element: PageElement; readonly head: boolean }[] {
  const rows: { element: PageElement; head: boolean }[] = [];
  const isGrid = tagOf(table) !== 'table';
  for (const child of Array.from(table.children)) {
    const tag = tagOf(child);
    if (isHidden(child)) continue;
    if (isGrid) {
      const own = child.getAttribute('role') === 'row' ? [child] : seenDescendants(child, isRow);
      for (const row of own) rows.push({ element: row, head: Array.from(row.children).some(isHeaderCell) });
    }
    if (tag === 'tr') rows.push({ element: child, head: false });
    if (tag !== 'thead' && tag !== 'tbody' && tag !== 'tfoot') continue;
    for (const row of Array.from(child.children)) {
      if (tagOf(row) === 'tr' && !isHidden(row)) rows.push({ element: row, head: tag === 'thead' });
    }
  }
  return rows;
}

function isRow(element: PageElement): boolean {
  return element.getAttribute('role') === 'row';
}

/** Rows with figures that the page keeps but does not show: filtered out, or folded away. */
export function hasHiddenRows({ element }: PageTable): boolean {
  const isDrawn = !isTable(element);
  const rows = descendants(element, (each) => isHidden(each) && (isDrawn || /^t(?:r|body)$/.test(tagOf(each))));
  return rows.some(
    (row) => descendants(row, (element) => (isDrawn || tagOf(element) === 'td') && isFigured(element)).length > 1,
  );
}

function isFigured(element: PageElement): boolean {
  return (element.children.length === 0 || tagOf(element) === 'td') && /\d/.test(element.textContent ?? '');
}

function span(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? value : 1;
}

/** Whether a cell stands in the row above or below too: its figure is that of several rows. */
export function isShared({ rows }: PageTable, row: number, column: number): boolean {
  const element = rows[row]?.cells[column]?.element;
  return (
    element !== undefined && [rows[row - 1], rows[row + 1]].some((other) => other?.cells[column]?.element === element)
  );
}

/**
 * A row that holds the place of figures that are not there: cells of its own, none of them with a word or a figure.
 * Bones, dots and dashes are neither.
 */
export function isBlankRow({ cells }: TableRow): boolean {
  const own = cells.filter((cell) => cell && !cell.covered);
  return own.length > 1 && own.every((cell) => cell && !/[\p{L}\d]/u.test(cell.text));
}
