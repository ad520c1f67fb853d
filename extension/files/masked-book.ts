/**
 * A workbook without the people in it, by the meaning of columns and the shape of texts, as page copies are. `isMasked`
 * = there were some.
 */
import type { Book, Cell, Sheet } from '../../core/sheet/grid/sheet.ts';
import { type PersonCell, personCells, withoutPersonal } from '../capture/persons.ts';

/** A row of a table has at least as many cells with something in them: titles and signatures have fewer. */
const FEWEST = 4;

export function maskedBook(book: Book): { readonly book: Book; readonly isMasked: boolean } {
  const sheets = book.sheets.map(maskedSheet);
  const isMasked = sheets.some((sheet, at) => sheet !== book.sheets[at]);
  return { book: { ...book, sheets }, isMasked };
}

/** The same sheet where nobody is named. */
function maskedSheet(sheet: Sheet): Sheet {
  const all = [...sheet.rows.values()];
  const first = all.findIndex((cells) => cells.filter(isFilled).length >= FEWEST);
  const persons = personCells(
    first < 0 ? [] : all.slice(first).map((cells) => cells.map((cell) => asCell(cell, sheet))),
  );
  let isMasked = false;
  const masked = (cell: Cell): Cell => {
    const { value } = cell;
    const hidden = persons.has(cell) ? '…' : typeof value === 'string' ? withoutPersonal(value) : value;
    if (hidden === value || (typeof value === 'string' && hidden === value.normalize('NFC'))) return cell;
    isMasked = true;
    return { ...cell, value: hidden };
  };
  const rows = new Map([...sheet.rows].map(([row, cells]) => [row, cells.map(masked)]));
  return isMasked ? { ...sheet, rows } : sheet;
}

function asCell(cell: Cell, { merges }: Sheet): PersonCell<Cell> {
  const merge = merges.find(({ top, left }) => top === cell.row && left === cell.column);
  return {
    ...{ element: cell, text: typeof cell.value === 'string' ? cell.value : String(cell.value ?? ''), isHead: false },
    wide: merge ? merge.right - merge.left + 1 : 1,
    high: merge ? merge.bottom - merge.top + 1 : 1,
  };
}

function isFilled({ value }: Cell): boolean {
  return value !== null && value !== '';
}
