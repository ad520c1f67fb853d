/**
 * Appends sheets of ours to a workbook: their parts, tables, entries in the workbook and what is printed. Existing
 * sheets keep their index.
 */
import { columnName } from '../../grid/address.ts';
import type { NewSheet, PrintSetup } from '../port.ts';
import {
  addContentTypes,
  addRelation,
  addRelations,
  addToList,
  type BookDraft,
  draftPart,
  freeNames,
  mainNamespace,
  relationAttribute,
  relationNamespace,
  setFinalPart,
  setPart,
  type TypedPart,
} from './draft.ts';
import { addDrawing } from './drawing-part.ts';
import { escapeXml } from './excel-text.ts';
import { newSheetXml } from './new-sheet-xml.ts';
import { childOf, childrenAt, type Outline, outlineOf } from './outline.ts';
import { foldName, freeSheetName } from './sheet-name.ts';
import { deriveFormat, type StyleBook } from './style-book.ts';
import { addTable, headerCells, type TakenTables, takenTables } from './table-part.ts';
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

/**
 * Adds the sheets, writing and releasing each before fetching the next; true when a sheet has a formula. Only for
 * sheets in which `sheetProblem` finds nothing; `look` sees each before it is written.
 */
export function addSheets(
  draft: BookDraft,
  { part: workbookPart, date1904 }: Pick<WorkbookParts, 'part' | 'date1904'>,
  sheets: Iterable<NewSheet>,
  styles: () => StyleBook,
  look?: (sheet: NewSheet) => void,
): boolean {
  const workbook = outlineOf(draftPart(draft, workbookPart) ?? '');
  const old = sheetAttributes(workbook);
  const taken = new Set(old.map(({ name }) => foldName(name)));
  let index = old.length;
  const tables = takenTables(draft);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const nextPart = freeNames(draft, (number) => `${folder}worksheets/sheet${number}.xml`);
  const parts: TypedPart[] = [];
  const added: { readonly name: string; readonly part: string; readonly printed: string }[] = [];
  let hasFormulas = false;
  const waiting = sheets[Symbol.iterator]();
  // In a call of its own: a loop would hold a long sheet while the next is made.
  const addNext = (): boolean => {
    const { done, value: sheet } = waiting.next();
    if (done) return false;
    look?.(sheet);
    const name = freeSheetName(sheet.name, taken);
    const part = nextPart();
    parts.push(...addSheetPart(draft, part, sheet, { tables, date1904, styles }));
    added.push({ name, part, printed: printNames(workbook.prefix, name, index, sheet.print) });
    taken.add(foldName(name));
    index += 1;
    hasFormulas ||= sheet.cells.some(({ value }) => value.kind === 'formula');
    return true;
  };
  for (let more = true; more; ) more = addNext();
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
  const printed = added.map((item) => item.printed).join('');
  setPart(draft, workbookPart, printed === '' ? listed : addToList(listed, 'definedNames', WORKBOOK_ORDER, printed));
  return hasFormulas;
}

/** Writes the parts of one sheet; gives those whose content types are to be named. */
function addSheetPart(
  draft: BookDraft,
  part: string,
  sheet: NewSheet,
  context: { readonly tables: TakenTables; readonly date1904: boolean; readonly styles: () => StyleBook },
): readonly TypedPart[] {
  const tables = sheet.tables ?? [];
  const cells = [...sheet.cells, ...tables.flatMap((table) => headerCells(table, sheet.cells))];
  const tableParts = tables.map((table) => addTable(draft, table, context.tables));
  const targets = tableParts.map((table) => table.part);
  const drawing = sheet.pictures && sheet.pictures.length > 0 ? addDrawing(draft, sheet.pictures) : [];
  const xml = newSheetXml(
    { ...sheet, cells },
    {
      mainNamespace: mainNamespace(draft),
      relationNamespace: relationNamespace(draft),
      date1904: context.date1904,
      drawingId: drawing[0] && addRelation(draft, part, 'drawing', drawing[0].part),
      tableIds: targets.length > 0 ? addRelations(draft, part, 'table', targets) : [],
      derive: (style, quote) => (style === undefined && !quote ? 0 : deriveFormat(context.styles(), 0, style, quote)),
    },
  );
  setFinalPart(draft, part, xml);
  return [...tableParts, ...drawing, { part, contentType: CONTENT_TYPE }];
}

/** What of the sheet is printed, and on each page, as the names Excel keeps that under. */
function printNames(
  prefix: string,
  sheet: string,
  index: number,
  { area, titleRows }: Partial<PrintSetup> = {},
): string {
  const element = `${prefix}definedName`;
  const named = (name: string, place: string) => {
    const target = escapeXml(`'${sheet.replaceAll("'", "''")}'!${place}`);
    return `<${element} name="_xlnm.${name}" localSheetId="${index}">${target}</${element}>`;
  };
  const corner = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  return [
    area ? named('Print_Area', `${corner(area.top, area.left)}:${corner(area.bottom, area.right)}`) : '',
    titleRows ? named('Print_Titles', `$${titleRows[0] + 1}:$${titleRows[1] + 1}`) : '',
  ].join('');
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
