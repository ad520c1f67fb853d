/** The pictures of a dossier's scanned numbers, so that a copy of it keeps them. */

import { bareKey } from '../base/text/text.ts';
import { pngSize } from '../plan/file/scan/png.ts';
import { cellAt } from '../sheet/grid/sheet.ts';
import { readBook, sheetPictures } from '../sheet/workbook/file.ts';
import { SCANNED } from './plan-tables.ts';
import type { ScanPictures } from './scanned-sheet.ts';

/** `bytes` = the dossier's workbook. A picture belongs to the number whose row it begins in. */
export function readScanPictures(bytes: Uint8Array): ScanPictures {
  const book = readBook(bytes);
  const sheet = book.ok ? book.value.sheets.find(({ name }) => name === SCANNED.sheet) : undefined;
  if (!sheet) return new Map();
  const title = bareKey(SCANNED.columns.code.title);
  const heads = [...sheet.rows].flatMap(([row, cells]) =>
    cells
      .filter(({ value }) => typeof value === 'string' && bareKey(value) === title)
      .map(({ column }) => ({ row, column })),
  );
  const [head] = heads;
  if (!head) return new Map();
  return new Map(
    sheetPictures(bytes, SCANNED.sheet).flatMap(({ row, png }) => {
      const code = cellAt(sheet, row, head.column)?.value;
      return row > head.row && typeof code === 'string' ? [[code.trim(), { png, ...pngSize(png) }] as const] : [];
    }),
  );
}
