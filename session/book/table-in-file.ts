/**
 * A table of ours in a workbook file, found by its titles: names of tables get lost when other programs save a file.
 * Pure.
 */

import { squashKey } from '../../core/base/text/text.ts';
import type { Book, Cell, CellValue, Range, Sheet } from '../../core/sheet/grid/sheet.ts';

interface FoundTable {
  readonly sheet: string;
  /** Header row included. */
  readonly range: Range;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly (CellValue | null)[])[];
}

/**
 * The first row with all the titles, in any order, and the rows below it up to the first empty row; null when there is
 * none.
 */
export function tableInFile({ sheets }: Book, titles: readonly string[]): FoundTable | null {
  const wanted = titles.map((title) => squashKey(title));
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows) {
      if (cells.length < wanted.length) continue;
      const texts = cells.filter(({ value }) => typeof value === 'string');
      const keys = new Set(texts.map(({ value }) => squashKey(String(value))));
      if (wanted.every((title) => keys.has(title))) return tableUnder(sheet, row, texts);
    }
  }
  return null;
}

function tableUnder(sheet: Sheet, header: number, titles: readonly Cell[]): FoundTable {
  const rows: (CellValue | null)[][] = [];
  for (let row = header + 1; sheet.rows.has(row); row += 1) {
    const held = new Map(sheet.rows.get(row)?.map(({ column, value }) => [column, value]));
    const values = titles.map(({ column }) => held.get(column) ?? null);
    if (values.every((value) => value === null || value === '')) break;
    rows.push(values);
  }
  const [left = 0, right = left] = [titles[0]?.column, titles.at(-1)?.column];
  const range = { top: header, left, bottom: header + rows.length, right };
  return { sheet: sheet.name, range, titles: titles.map(({ value }) => String(value)), rows };
}
