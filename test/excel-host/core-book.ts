/** Between the book in memory and the core's plain `Book`: to start from a file, and to compare afterwards. */
import type { Book, Cell, CellLook, Sheet } from '../../core/sheet/grid/sheet.ts';
import { WHOLE_SHEET } from './addresses.ts';
import { addSheet, emptyBook, type HostBook, type HostSheet } from './book.ts';
import { calculate } from './calculate.ts';
import { cellCount } from './cells.ts';
import { type Look, PLAIN } from './look.ts';

const STATE = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const;
const BACK = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' } as const;

/**
 * A book in memory with the sheets of a core book: values, formulas, fonts, number formats, hidden parts, merges,
 * protection.
 */
export function hostBookOf(book: Book, name: string): HostBook {
  const host = emptyBook(name, lookFrom(book, 0), book.date1904);
  for (const sheet of book.sheets) copySheet(host, book, sheet, sheet.name);
  const first = host.sheets.find((sheet) => sheet.visibility === 'Visible');
  if (first) host.activeSheet = first.id;
  return host;
}

/** Appends one sheet of a core book under a name that must be free. */
export function copySheet(host: HostBook, book: Book, sheet: Sheet, name: string): HostSheet {
  const made = addSheet(host, name);
  const looks = book.styles.map((_, index) => ownLook(host, lookFrom(book, index)));
  for (const [row, cells] of sheet.rows) {
    const line = new Map(
      cells.map((cell) => [
        cell.column,
        { value: cell.value, formula: cell.formula ?? null, look: looks[cell.style ?? 0] ?? host.plain },
      ]),
    );
    if (line.size > 0) made.rows.set(row, line);
  }
  made.merges = [...sheet.merges];
  for (const row of sheet.hiddenRows) made.hiddenRows.add(row);
  for (const column of sheet.hiddenColumns) made.hiddenColumns.add(column);
  made.visibility = STATE[sheet.state];
  if (sheet.protected === true) made.protection = { password: '' };
  return made;
}

function lookFrom(book: Book, index: number): Look {
  const look = book.styles[index];
  return look ? { ...PLAIN, fontName: look.font, numberFormat: look.numberFormat } : PLAIN;
}

/** The book's own plain look where it is the same, so that untouched cells are known by identity. */
function ownLook(host: HostBook, look: Look): Look {
  const same = look.fontName === host.plain.fontName && look.numberFormat === host.plain.numberFormat;
  return same ? host.plain : look;
}

/** The book in core's form. Macros and links to other files are not in memory. */
export function coreBookOf(host: HostBook): Book {
  for (const sheet of host.sheets) calculate(host, sheet, WHOLE_SHEET);
  const styles: CellLook[] = [];
  const indexes = new Map<string, number>();
  const styleOf = (look: Look): number => {
    const key = JSON.stringify([look.fontName, look.numberFormat]);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, styles.length);
    return styles.push({ font: look.fontName, numberFormat: look.numberFormat }) - 1;
  };
  styleOf(host.plain);
  return {
    sheets: host.sheets.map((sheet) => coreSheetOf(sheet, styleOf)),
    date1904: host.date1904,
    styles,
    macros: false,
    externalLinks: [],
  };
}

function coreSheetOf(sheet: HostSheet, styleOf: (look: Look) => number): Sheet {
  const rows = new Map<number, readonly Cell[]>();
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const cells: Cell[] = [];
    for (const [column, cell] of [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b)) {
      if (cell.value === null && cell.formula === null) continue;
      const style = styleOf(cell.look);
      cells.push({
        row,
        column,
        value: cell.value,
        ...(cell.formula !== null ? { formula: cell.formula } : {}),
        ...(style !== 0 ? { style } : {}),
      });
    }
    if (cells.length > 0) rows.set(row, cells);
  }
  return {
    name: sheet.name,
    state: BACK[sheet.visibility],
    rows,
    merges: sheet.merges.filter((area) => cellCount(area) > 1),
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
    ...(sheet.protection !== null ? { protected: true } : {}),
  };
}
