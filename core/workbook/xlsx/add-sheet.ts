/** Appends a sheet of ours to a workbook: its part, tables, entry in the workbook and print titles. Existing sheets keep their index. */
import type { NewSheet } from '../port.ts';
import type { ActionCode } from './action-refusal.ts';
import { isWritable } from './cell-xml.ts';
import {
  addPart,
  addRelation,
  addToList,
  type Draft,
  draftPart,
  freeName,
  mainNamespace,
  relationAttribute,
  relationNamespace,
  setPart,
} from './draft.ts';
import { escapeXml } from './excel-text.ts';
import { newSheetXml } from './new-sheet-xml.ts';
import { childOf, childrenAt, outlineOf } from './outline.ts';
import { deriveFormat, type StyleBook } from './style-book.ts';
import { addTable, headerCells, isWritableTable } from './table-part.ts';
import { isWritableValidation } from './validation-xml.ts';
import { decodeEntities, XmlScanner } from './xml-scan.ts';

/** The schema's order of the workbook's children up to `calcPr`. */
export const WORKBOOK_ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
];

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const MAX_NAME = 31;

/** Why Excel would not take the sheet, or undefined. */
export function sheetProblem(sheet: NewSheet): ActionCode | undefined {
  if (!(sheet.tables ?? []).every(isWritableTable)) return 'bad-table';
  if (!(sheet.validations ?? []).every(isWritableValidation)) return 'list-too-long';
  return sheet.cells.every(({ value }) => isWritable(value)) ? undefined : 'bad-number';
}

/** Adds the sheet; gives the name it got. Call only when `sheetProblem` finds none. */
export function addSheet(
  draft: Draft,
  workbookPart: string,
  sheet: NewSheet,
  date1904: boolean,
  styles: () => StyleBook,
): string {
  const workbook = outlineOf(draftPart(draft, workbookPart) ?? '');
  const sheets = sheetAttributes(workbook.xml);
  const name = freeSheetName(
    sheet.name,
    sheets.map((one) => one.name),
  );
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const part = freeName(draft, (number) => `${folder}worksheets/sheet${number}.xml`);
  const tables = sheet.tables ?? [];
  const cells = [...sheet.cells, ...tables.flatMap((table) => headerCells(table, sheet.cells))];
  const tableIds = tables.map((table) => addTable(draft, part, table));
  const xml = newSheetXml(
    { ...sheet, cells },
    {
      mainNamespace: mainNamespace(draft),
      relationNamespace: relationNamespace(draft),
      date1904,
      tableIds,
      derive: (style, quote) => (style === undefined && !quote ? 0 : deriveFormat(styles(), 0, style, quote)),
    },
  );
  addPart(draft, part, CONTENT_TYPE, xml);
  const relation = addRelation(draft, workbookPart, 'worksheet', part);

  const id = Math.max(0, ...sheets.map((one) => one.id)) + 1;
  const rootTag = workbook.xml.slice(workbook.root.start, workbook.root.openEnd);
  const link = relationAttribute(draft, rootTag, relation);
  const entry = `<${workbook.prefix}sheet name="${escapeXml(name)}" sheetId="${id}" ${link}/>`;
  const listed = addToList(workbook.xml, 'sheets', WORKBOOK_ORDER, entry);
  const titles = sheet.print?.titleRows;
  const titled = titles ? addPrintTitles(listed, workbook.prefix, name, sheets.length, titles) : listed;
  setPart(draft, workbookPart, titled);
  return name;
}

function addPrintTitles(
  xml: string,
  prefix: string,
  name: string,
  index: number,
  [first, last]: readonly [number, number],
): string {
  const target = escapeXml(`'${name.replaceAll("'", "''")}'!$${first + 1}:$${last + 1}`);
  const element = `${prefix}definedName`;
  const text = `<${element} name="_xlnm.Print_Titles" localSheetId="${index}">${target}</${element}>`;
  return addToList(xml, 'definedNames', WORKBOOK_ORDER, text);
}

function sheetAttributes(xml: string): readonly { readonly name: string; readonly id: number }[] {
  const list = childOf(outlineOf(xml), 'sheets');
  if (!list) return [];
  return childrenAt(xml, list.start).map((child) => {
    const scanner = new XmlScanner(xml, child.start);
    scanner.next();
    const attributes = scanner.rawAttributes();
    return { name: decodeEntities(attributes.get('name') ?? ''), id: Number(attributes.get('sheetId')) || 0 };
  });
}

/** A legal sheet name (at most 31 characters, none of `\ / ? * [ ] :`) that no sheet has yet, whatever its case. */
export function freeSheetName(wished: string, taken: readonly string[]): string {
  const used = new Set(taken.map(foldName));
  const legal = wished
    .normalize('NFC')
    .replace(/[\\/?*[\]:\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  const base = cut(legal, MAX_NAME) || 'Trang';
  // Excel keeps "History" for itself.
  if (!used.has(foldName(base)) && foldName(base) !== 'history') return base;
  for (let number = 2; ; number++) {
    const mark = ` (${number})`;
    const name = cut(base, MAX_NAME - mark.length) + mark;
    if (!used.has(foldName(name))) return name;
  }
}

/** Sheet names are the same when only their case differs. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Cut without splitting a character, and without ending in a space or apostrophe. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const whole = /[\ud800-\udbff]$/.test(text.slice(0, length)) ? length - 1 : length;
  return text.slice(0, whole).replace(/[\s']+$/, '');
}
