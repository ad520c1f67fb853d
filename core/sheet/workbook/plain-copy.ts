/**
 * A book of an old kind (.xls, .ods) as sheets for a new .xlsx: values, formulas' results, fonts, number formats,
 * merges, hidden rows and columns. Column widths are not read from such files, so they follow the texts.
 */
import { type Book, type Cell, isCellError, type Sheet } from '../grid/sheet.ts';
import type { NewCell, NewSheet, NewValue } from './port.ts';

const NARROWEST = 8;
const WIDEST = 50;

/** One new sheet for each sheet of the book. */
export function plainCopy(book: Book): NewSheet[] {
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    cells: [...sheet.rows.values()].flatMap((cells) => cells.map((cell) => newCell(book, cell))),
    merges: sheet.merges,
    columnWidths: widths(sheet),
    hiddenColumns: [...sheet.hiddenColumns],
    hiddenRows: [...sheet.hiddenRows],
  }));
}

function newCell(book: Book, cell: Cell): NewCell {
  const look = book.styles[cell.style ?? 0];
  return {
    row: cell.row,
    column: cell.column,
    value: newValue(cell),
    style: {
      ...(look?.font ? { fontName: look.font } : {}),
      ...(look?.numberFormat && look.numberFormat !== 'General' ? { numberFormat: look.numberFormat } : {}),
    },
  };
}

function newValue({ value }: Cell): NewValue {
  if (value === null) return { kind: 'empty' };
  if (isCellError(value)) return { kind: 'text', text: value.error };
  if (typeof value === 'number') return { kind: 'number', number: value };
  return typeof value === 'boolean' ? { kind: 'boolean', boolean: value } : { kind: 'text', text: value };
}

/** Width by the longest text of a column; cells of a merge over several columns do not count. */
function widths(sheet: Sheet): Map<number, number> {
  const merged = new Set(sheet.merges.filter((m) => m.right > m.left).map((m) => `${m.top},${m.left}`));
  const found = new Map<number, number>();
  for (const [row, cells] of sheet.rows) {
    for (const { column, value } of cells) {
      if (value === null || merged.has(`${row},${column}`)) continue;
      const length = isCellError(value) ? value.error.length : String(value).length;
      found.set(column, Math.min(WIDEST, Math.max(NARROWEST, found.get(column) ?? 0, length + 2)));
    }
  }
  return found;
}
