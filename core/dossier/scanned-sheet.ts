/** The dossier's sheet of the numbers that were read from a scan: each beside its picture, until it is confirmed. */
import type { Scanned } from '../movement/movement.ts';
import type { NewPicture, NewSheet } from '../sheet/workbook/port.ts';
import { cell, HEADER, textValue } from '../sheets/council/look.ts';
import { SCANNED } from './plan-tables.ts';
import { tableSheet } from './table.ts';

/** By code: a part of the scan (.png) and its size in pixels. */
export type ScanPictures = ReadonlyMap<string, Pick<NewPicture, 'png' | 'width' | 'height'>>;

const FIRST_ROW = 3;
const WIDTH = 62;
/** Points a pixel, and paper around the picture. */
const POINTS = 0.75;
const AROUND = 6;

export function scannedSheet(rows: readonly Scanned[], pictures: ScanPictures): NewSheet {
  const sheet = tableSheet(SCANNED, rows);
  const column = Object.keys(SCANNED.columns).length;
  const laid = rows.flatMap(({ code, read }, at): NewPicture[] => {
    const picture = pictures.get(code);
    return picture ? [{ ...picture, row: FIRST_ROW + at, column, text: `Ảnh cắt từ bản quét: ${read}` }] : [];
  });
  if (laid.length === 0) return sheet;
  const heights = new Map(sheet.rowHeights);
  for (const { row, height } of laid)
    heights.set(row, Math.max(heights.get(row) ?? 0, Math.ceil(height * POINTS + AROUND)));
  return {
    ...sheet,
    cells: [...sheet.cells, cell(FIRST_ROW - 1, column, textValue('Ảnh trong bản quét'), HEADER)],
    columnWidths: new Map([...(sheet.columnWidths ?? []), [column, WIDTH]]),
    rowHeights: heights,
    ...(sheet.print?.area ? { print: { ...sheet.print, area: { ...sheet.print.area, right: column } } } : {}),
    pictures: laid,
  };
}
