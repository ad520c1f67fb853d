/**
 * All that changes the workbook, apart from reading and showing it, which does not wait for this. What inserts other
 * workbooks is fetched with the first of them, and what takes a run back with the first run that is taken back.
 */
import { hostRefusal } from '../../../session/host/errors.ts';
import type { BookFile, InsertedBook } from '../../../session/host/port.ts';
import type { KnownBook } from './insert-books.ts';

export { applyExcel } from './apply.ts';

/** An answer for each file, in their order. */
export async function insertExcel(files: readonly BookFile[], seen: KnownBook): Promise<readonly InsertedBook[]> {
  const code = await import('./insert-books.ts').catch(() => null);
  if (code) return code.insertExcel(files, seen);
  return files.map(() => ({ kind: 'refused', refusal: hostRefusal('offline') }));
}
