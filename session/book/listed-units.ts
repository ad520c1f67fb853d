/** A list of units from a file (.xlsx, .csv), each with its audience: what the forms are made for. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Audience } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { csvBook, csvText, isMisread, SAVE_AS_UTF8 } from '../../core/sheet/workbook/csv.ts';
import { kindOf, readBook } from '../../core/sheet/workbook/file.ts';
import { registerFromBook } from '../../core/sheets/register-sheet.ts';

/** What a file is, its bytes say; a row that cannot be understood refuses it, for a unit left out would get no form. */
export function listedUnits(bytes: Uint8Array, audiences: readonly Audience[]): Result<Register> {
  const book = listBook(bytes);
  return book.ok ? registerFromBook(book.value, audiences) : book;
}

/** A workbook, or a .csv as a workbook. */
export function listBook(bytes: Uint8Array): ReturnType<typeof readBook> {
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  if (kind.value !== 'unknown') return readBook(bytes);
  const text = csvText(bytes);
  return isMisread(text) ? refuse('units-file', SAVE_AS_UTF8) : done(csvBook(text));
}
