/**
 * A new workbook from sheets of ours, on a small blank package built here: no second writer. Default look: Times New
 * Roman 13.
 */
import type { NewSheet } from '../port.ts';
import { addSheets } from './add-sheet.ts';
import { type BookDraft, draftEntries, type Settle, XML_HEAD } from './draft.ts';
import { openPackage } from './package.ts';
import { setFullCalculation } from './patch-book.ts';
import { sheetProblem } from './sheet-problem.ts';
import { openStyles, saveStyles } from './style-book.ts';
import { findWorkbook } from './workbook-parts.ts';
import type { ZipEntry } from './zip-directory.ts';
import { packEntry, writeZip } from './zip-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Bytes of an .xlsx with these sheets. Throws FileFault `too-large-to-write` where nobody could open it again. */
export function newBook(sheets: Iterable<NewSheet>): Uint8Array {
  return writeZip(newBookParts(sheets));
}

/**
 * The parts of an .xlsx with these sheets (at least one), made as they are fetched: a book of a thousand sheets is
 * never in memory as a whole. A sheet that Excel would refuse is our bug: it throws.
 */
export function newBookParts(sheets: Iterable<NewSheet>, settle?: Settle): readonly ZipEntry[] {
  const pack = openPackage(blankPackage());
  const workbook = findWorkbook(pack);
  const draft: BookDraft = { pack, changes: new Map(), strict: false, settle };
  const styles = openStyles(draft, workbook);
  if (addSheets(draft, workbook, sheets, () => styles, refuseUnsound)) setFullCalculation(draft, workbook.part);
  if (draft.changes.size === 0) throw new Error('newBook: no sheet');
  saveStyles(styles);
  return draftEntries(draft);
}

function refuseUnsound(sheet: NewSheet): void {
  const problem = sheetProblem(sheet);
  if (problem) throw new Error(`newBook: ${problem}`);
}

/** A package with a workbook that has no sheet yet. */
function blankPackage(): Uint8Array {
  const parts: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="22000" windowHeight="12000"/></bookViews><sheets/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ];
  return writeZip(parts.map(([name, xml]) => packEntry(name, new TextEncoder().encode(XML_HEAD + xml))));
}

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="13"/><color rgb="FF000000"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
