/** The words and tables of a Word report or a PDF → a new workbook, a sheet for each table. */
import { done, type Result } from '../../core/base/result.ts';
import { textBook } from '../../core/report/document/text-book.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { plainCopy } from '../../core/sheet/workbook/plain-copy.ts';
import { newBook } from '../../core/sheet/workbook/xlsx/new-book.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';

export function fromText(text: string): Result<{ readonly bytes: Uint8Array; readonly book: Book }> {
  const bytes = newBook(plainCopy(textBook(text)));
  const read = readBook(bytes);
  return read.ok ? done({ bytes, book: read.value }) : read;
}
