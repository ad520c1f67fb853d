/** .xlsx and .xlsm bytes → `Book`. Pure and synchronous; chart, dialog and macro sheets are left out. */

import type { Result } from '../../../base/result.ts';
import type { Book, Sheet } from '../../grid/sheet.ts';
import { FileFault, guarded } from './fault.ts';
import { refuseOtherKinds } from './kind.ts';
import { type OfficePackage, openPackage, readPart, readRelations, scanPart } from './package.ts';
import type { CellContext } from './read-cells.ts';
import { withNotes } from './read-notes.ts';
import { readSheet } from './read-sheet.ts';
import { readSharedStrings } from './read-strings.ts';
import { readStyles } from './read-styles.ts';
import { findWorkbook, relatedPart, type SheetPart, type WorkbookParts } from './workbook-parts.ts';

const MAX_CELLS = 3_000_000;

/** Reads a workbook; a file that cannot be used is a refusal with a Vietnamese sentence (codes: fault.ts). */
export function readBook(bytes: Uint8Array): Result<Book> {
  return guarded(() => {
    refuseOtherKinds(bytes);
    const pack = openPackage(bytes);
    return readWorkbook(pack, findWorkbook(pack));
  });
}

/** Undefined for a chart, dialog or macro sheet, and where there is no such part. */
type SheetOf = (pack: OfficePackage, sheet: SheetPart, context: CellContext) => Sheet | undefined;

export const sheetIn: SheetOf = (pack, { part, name, state }, context) => {
  const scanner = part === undefined ? undefined : scanPart(pack, part);
  return scanner && readSheet(scanner, name, state, context);
};

/** Throws FileFault. */
export function readWorkbook(pack: OfficePackage, workbook: WorkbookParts, sheetOf = sheetIn): Book {
  const { relations } = workbook;
  const stringsPart = relatedPart(pack, relations, 'sharedStrings');
  const stylesPart = relatedPart(pack, relations, 'styles');
  const themePart = relatedPart(pack, relations, 'theme');
  const styles = readStyles(stylesPart && readPart(pack, stylesPart), () => themePart && readPart(pack, themePart));
  const strings = stringsPart === undefined ? undefined : scanPart(pack, stringsPart);
  const context: CellContext = {
    strings: strings && readSharedStrings(strings),
    styles,
    date1904: workbook.date1904,
    cellBudget: MAX_CELLS,
    isBeyond: false,
  };
  const sheets = workbook.sheets.flatMap((sheetPart) => {
    const sheet = sheetOf(pack, sheetPart, context);
    return sheet ? [withNotes(pack, sheetPart.part, sheet)] : [];
  });
  if (sheets.length === 0) throw new FileFault('no-worksheet');
  const book: Book = {
    sheets,
    date1904: workbook.date1904,
    styles,
    macros: hasMacros(pack, workbook),
    externalLinks: readExternalLinks(pack, workbook),
  };
  return isSigned(pack) ? { ...book, signed: true } : book;
}

/** A VBA project or a sheet of Excel 4 macros. */
function hasMacros(pack: OfficePackage, workbook: WorkbookParts): boolean {
  return (
    workbook.relations.some((relation) => /^(?:vbaProject|xl(?:Intl)?Macrosheet)$/i.test(relation.type)) ||
    pack.entries.some((entry) => /(?:^|\/)vbaProject\.bin$/i.test(entry.name))
  );
}

/** A digital signature is in the package. */
export function isSigned(pack: OfficePackage): boolean {
  return pack.entries.some((entry) => entry.name.toLowerCase().startsWith('_xmlsignatures/'));
}

function readExternalLinks(pack: OfficePackage, workbook: WorkbookParts): readonly string[] {
  return workbook.relations
    .filter((relation) => relation.type === 'externalLink' && !relation.external)
    .flatMap((relation) => readRelations(pack, relation.target))
    .filter((relation) => relation.external)
    .map((relation) => relation.target);
}
