/** The visible sheets of another workbook as sheets to add: values, fonts, number formats, merges, widths, hidden columns. No macros, no links. */
import type { Book } from '../../../core/grid/sheet.ts';
import { plainCopy } from '../../../core/workbook/plain-copy.ts';
import type { NewSheet } from '../../../core/workbook/port.ts';

export function insertedSheets(book: Book): NewSheet[] {
  return plainCopy({ ...book, sheets: book.sheets.filter(({ state }) => state === 'visible') });
}
