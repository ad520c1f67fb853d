/**
 * The door to workbooks as files: read, patch, make. Everything is bytes in, plain data or bytes out; where the bytes come from is
 * the caller's business. Old kinds (.xls, .ods) are read by `readLegacyBook`, which callers should run under a time limit.
 */
import type { Result } from './port.ts';
import { guarded } from './xlsx/fault.ts';
import { type FileKind, fileKind } from './xlsx/kind.ts';

export { readLegacyBook } from './legacy/read-legacy.ts';
export { dropSheets } from './xlsx/drop-sheets.ts';
export { type FaultCode, refusalOf } from './xlsx/fault.ts';
export type { FileKind } from './xlsx/kind.ts';
export { newBook } from './xlsx/new-book.ts';
export { patchBook } from './xlsx/patch-book.ts';
export { readBook } from './xlsx/read-book.ts';

/** Kind of the file by its content; a zip whose directory is broken or dangerous is a refusal. */
export function kindOf(bytes: Uint8Array): Result<FileKind> {
  return guarded(() => fileKind(bytes));
}
