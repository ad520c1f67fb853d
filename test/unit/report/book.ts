/**
 * Small workbooks in memory for the reader's tests: rows of plain values, optionally with merges, hidden parts and
 * fonts.
 */
import { rangeFromA1 } from '../../../core/sheet/grid/address.ts';
import type { Book, Cell, CellLook, CellValue, Sheet } from '../../../core/sheet/grid/sheet.ts';

export type Plain = CellValue | null | undefined | { readonly formula: string; readonly value: CellValue | null };

export interface SheetOptions {
  readonly name?: string;
  readonly state?: Sheet['state'];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Font of all cells. */
  readonly font?: string;
  /** Row and column the first value stands in. */
  readonly top?: number;
  readonly left?: number;
}

/** A sheet of rows; null, undefined = no cell. */
export function sheetOf(rows: readonly (readonly Plain[])[], options: SheetOptions = {}): Sheet {
  const { top = 0, left = 0 } = options;
  const cells = new Map<number, readonly Cell[]>();
  rows.forEach((row, at) => {
    const list = row.flatMap((value, step): Cell[] => {
      if (value === null || value === undefined) return [];
      const place = { row: at + top, column: step + left, ...(options.font ? { style: 1 } : {}) };
      if (typeof value === 'object' && 'formula' in value) return [{ ...place, ...value }];
      return [{ ...place, value }];
    });
    if (list.length > 0) cells.set(at + top, list);
  });
  return {
    name: options.name ?? 'Sheet1',
    state: options.state ?? 'visible',
    rows: cells,
    merges: (options.merges ?? []).flatMap((text) => rangeFromA1(text) ?? []),
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenColumns: new Set(options.hiddenColumns ?? []),
  };
}

/** A book of sheets; `font` is the font of the cells with style 1. */
export function bookOf(sheets: readonly Sheet[], font = '.VnTime'): Book {
  const styles: readonly CellLook[] = [
    { font: 'Times New Roman', numberFormat: 'General' },
    { font, numberFormat: 'General' },
  ];
  return { sheets, date1904: false, styles, macros: false, externalLinks: [] };
}
