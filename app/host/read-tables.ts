/**
 * The real Excel tables of a workbook's bytes: name, sheet and range of each, and how to change a table's range. Their
 * cells are read with the book.
 */
import { rangeFromA1, rangeToA1 } from '../../core/sheet/grid/address.ts';
import type { Range } from '../../core/sheet/grid/sheet.ts';
import { type BookDraft, finishDraft, setPart } from '../../core/sheet/workbook/xlsx/draft.ts';
import { escapeXml } from '../../core/sheet/workbook/xlsx/excel-text.ts';
import { type OfficePackage, openPackage, readPart, readRelations } from '../../core/sheet/workbook/xlsx/package.ts';
import { findWorkbook } from '../../core/sheet/workbook/xlsx/workbook-parts.ts';
import { OPEN, XmlScanner } from '../../core/sheet/workbook/xlsx/xml-scan.ts';

export interface TablePlace {
  readonly name: string;
  readonly sheet: string;
  /** Header row included. */
  readonly range: Range;
  /** Name of its part in the package. */
  readonly part: string;
}

/** Tables with a header row, in the order of the sheets. `bytes` must be a workbook that readBook takes. */
export function readTables(bytes: Uint8Array): readonly TablePlace[] {
  const pack = openPackage(bytes);
  return findWorkbook(pack).sheets.flatMap(({ name, part }) =>
    part === undefined ? [] : tableParts(pack, part).flatMap((table) => readTable(pack, name, table)),
  );
}

function tableParts(pack: OfficePackage, sheetPart: string): readonly string[] {
  return readRelations(pack, sheetPart).flatMap(({ type, target }) => (type === 'table' ? [target] : []));
}

function readTable(pack: OfficePackage, sheet: string, part: string): readonly TablePlace[] {
  const xml = readPart(pack, part);
  if (xml === undefined) return [];
  const scanner = new XmlScanner(xml);
  if (scanner.next() !== OPEN) return [];
  const range = rangeFromA1(scanner.attribute('ref') ?? '');
  const name = scanner.attribute('displayName') ?? scanner.attribute('name') ?? '';
  return range && scanner.attribute('headerRowCount') !== '0' ? [{ name, sheet, range, part }] : [];
}

/**
 * The workbook with the tables over other ranges. Columns stay but for those added at the right; rows may come and go.
 */
export function resizeTables(
  bytes: Uint8Array,
  changes: readonly {
    readonly table: TablePlace;
    readonly range: Range;
    readonly added?: readonly string[] | undefined;
  }[],
): Uint8Array {
  if (changes.length === 0) return bytes;
  const draft: BookDraft = { pack: openPackage(bytes), changes: new Map(), strict: false };
  for (const { table, range, added = [] } of changes) {
    const xml = readPart(draft.pack, table.part);
    // The table's own range and that of its filter buttons are the same rectangle.
    if (xml === undefined) continue;
    const resized = xml.replace(/(\sref=)"[^"]*"/g, `$1"${rangeToA1(range)}"`);
    setPart(draft, table.part, withColumns(resized, added));
  }
  return finishDraft(draft);
}

function withColumns(xml: string, added: readonly string[]): string {
  if (added.length === 0) return xml;
  const ids = [...xml.matchAll(/<(?:\w+:)?tableColumn\s[^>]*?\bid="(\d{1,9})"/g)].map((match) => Number(match[1]));
  const last = Math.max(0, ...ids);
  return xml
    .replace(/(<(?:\w+:)?tableColumns\s[^>]*?count=)"\d+"/, `$1"${ids.length + added.length}"`)
    .replace(/<\/((?:\w+:)?)tableColumns>/, (end, prefix: string) => {
      const columns = added.map(
        (name, at) => `<${prefix}tableColumn id="${last + 1 + at}" name="${escapeXml(name)}"/>`,
      );
      return columns.join('') + end;
    });
}
