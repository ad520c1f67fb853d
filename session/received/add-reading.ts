/** Hands what was read of the files taken in to the next load, so that it need not read their sheets again. */
import type { ReadFile } from '../../core/report/read.ts';
import { readingUnderNames } from '../../core/report/reading-under-names.ts';
import type { LoadedBook } from '../run/load.ts';
import type { SentFile } from './sent-file.ts';

/** `sheets` = names in the workbook of the file's sheets, in their order. The load compares their cells. */
export function addReading(
  { book, reader }: LoadedBook,
  read: ReadFile,
  { name, book: sent }: SentFile,
  sheets: readonly string[],
): void {
  const names = new Map(sent.sheets.map((sheet, at) => [sheet.name, sheets[at] ?? sheet.name]));
  const reading = sheets.length === sent.sheets.length ? readingUnderNames(read, names) : null;
  if (!reading) return;
  const { date1904, styles } = sent;
  const placed = sent.sheets.map((sheet) => ({ ...sheet, name: names.get(sheet.name) ?? sheet.name }));
  reader.add({ name, book: { ...book.book, date1904, styles, sheets: placed } }, reading);
}
