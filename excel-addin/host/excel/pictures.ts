/**
 * The pictures of a sheet of ours (shapes: ExcelApi 1.9). Their positions are queried from Excel once the rows and
 * columns have their sizes. An Excel that cannot place them does not stop the run: the sheet then says where to look
 * instead.
 */
import type { NewPicture } from '../../../core/sheet/workbook/port.ts';
import type { HostAction } from '../../../session/host/port.ts';
import { base64Of } from './base64-of.ts';
import { CALL, type Op, type SheetRef } from './op.ts';

const NONE = 'Excel này không đặt được ảnh vào trang: hãy so từng số với bản quét.';

/** An operation for each picture; the first reports when there is none. */
export function pictureOps(sheet: SheetRef, pictures: readonly NewPicture[], action: HostAction): Op[] {
  return pictures.map((picture, index): Op => {
    const image = base64Of(picture.png);
    let cell: Excel.Range | undefined;
    return {
      bytes: 8 * CALL + image.length,
      actions: [action],
      send: () => {
        cell = cellOf(sheet, picture).load('left,top');
      },
      check: () => () => {
        if (cell) lay(sheet.proxy(), picture, image, cell);
      },
      ...(index === 0
        ? {
            otherwise: () => {
              cellOf(sheet, picture).values = [[NONE]];
            },
          }
        : {}),
    };
  });
}

function cellOf(sheet: SheetRef, { row, column }: NewPicture): Excel.Range {
  return sheet.proxy().getRangeByIndexes(row, column, 1, 1);
}

/** Points a pixel, and points between the picture and the lines of its cell. */
const POINTS = 0.75;
const GAP = 3;

function lay(proxy: Excel.Worksheet, { width, height, text }: NewPicture, image: string, { left, top }: Excel.Range) {
  const shape = proxy.shapes.addImage(image);
  shape.lockAspectRatio = false;
  shape.width = width * POINTS;
  shape.height = height * POINTS;
  shape.left = left + GAP;
  shape.top = top + GAP;
  shape.altTextDescription = text;
}
