/** Tables of a page as grids: spans filled, so that a cell is found by row and column however the header is merged. */
import { descendants, type PageElement, tagOf, textOf } from './page.ts';

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
/** Characters of all cells of one page: in tables within tables every level counts again what stands in the innermost. */
const MOST_TEXT = 20_000_000;

/** Every table below the element, nested ones too, in document order. */
export function tablesOf(root: PageElement): PageTable[] {
  const left = { cells: MOST_COVERED, text: MOST_TEXT };
  return descendants(root, (element) => tagOf(element) === 'table').map((element) => tableOf(element, left));
}

function tableOf(element: PageElement, left: { cells: number; text: number }): PageTable {
  const rows = ownRows(element)
    .slice(0, MAX_ROWS)
    .map((row) => ({ ...row, cells: [] as (TableCell | undefined)[] }));
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const child of Array.from(row.element.children)) {
      const tag = tagOf(child);
      if (tag !== 'td' && tag !== 'th') continue;
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

/** Rows of this table, not of tables inside it. */
function ownRows(table: PageElement): { readonly element: PageElement; readonly head: boolean }[] {
  const rows: { element: PageElement; head: boolean }[] = [];
  for (const child of Array.from(table.children)) {
    const tag = tagOf(child);
    if (tag === 'tr') rows.push({ element: child, head: false });
    if (tag !== 'thead' && tag !== 'tbody' && tag !== 'tfoot') continue;
    for (const row of Array.from(child.children)) {
      if (tagOf(row) === 'tr') rows.push({ element: row, head: tag === 'thead' });
    }
  }
  return rows;
}

function span(cell: PageElement, name: 'colspan' | 'rowspan'): number {
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? value : 1;
}
