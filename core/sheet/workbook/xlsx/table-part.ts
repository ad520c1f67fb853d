/** Real Excel tables of a sheet of ours: their parts, with names and ids that are free in the whole workbook. */
import { rangeToA1 } from '../../grid/address.ts';
import type { NewCell, NewTable } from '../port.ts';
import {
  type BookDraft,
  draftPart,
  freeNames,
  mainNamespace,
  setFinalPart,
  type TypedPart,
  XML_HEAD,
} from './draft.ts';
import { encodeExcelText } from './excel-text.ts';
import { OPEN, XmlScanner } from './xml-scan.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

/** Cells of the header row: their text must be the table's column names, so they follow it. */
export function headerCells(table: NewTable, cells: readonly NewCell[]): readonly NewCell[] {
  const { top, left } = table.range;
  return table.columns.map((text, index) => {
    const own = cells.findLast((cell) => cell.row === top && cell.column === left + index);
    return {
      row: top,
      column: left + index,
      value: { kind: 'text', text },
      ...(own?.style ? { style: own.style } : {}),
    };
  });
}

/** Ids and names (lower case) that tables of the workbook have, and the names of parts they do not. */
export interface TakenTables {
  lastId: number;
  readonly names: Set<string>;
  readonly nextPart: () => string;
}

/** Adds the table's part, and the table to those taken. Its content type and relation are the caller's. */
export function addTable(draft: BookDraft, table: NewTable, taken: TakenTables): TypedPart {
  const id = ++taken.lastId;
  let name = table.name;
  for (let number = 2; taken.names.has(name.toLowerCase()); number++) name = `${table.name}_${number}`;
  taken.names.add(name.toLowerCase());
  const part = taken.nextPart();
  const ref = rangeToA1(table.range);
  const columns = table.columns.map((column, index) => `<tableColumn id="${index + 1}" name="${columnName(column)}"/>`);
  const xml = [
    `${XML_HEAD}<table xmlns="${mainNamespace(draft)}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">`,
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
  ];
  setFinalPart(draft, part, xml);
  return { part, contentType: CONTENT_TYPE };
}

/** Line breaks in a header are written as Excel's escape in the table's part. */
function columnName(text: string): string {
  return encodeExcelText(text).replaceAll('\n', '_x000a_');
}

/** The tables the workbook has now. */
export function takenTables(draft: BookDraft): TakenTables {
  const parts = new Set([...draft.pack.entries.map(({ name }) => name), ...draft.changes.keys()]);
  const nextPart = freeNames(draft, (number) => `xl/tables/table${number}.xml`);
  const taken: TakenTables = { lastId: 0, names: new Set(), nextPart };
  for (const part of parts) {
    if (!/(?:^|\/)tables\/[^/]+\.xml$/i.test(part)) continue;
    const xml = draftPart(draft, part);
    const scanner = xml ? new XmlScanner(xml) : undefined;
    if (!scanner || scanner.next() !== OPEN) continue;
    taken.lastId = Math.max(taken.lastId, Number(scanner.attribute('id')) || 0);
    taken.names.add((scanner.attribute('displayName') ?? '').toLowerCase());
  }
  return taken;
}
