/**
 * Two tables on the same rows with an empty column between them: a summary of the groups left of the criteria. Each has a
 * word for what its rows are; the table of criteria is read, the other is left over.
 */
import { columnsInUse } from './header-texts.ts';
import { headerWord, isTitleRole } from './header-words.ts';
import { namesCriterion } from './join-titles.ts';
import { cellKey, type Page, type PageCell, type PageRow } from './page.ts';

/** Rows looked at for criteria. */
const ROWS_TO_LOOK_AT = 60;
/** A table has a column that names its rows, and at least two columns about each row. */
const LEAST_COLUMNS = 3;

/** The page with nothing but the columns of the table of criteria that a row heads; the same page where there is one table. */
export function withoutTableBeside(page: Page, at: number, isCriterion: (text: string) => boolean): Page {
  const row = page.rows[at];
  if (row === undefined || row.cells.length < 2 * LEAST_COLUMNS) return page;
  const below = page.rows.slice(at + 1, at + 1 + ROWS_TO_LOOK_AT);
  const runs = runsOf(page, row, below);
  if (runs.length < 2) return page;
  const ends = runs.map((_, order) => runs[order + 1]?.[0]?.column ?? Number.POSITIVE_INFINITY);
  const found = runs.map((run, order) => {
    const isIn = ({ column }: PageCell): boolean => column >= (run[0]?.column ?? 0) && column < (ends[order] ?? 0);
    return below.filter(({ cells }, step) =>
      cells.some((cell) => isIn(cell) && namesCriterion(cell, below[step + 1], { isCriterion })),
    ).length;
  });
  const order = found.findIndex((count) => count > 0);
  const own = runs[order];
  if (own === undefined || own.length < LEAST_COLUMNS || found.filter((count) => count > 0).length > 1) return page;
  const isOwn = ({ column }: PageCell): boolean => column >= (own[0]?.column ?? 0) && column < (ends[order] ?? 0);
  const rows = page.rows.map((pageRow): PageRow => ({ row: pageRow.row, cells: pageRow.cells.filter(isOwn) }));
  return { ...page, rows, byRow: new Map(rows.map((pageRow) => [pageRow.row, pageRow])) };
}

/** Cells of a row as the tables they head, parted where a column is empty from this row down. */
function runsOf(page: Page, { row, cells }: PageRow, below: readonly PageRow[]): readonly (readonly PageCell[])[] {
  const used = columnsInUse(page);
  const runs: PageCell[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    const between = Math.max(0, Math.min(cell.column - end - 1, MOST_BETWEEN));
    const isParted = Array.from({ length: between }, (_, step) => end + 1 + step).some(
      (column) => (used.get(column) ?? -1) < row,
    );
    if (runs.length === 0 || isParted) runs.push([]);
    runs.at(-1)?.push(cell);
    end = page.spans.get(cellKey(row, cell.column))?.right ?? cell.column;
  }
  // What has no column that names its rows is a part of the table before it.
  return runs.reduce<PageCell[][]>((tables, run) => {
    const before = tables.at(-1);
    if (before === undefined || run.some((cell) => namesRows(cell, below))) tables.push([...run]);
    else before.push(...run);
    return tables;
  }, []);
}

const MOST_BETWEEN = 20;
const LEAST_NAMES = 2;

/** A word for criteria or groups over words: "TC" over figures is points. */
function namesRows({ column, text, isText }: PageCell, below: readonly PageRow[]): boolean {
  if (!isText || !isTitleRole(headerWord(text)?.role ?? 'other')) return false;
  const own = below.flatMap(({ cells }) => cells.find((cell) => cell.column === column) ?? []);
  const names = own.filter((cell) => cell.isText && /\p{L}{2}/u.test(cell.text));
  return names.length >= LEAST_NAMES && 2 * names.length > own.length;
}
