/** Paper set-up of a sheet of ours. */

import { rangeToA1 } from '../../../core/sheet/grid/address.ts';
import type { NewSheet, PrintSetup } from '../../../core/sheet/workbook/port.ts';
import type { Op } from './op.ts';
import { widthPoints } from './width.ts';

/** A4, its sides in points. */
const SHORT = 595;
const LONG = 842;
/** Excel's side margins when the file sets none, in inches. */
const MARGIN = 0.7;
/** Width of a column nobody set, in points. */
const PLAIN_COLUMN = 48;

/**
 * Queues the set-up; answers how to see that the fit to the page stuck (office-js#1860), and to have it by a scale
 * where it did not.
 */
export function sendPrint(
  sheet: Excel.Worksheet,
  print: PrintSetup,
  columnWidths: NewSheet['columnWidths'],
): NonNullable<Op['check']> {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (print.fitWidth !== undefined) {
    const { fitWidth: horizontalFitToPages, fitHeight: verticalFitToPages } = print;
    pageLayout.zoom = { horizontalFitToPages, ...(verticalFitToPages === undefined ? {} : { verticalFitToPages }) };
    pageLayout.load('zoom');
  }
  if (print.margins) pageLayout.setPrintMargins('Inches', print.margins);
  if (print.titleRows) pageLayout.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
  if (print.area) pageLayout.setPrintArea(rangeToA1(print.area));
  for (const row of print.breaks ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  if (print.footer !== undefined) pageLayout.headersFooters.defaultForAllPages.centerFooter = print.footer;
  return () => {
    if (print.fitWidth === undefined || pageLayout.zoom?.horizontalFitToPages === print.fitWidth) return null;
    return () => {
      pageLayout.zoom = { scale: scaleFor(print, columnWidths) };
    };
  };
}

/** Percent at which the columns fit beside each other; Excel takes 10 to 400. */
function scaleFor({ orientation, margins, fitWidth = 1 }: PrintSetup, widths: NewSheet['columnWidths']): number {
  const { left, right } = margins ?? { left: MARGIN, right: MARGIN };
  const paper = fitWidth * ((orientation === 'landscape' ? LONG : SHORT) - 72 * (left + right));
  const last = Math.max(-1, ...(widths?.keys() ?? []));
  const columns = Array.from({ length: last + 1 }, (_, column) => widths?.get(column));
  const total = columns.reduce<number>(
    (sum, width) => sum + (width === undefined ? PLAIN_COLUMN : widthPoints(width)),
    0,
  );
  return total <= paper ? 100 : Math.max(10, Math.floor((100 * paper) / total));
}
