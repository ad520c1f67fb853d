/**
 * What an .xlsx holds beyond the core's `Book`, which only keeps what reports need: tables, unlocked cells, fills, also
 * of empty cells.
 */

import { readTables, type TablePlace } from '../../app/host/read-tables.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { openPackage, readPart } from '../../core/sheet/workbook/xlsx/package.ts';
import { findWorkbook, relatedPart } from '../../core/sheet/workbook/xlsx/workbook-parts.ts';
import { OPEN, XmlScanner } from '../../core/sheet/workbook/xlsx/xml-scan.ts';
import { freshId, type HostBook, type HostSheet } from './book.ts';
import { lookOf, putCell } from './cells.ts';
import type { Look } from './look.ts';

type Extra = Pick<Look, 'locked' | 'fill'>;

export interface FileExtras {
  readonly tables: readonly TablePlace[];
  /** Sheet name → cells that are unlocked or filled. */
  readonly looks: ReadonlyMap<
    string,
    readonly { readonly row: number; readonly column: number; readonly look: Extra }[]
  >;
}

/** Reads the extras of a workbook that `readBook` takes. */
export function fileExtras(bytes: Uint8Array): FileExtras {
  const pack = openPackage(bytes);
  const workbook = findWorkbook(pack);
  const stylesPart = relatedPart(pack, workbook.relations, 'styles');
  const styles = stylesOf((stylesPart && readPart(pack, stylesPart)) ?? '');
  const looks = workbook.sheets.map(({ name, part }) => {
    const xml = part === undefined ? undefined : readPart(pack, part);
    return [name, xml === undefined ? [] : looksOf(xml, styles)] as const;
  });
  return { tables: readTables(bytes), looks: new Map(looks) };
}

/** Extras by cell format; undefined where there is nothing beyond the plain look. */
function stylesOf(xml: string): readonly (Extra | undefined)[] {
  const fills: string[] = [];
  const styles: { locked: boolean; fill: number }[] = [];
  const scanner = new XmlScanner(xml);
  let section = '';
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.depth === 2) section = scanner.name;
    const { name } = scanner;
    if (section === 'fills' && name === 'fill') fills.push('');
    if (section === 'fills' && name === 'fgColor') fills[fills.length - 1] = colourOf(scanner.attribute('rgb'));
    if (section === 'cellXfs' && name === 'xf')
      styles.push({ locked: true, fill: Number(scanner.attribute('fillId') ?? 0) });
    const last = styles.at(-1);
    if (section === 'cellXfs' && name === 'protection' && last)
      last.locked = !['0', 'false'].includes(scanner.attribute('locked') ?? '');
  }
  return styles.map(({ locked, fill }) => {
    const colour = fills[fill] ?? '';
    return locked && colour === '' ? undefined : { locked, fill: colour };
  });
}

/** `FFFFC7CE` → `#FFC7CE`; theme colours are left out. */
function colourOf(rgb: string | undefined): string {
  return rgb && /^[0-9A-F]{8}$/i.test(rgb) ? `#${rgb.slice(2).toUpperCase()}` : '';
}

function looksOf(xml: string, styles: readonly (Extra | undefined)[]) {
  const looks: { row: number; column: number; look: Extra }[] = [];
  if (styles.every((style) => style === undefined)) return looks;
  const scanner = new XmlScanner(xml);
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'c') continue;
    const place = fromA1(scanner.attribute('r') ?? '');
    const look = styles[Number(scanner.attribute('s') ?? 0)];
    if (place && look) looks.push({ ...place, look });
  }
  return looks;
}

/** Puts the extras of one sheet of a file onto its copy in the book; a table whose name is taken gets a number. */
export function dressSheet(book: HostBook, sheet: HostSheet, extras: FileExtras, nameInFile: string): void {
  for (const { row, column, look } of extras.looks.get(nameInFile) ?? [])
    putCell(book, sheet, row, column, { look: { ...lookOf(book, sheet, row, column), ...look } });
  for (const table of extras.tables) {
    if (table.sheet !== nameInFile) continue;
    sheet.tables.push({
      id: freshId(book),
      name: freeTableName(book, table.name),
      range: table.range,
      style: 'TableStyleMedium2',
      showFilterButton: true,
      showBandedRows: true,
    });
  }
}

function freeTableName(book: HostBook, name: string): string {
  const taken = new Set(book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}${number}`;
  return free;
}
