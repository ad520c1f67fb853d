/** A new workbook from sheets of ours, on a small blank package built here: no second writer. Default look: Times New Roman 13. */
import type { NewSheet } from '../port.ts';
import { XML_HEAD } from './draft.ts';
import { patchBook } from './patch-book.ts';
import { packEntry, writeZip } from './zip-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Bytes of an .xlsx with these sheets (at least one). A sheet that Excel would not take is our bug: it throws. */
export function newBook(sheets: readonly NewSheet[]): Uint8Array {
  if (sheets.length === 0) throw new Error('newBook: no sheet');
  const actions = sheets.map((sheet) => ({ kind: 'add-sheet', sheet }) as const);
  const result = patchBook(blankPackage(), actions);
  if (!result.ok) throw new Error(`newBook: ${result.refusal.code}`);
  const [first] = result.value.refused;
  if (first) throw new Error(`newBook: ${first.refusal.code}`);
  return result.value.bytes;
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
