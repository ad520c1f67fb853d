/** The look of our own sheets: Times New Roman, number formats, and how a value becomes a cell. */

import { fromPoints, type Points } from '../../base/quantity/points.ts';
import type { Severity } from '../../judge/flag/flag.ts';
import type { Range } from '../../sheet/grid/sheet.ts';
import { MARK_FILL } from '../../sheet/workbook/marks.ts';
import type { CellStyle, NewCell, NewValue, PrintSetup } from '../../sheet/workbook/port.ts';

const FONT: CellStyle = { fontName: 'Times New Roman', fontSize: 12, vertical: 'center' };

export const TITLE: CellStyle = { ...FONT, fontSize: 14, bold: true };
export const SUBTITLE: CellStyle = { ...FONT, italic: true };
export const HEADER: CellStyle = {
  ...FONT,
  bold: true,
  border: true,
  wrap: true,
  horizontal: 'center',
  fill: 'D9E2F3',
};
export const TEXT: CellStyle = { ...FONT, border: true, wrap: true, horizontal: 'left', vertical: 'top' };
export const COUNT: CellStyle = { ...FONT, border: true, horizontal: 'center', vertical: 'top', numberFormat: '0' };
export const POINTS: CellStyle = {
  ...FONT,
  border: true,
  horizontal: 'right',
  vertical: 'top',
  numberFormat: '#,##0.00',
};
export const SHARE: CellStyle = { ...POINTS, numberFormat: '0.00%' };
export const FIGURE: CellStyle = { ...POINTS, numberFormat: '#,##0.##' };
export const DATE: CellStyle = { ...COUNT, numberFormat: 'dd/mm/yyyy' };

/** Fills by severity: red, yellow, blue, each pale enough to print and to read through. */
export const SEVERITY_FILL: Readonly<Record<Severity, string>> = MARK_FILL;
export const SEVERITY_NAME: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' };
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** A4 landscape, one page wide, the header on every page; `area` = what is printed of it, all when absent. */
export function printSetup(headerRow: number, area?: Range): PrintSetup {
  return {
    ...(area ? { area } : {}),
    orientation: 'landscape',
    titleRows: [headerRow, headerRow],
    fitWidth: 1,
    margins: { top: 0.4, bottom: 0.5, left: 0.45, right: 0.4 },
    footer: 'Trang &P/&N',
  };
}

const EXCEL_TEXT_LIMIT = 32_000;

export function textValue(text: string | null): NewValue {
  return text === null || text === '' ? { kind: 'empty' } : { kind: 'text', text: text.slice(0, EXCEL_TEXT_LIMIT) };
}

export function numberValue(number: number | null): NewValue {
  return number === null ? { kind: 'empty' } : { kind: 'number', number };
}

/** Hundredths → the number with two decimals the cell shows. */
export function pointsValue(points: Points | null): NewValue {
  return numberValue(points === null ? null : fromPoints(points));
}

/** Hundredths of a percent (8750) → 0.875 for a percent format. */
export function shareValue(share: number): NewValue {
  return { kind: 'number', number: share / 10_000 };
}

/** ISO day → Excel serial number (1900 system). */
export function dateValue(iso: string | null): NewValue {
  const day = iso === null ? Number.NaN : Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? textValue(iso) : { kind: 'number', number: Math.round(day / 86_400_000) + 25_569 };
}

export function cell(row: number, column: number, value: NewValue, style: CellStyle): NewCell {
  return { row, column, value, style };
}
