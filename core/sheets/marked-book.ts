/** New workbooks of ours with their mark: apart from the mark, which papers bear too, because this writes sheets. */
import type { Result } from '../base/result.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import type { Settle } from '../sheet/workbook/xlsx/draft.ts';
import { guarded } from '../sheet/workbook/xlsx/fault.ts';
import { newBookParts } from '../sheet/workbook/xlsx/new-book.ts';
import { packageOf } from '../sheet/workbook/xlsx/package.ts';
import { joined, zipPieces } from '../sheet/workbook/xlsx/zip-write.ts';
import { markedParts, type OwnKind } from './own-mark.ts';

/** A new workbook of ours with its mark, put together once; refused where it would be too large to be opened again. */
export function markedBook(sheets: Iterable<NewSheet>, kind: OwnKind): Result<Uint8Array> {
  const pieces = markedPieces(sheets, kind);
  return pieces.ok ? { ok: true, value: joined([...pieces.value]) } : pieces;
}

/**
 * The same in pieces, made as they are written: a workbook of 10,000 sheets is some 65 MB, and with `settle` is never
 * in memory as a whole.
 */
export function markedPieces(sheets: Iterable<NewSheet>, kind: OwnKind, settle?: Settle): Result<Iterable<Uint8Array>> {
  return guarded(() => zipPieces(markedParts(packageOf(newBookParts(sheets, settle)), kind, '')));
}
