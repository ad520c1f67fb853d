/** Appends sheets of ours to a workbook: their parts, tables, entries in the workbook and print titles. Existing sheets keep their index. */
import type { NewSheet } from '../port.ts';
import type { ActionCode } from './action-refusal.ts';
import { isWritable } from './cell-xml.ts';
import {
  addContentTypes,
  addRelations,
  addToList,
  type Draft,
  draftPart,
  freeName,
  mainNamespace,
  relationAttribute,
  relationNamespace,
  setFinalPart,
  setPart,
  type TypedPart,
} from './draft.ts';
import { escapeXml } from './excel-text.ts';
import { newSheetXml } from './new-sheet-xml.ts';
import { childOf, childrenAt, type Outline, outlineOf } from './outline.ts';
import { deriveFormat, type StyleBook } from './style-book.ts';
import { addTable, headerCells, isWritableTable, type TakenTables, takenTables } from './table-part.ts';
import { isWritableValidation } from './validation-xml.ts';
import type { WorkbookParts } from './workbook-parts.ts';
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

/**
 * Adds the sheets, each written and let go before the next is asked for; true when one has a formula. Only sheets in which
 * `sheetProblem` finds none.
 */
export function addSheets(
  draft: Draft,
  { part: workbookPart, date1904 }: Pick<WorkbookParts, 'part' | 'date1904'>,
  sheets: Iterable<NewSheet>,
  styles: () => StyleBook,
): boolean {
  const workbook = outlineOf(draftPart(draft, workbookPart) ?? '');
  const old = sheetAttributes(workbook);
  const taken = old.map(({ name }) => name);
  const tables = takenTables(draft);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const parts: TypedPart[] = [];
  const added: { readonly name: string; readonly part: string; readonly titles: string }[] = [];
  let hasFormulas = false;
  for (const sheet of sheets) {
    const name = freeSheetName(sheet.name, taken);
    const part = freeName(draft, (number) => `${folder}worksheets/sheet${number}.xml`);
    parts.push(...addSheetPart(draft, part, sheet, { tables, date1904, styles }));
    const titleRows = sheet.print?.titleRows;
    added.push({ name, part, titles: titleRows ? printTitles(workbook.prefix, name, taken.length, titleRows) : '' });
    taken.push(name);
    hasFormulas ||= sheet.cells.some(({ value }) => value.kind === 'formula');
  }
  if (added.length === 0) return false;
  addContentTypes(draft, parts);
  const links = addRelations(
    draft,
    workbookPart,
    'worksheet',
    added.map(({ part }) => part),
  );
  const lastId = old.reduce((last, { id }) => Math.max(last, id), 0);
  const rootTag = workbook.xml.slice(workbook.root.start, workbook.root.openEnd);
  const entries = added.map(({ name }, index) => {
    const link = relationAttribute(draft, rootTag, links[index] ?? '');
    return `<${workbook.prefix}sheet name="${escapeXml(name)}" sheetId="${lastId + 1 + index}" ${link}/>`;
  });
  const listed = addToList(workbook.xml, 'sheets', WORKBOOK_ORDER, entries.join(''));
  const titles = added.map((one) => one.titles).join('');
  setPart(draft, workbookPart, titles === '' ? listed : addToList(listed, 'definedNames', WORKBOOK_ORDER, titles));
  return hasFormulas;
}

/** Writes the parts of one sheet; gives those whose content types are to be named. */
function addSheetPart(
  draft: Draft,
  part: string,
  sheet: NewSheet,
  context: { readonly tables: TakenTables; readonly date1904: boolean; readonly styles: () => StyleBook },
): readonly TypedPart[] {
  const tables = sheet.tables ?? [];
  const cells = [...sheet.cells, ...tables.flatMap((table) => headerCells(table, sheet.cells))];
  const tableParts = tables.map((table) => addTable(draft, table, context.tables));
  const targets = tableParts.map((table) => table.part);
  const xml = newSheetXml(
    { ...sheet, cells },
    {
      mainNamespace: mainNamespace(draft),
      relationNamespace: relationNamespace(draft),
      date1904: context.date1904,
      tableIds: targets.length > 0 ? addRelations(draft, part, 'table', targets) : [],
      derive: (style, quote) => (style === undefined && !quote ? 0 : deriveFormat(context.styles(), 0, style, quote)),
    },
  );
  setFinalPart(draft, part, xml);
  return [...tableParts, { part, contentType: CONTENT_TYPE }];
}

function printTitles(prefix: string, name: string, index: number, [first, last]: readonly [number, number]): string {
  const target = escapeXml(`'${name.replaceAll("'", "''")}'!$${first + 1}:$${last + 1}`);
  const element = `${prefix}definedName`;
  return `<${element} name="_xlnm.Print_Titles" localSheetId="${index}">${target}</${element}>`;
}

function sheetAttributes(workbook: Outline): readonly { readonly name: string; readonly id: number }[] {
  const list = childOf(workbook, 'sheets');
  if (!list) return [];
  return childrenAt(workbook.xml, list.start).map((child) => {
    const scanner = new XmlScanner(workbook.xml, child.start);
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
