/** A file of an old kind (.xls, .ods) → a new workbook from its cells: values, fonts, number formats, merges. */

import { done, type Result } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import { plainCopy } from '../../core/sheet/workbook/plain-copy.ts';
import { readLegacyApart } from '../legacy/read-legacy-apart.ts';

export async function fromOldKind(
  bytes: Uint8Array,
): Promise<Result<{ readonly bytes: Uint8Array; readonly book: Book }>> {
  const old = await readLegacyApart(bytes);
  if (!old.ok) return old;
  // Hidden sheets stay behind, as they do where a workbook is inserted whole.
  const shown = { ...old.value, sheets: old.value.sheets.filter(({ state }) => state === 'visible') };
  const made = newBook(plainCopy(shown));
  const read = readBook(made);
  if (!read.ok) return read;
  const { macros, externalLinks } = old.value;
  return done({ bytes: made, book: { ...read.value, macros, externalLinks } });
}
