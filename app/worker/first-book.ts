/** A workbook for reports that are still to come. */
import { FIRST_SHEET } from '../../core/sheets/first-sheet.ts';
import { newBook } from '../../core/workbook/file.ts';

/** Its .xlsx. */
export function firstBook(): Uint8Array {
  return newBook([FIRST_SHEET]);
}
