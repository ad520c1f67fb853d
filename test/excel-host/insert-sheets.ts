/** Workbook.insertWorksheetsFromBase64 (ExcelApi 1.13): sheets of another file, read with the core's own reader. */
import type { Book, Sheet } from '../../core/sheet/grid/sheet.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { openPackage } from '../../core/sheet/workbook/xlsx/package.ts';
import { sheetOf } from './book.ts';
import { copySheet } from './core-book.ts';
import { dressSheet, fileExtras } from './file-extras.ts';
import { refuse } from './host-error.ts';
import type { World } from './world.ts';

/**
 * Inserts, and answers the ids of the new sheets. A taken name gets ` (2)`; a file that is no workbook, or holds what
 * Excel does not insert, is refused.
 */
export function insertSheets(world: World, base64: string, options: Readonly<Record<string, unknown>>): string[] {
  world.inserting();
  const bytes = bytesOf(base64);
  const read = readBook(bytes);
  if (!read.ok) refuse('InvalidArgument', 'Tệp không phải sổ tính Excel hoặc đã hỏng.');
  refuseUnsupported(world, bytes, read.value);
  const { book } = world;
  const before = book.sheets.length;
  const extras = fileExtras(bytes);
  const made = wantedSheets(read.value, options.sheetNamesToInsert).map((sheet) => {
    const copy = copySheet(book, read.value, sheet, freeName(world, sheet.name));
    dressSheet(book, copy, extras, sheet.name);
    return copy;
  });
  book.version++;
  const place = placeOf(world, options, before);
  if (place < before) {
    book.sheets.splice(before, made.length);
    book.sheets.splice(place, 0, ...made);
  }
  return made.map((sheet) => sheet.id);
}

/** What Excel on the web has no place for (office-js#1565, #4518). */
const NOT_ON_THE_WEB = /(?:^|\/)(?:(?:threadedC|c)omments\d*\.xml|(?:charts|pivotTables|slicers)\/)/;

/** A workbook with macros is never inserted (office-js#2506). */
function refuseUnsupported({ platform }: World, bytes: Uint8Array, { macros }: Book): void {
  if (macros) refuse('InvalidArgument', 'Không chèn được tệp có macro.');
  const parts = openPackage(bytes).entries.map(({ name }) => name);
  if (platform === 'OfficeOnline' && parts.some((name) => NOT_ON_THE_WEB.test(name)))
    refuse('UnsupportedFeature', 'Tệp có nội dung chưa được hỗ trợ.');
}

function bytesOf(base64: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length === 0)
    refuse('InvalidArgument', 'Chuỗi base64 không hợp lệ.');
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function wantedSheets(book: Book, names: unknown): readonly Sheet[] {
  if (!Array.isArray(names) || names.length === 0) return book.sheets;
  return names.map(
    (name) =>
      book.sheets.find((sheet) => sheet.name === name) ?? refuse('ItemNotFound', 'Tệp không có trang tính này.'),
  );
}

function freeName(world: World, name: string): string {
  let free = name;
  for (let number = 2; sheetOf(world.book, free); number++) {
    const tail = ` (${number})`;
    free = name.slice(0, 31 - tail.length) + tail;
  }
  return free;
}

function placeOf(world: World, options: Readonly<Record<string, unknown>>, end: number): number {
  const type = options.positionType ?? 'End';
  if (type === 'End') return end;
  if (type === 'Beginning') return 0;
  const sheet = typeof options.relativeTo === 'string' ? sheetOf(world.book, options.relativeTo) : null;
  if (!sheet) refuse('ItemNotFound');
  return world.book.sheets.indexOf(sheet) + (type === 'After' ? 1 : 0);
}
