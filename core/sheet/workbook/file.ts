/**
 * The door to workbooks as files: read, patch, make. Everything is bytes in, plain data or bytes out; where the bytes
 * come from is the caller's business. Old kinds (.xls, .ods) are read by `readLegacyBook`, which callers should run
 * under a time limit.
 */
export { readLegacyBook } from './legacy/read-legacy.ts';
export { dropSheets } from './xlsx/drop-sheets.ts';
export { type FaultCode, refusalOf } from './xlsx/fault.ts';
export type { FileKind } from './xlsx/kind.ts';
export { kindOf } from './xlsx/kind-of.ts';
export { newBook } from './xlsx/new-book.ts';
export { patchBook } from './xlsx/patch-book.ts';
export { readBook } from './xlsx/read-book.ts';
export { type BookReading, readBookAgain } from './xlsx/read-book-again.ts';
export { type SheetPicture, sheetPictures } from './xlsx/sheet-pictures.ts';
