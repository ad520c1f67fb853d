/** Paper set-up of a sheet of ours. */

import { rangeToA1 } from '../../../core/grid/address.ts';
import type { PrintSetup } from '../../../core/workbook/port.ts';

export function sendPrint(sheet: Excel.Worksheet, print: PrintSetup): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (print.fitWidth !== undefined) pageLayout.zoom = { horizontalFitToPages: print.fitWidth };
  if (print.margins) pageLayout.setPrintMargins('Inches', print.margins);
  if (print.titleRows) pageLayout.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  if (print.area) pageLayout.setPrintArea(rangeToA1(print.area));
  if (print.footer !== undefined) pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer;
}
