/** A workbook that was read before and written since: only the sheets that were touched are read anew. */

import type { Result } from '../../../base/result.ts';
import type { Book, Sheet } from '../../grid/sheet.ts';
import { isSameBytes } from '../same-bytes.ts';
import { FileFault, guarded } from './fault.ts';
import { refuseOtherKinds } from './kind.ts';
import { findPart, type OfficePackage, openPackage } from './package.ts';
import { readWorkbook, sheetIn } from './read-book.ts';
import type { CellContext } from './read-cells.ts';
import { findWorkbook, relatedPart, type SheetPart } from './workbook-parts.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A book, and of which bytes its sheets were read. */
export interface BookReading {
  readonly book: Book;
  readonly strings: ZipEntry | undefined;
  /** By the name of the part. */
  readonly parts: ReadonlyMap<string, PartRead>;
}

interface PartRead {
  readonly entry: ZipEntry;
  /** Undefined for a chart, dialog or macro sheet. */
  readonly sheet: Sheet | undefined;
  readonly cells: number;
  /** A cell's format was beyond the workbook's last. */
  readonly isBeyond: boolean;
}

/** As readBook; sheets whose parts are byte for byte those of `before` are taken from there, as the same objects. */
export function readBookAgain(bytes: Uint8Array, before: BookReading | null): Result<BookReading> {
  return guarded(() => {
    refuseOtherKinds(bytes);
    const pack = openPackage(bytes);
    const workbook = findWorkbook(pack);
    const stringsPart = relatedPart(pack, workbook.relations, 'sharedStrings');
    const strings = stringsPart === undefined ? undefined : findPart(pack, stringsPart);
    const same = before && isSameEntry(before.strings, strings) ? before : null;
    const parts = new Map<string, PartRead>();
    const book = readWorkbook(pack, workbook, (_pack, sheetPart, context) => {
      const entry = sheetPart.part === undefined ? undefined : findPart(pack, sheetPart.part);
      if (entry === undefined) return undefined;
      const known = same && knownPart(same, entry, context);
      const read = known ? takenOver(pack, sheetPart, known, context) : readAnew(pack, sheetPart, entry, context);
      parts.set(entry.name, { ...read, entry });
      return read.sheet;
    });
    return { book, strings, parts };
  });
}

/** Null where the part, or what its cells refer to, is not what it was. */
function knownPart({ book, parts }: BookReading, entry: ZipEntry, now: CellContext): PartRead | null {
  // Formats are only ever added; a cell whose format was beyond the last may have a format by now.
  const added = now.styles.length - book.styles.length;
  const read = parts.get(entry.name);
  if (!read || added < 0 || (read.isBeyond && added > 0) || book.date1904 !== now.date1904) return null;
  return isSameEntry(read.entry, entry) ? read : null;
}

/** Counted as if it were read: what would be refused is refused all the same. */
function takenOver(pack: OfficePackage, { name, state }: SheetPart, read: PartRead, context: CellContext): PartRead {
  pack.budget -= read.entry.size;
  context.cellBudget -= read.cells;
  if (pack.budget < 0 || context.cellBudget < 0) throw new FileFault('too-large');
  const { sheet } = read;
  const isCalledSo = sheet === undefined || (sheet.name === name && sheet.state === state);
  return isCalledSo ? read : { ...read, sheet: { ...sheet, name, state } };
}

function readAnew(pack: OfficePackage, sheetPart: SheetPart, entry: ZipEntry, context: CellContext): PartRead {
  const left = context.cellBudget;
  context.isBeyond = false;
  const sheet = sheetIn(pack, sheetPart, context);
  return { entry, sheet, cells: left - context.cellBudget, isBeyond: context.isBeyond };
}

function isSameEntry(x: ZipEntry | undefined, y: ZipEntry | undefined): boolean {
  if (x === undefined || y === undefined) return x === y;
  const isAlike = x.size === y.size && x.crc === y.crc && x.method === y.method && x.flags === y.flags;
  return isAlike && isSameBytes(x.data, y.data);
}
