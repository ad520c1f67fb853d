/** What is printed over each column of a header, from its top row down. */
import { squashKey } from '../../base/text/text.ts';
import type { HeaderColumn } from './columns.ts';
import { cellKey, type Page, type PageCell } from './page.ts';

/** Column by column; without those that scored copies add, and without those in which nothing ever stands. */
export function headerTexts(page: Page, top: number, bottom: number): readonly HeaderColumn[] {
  return withoutScores(usedBelow(page, top, bottom, headerColumns(page, top, bottom)));
}

/** `2025` as a number: the year of a column. */
export function isYear(cell: PageCell): boolean {
  return !cell.isText && /^20\d{2}$/.test(cell.text);
}

/** Without the columns that a word is merged over and in which nothing else ever stands. */
function usedBelow(page: Page, top: number, bottom: number, columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const used = columnsInUse(page);
  const own = new Set<number>();
  for (let row = top; row <= bottom; row += 1)
    for (const { column } of page.byRow.get(row)?.cells ?? []) own.add(column);
  return columns.filter(({ column }) => own.has(column) || (used.get(column) ?? -1) > bottom);
}

const rowsUsed = new WeakMap<Page, ReadonlyMap<number, number>>();

/** Column → its last row with content. */
export function columnsInUse(page: Page): ReadonlyMap<number, number> {
  const before = rowsUsed.get(page);
  if (before) return before;
  const last = new Map<number, number>();
  for (const { row, cells } of page.rows) for (const { column } of cells) last.set(column, row);
  for (const { row, column } of page.covered) last.set(column, Math.max(row, last.get(column) ?? -1));
  rowsUsed.set(page, last);
  return last;
}

/** Header texts column by column. A word over several columns counts for each column under it. */
function headerColumns(page: Page, top: number, bottom: number): readonly HeaderColumn[] {
  const texts = new Map<number, string[]>();
  for (let row = top; row <= bottom; row += 1) {
    const cells = page.byRow.get(row)?.cells ?? [];
    const below = row < bottom ? (page.byRow.get(row + 1)?.cells ?? []) : [];
    for (const [order, cell] of cells.entries()) {
      const reach = reachOf(page, cell, cells[order + 1]?.column, below);
      const text = withoutColon(cell.text);
      for (const column of reach) {
        const stacked = texts.get(column) ?? [];
        if (stacked.at(-1) !== text) texts.set(column, [...stacked, text]);
      }
    }
  }
  const columns = [...texts.entries()].sort((a, b) => a[0] - b[0]).map(([column, list]) => ({ column, texts: list }));
  return withoutUnits(columns);
}

/** `Kết quả:` */
function withoutColon(text: string): string {
  return text.replace(/[:：]$/u, '').trimEnd();
}

/** A cell of the header that holds nothing but a hint: `(%)`, `(ĐVT: hồ sơ)`; `(a)` and `(1)` are marks. */
export function isHint(text: string): boolean {
  return /^(?:\([^()]{1,60}\)\s*)+[:：]?$/u.test(text) && /%|\p{L}{2}/u.test(text);
}

/** Without hints in cells of their own, unless nothing else tells a column from another. */
function withoutUnits(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  if (!columns.some(({ texts }) => texts.some(isHint))) return columns;
  const bare = columns.map(({ texts }) => texts.filter((text) => !isHint(text)));
  const isOwn = (at: number): boolean => {
    const key = bare[at]?.join('|') ?? '';
    return key !== '' && bare.every((other, order) => order === at || other.join('|') !== key);
  };
  const isMerged = (at: number, beside: number): boolean =>
    columns[at]?.texts.join('|') === columns[beside]?.texts.join('|');
  return columns.map((column, at) =>
    isOwn(at) || isMerged(at, at - 1) || isMerged(at, at + 1) ? { ...column, texts: bare[at] ?? [] } : column,
  );
}

/**
 * Leaves out the columns that our scored copies add beside the table, so that a scored copy reads like the unit's
 * sheet.
 */
function withoutScores(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const key = (at: number): string => squashKey(columns[at]?.texts.at(-1) ?? '');
  const at = columns.findIndex((_, number) => OWN_COLUMNS.every((own, step) => key(number + step) === own));
  if (at < 0) return columns;
  return withoutScores(columns.filter((_, number) => number < at || number >= at + OWN_COLUMNS.length));
}

const OWN_COLUMNS = ['Điểm chấm', 'Khoảng điểm', 'Lý do'].map((text) => squashKey(text));

/** Columns below a header cell: its merge, or (merge lost) the cells below up to the next word of its own row. */
function reachOf(page: Page, cell: PageCell, next: number | undefined, below: readonly PageCell[]): readonly number[] {
  const span = page.spans.get(cellKey(cell.row, cell.column));
  if (span && span.right > cell.column && span.right - cell.column < 200) {
    return Array.from({ length: span.right - cell.column + 1 }, (_, step) => cell.column + step);
  }
  const end = Math.min(next ?? cell.column + 8, cell.column + 8);
  const under = below.filter(
    (pageCell) => pageCell.column > cell.column && pageCell.column < end && (pageCell.isText || isYear(pageCell)),
  );
  const ownBelow = below.some((pageCell) => pageCell.column === cell.column);
  return ownBelow && !span ? [cell.column, ...under.map((pageCell) => pageCell.column)] : [cell.column];
}
