/**
 * The look of the form: Times New Roman 13 as commune papers are, pale yellow where the unit types, grey where nothing
 * is asked.
 */

import type { ColumnRole } from '../report/report.ts';
import type { CellStyle } from '../workbook/port.ts';

const BASE: CellStyle = { fontName: 'Times New Roman', fontSize: 13, vertical: 'center' };
const GRID: CellStyle = { ...BASE, border: true, wrap: true };

export const LETTERHEAD: CellStyle = { ...BASE, horizontal: 'center' };
export const LETTERHEAD_BOLD: CellStyle = { ...LETTERHEAD, bold: true };
export const TITLE: CellStyle = { ...LETTERHEAD_BOLD, fontSize: 14 };
export const SUBTITLE: CellStyle = { ...LETTERHEAD_BOLD, wrap: true };
export const LABEL: CellStyle = { ...BASE, bold: true, horizontal: 'right' };
export const FACT: CellStyle = { ...BASE, horizontal: 'left' };
export const OPEN_FACT: CellStyle = { ...FACT, fill: 'FFFBE6', border: true, numberFormat: '@', locked: false };
export const HEADER: CellStyle = { ...GRID, bold: true, horizontal: 'center', fill: 'DDE6F2' };
export const GROUP: CellStyle = { ...GRID, bold: true, fill: 'F0F3F8' };
export const TOTAL: CellStyle = { ...GRID, bold: true };
export const SIGNER: CellStyle = { ...LETTERHEAD_BOLD, wrap: true };
export const SIGNER_HINT: CellStyle = { ...LETTERHEAD, italic: true };
export const SIGNER_NAME: CellStyle = { ...LETTERHEAD_BOLD, locked: false };
export const GUIDE_TITLE: CellStyle = { ...BASE, fontSize: 12, bold: true, italic: true };
export const GUIDE: CellStyle = { ...BASE, fontSize: 12, wrap: true, horizontal: 'left', vertical: 'top' };

const CENTRED: ReadonlySet<ColumnRole> = new Set([
  'code',
  'unit',
  'target',
  'max',
  'numerator',
  'denominator',
  'value',
  'self',
  'baseline',
]);

/** Printed text of a criterion's row. */
export function printed(role: ColumnRole): CellStyle {
  const look: CellStyle = { ...GRID, horizontal: CENTRED.has(role) ? 'center' : 'left' };
  return role === 'method' ? { ...look, fontSize: 11 } : look;
}

/** A cell to fill. Words are kept as typed (`@`); figures keep Excel's own format, so that no digit is hidden. */
export function open(role: ColumnRole, words: boolean): CellStyle {
  return { ...printed(role), fill: 'FFFBE6', locked: false, ...(words ? { numberFormat: '@' } : {}) };
}

/** A cell of a fill-in column in which this row asks nothing. */
export function closed(role: ColumnRole): CellStyle {
  return { ...printed(role), fill: 'EDEDED' };
}

/** Widths in characters; together they print on one A4 page across at a size that can be read. */
export const WIDTHS: Readonly<Partial<Record<ColumnRole, number>>> = {
  code: 7,
  title: 30,
  unit: 9,
  target: 10,
  max: 7,
  method: 36,
  baseline: 9,
  numerator: 9.5,
  denominator: 9.5,
  value: 11,
  self: 8.5,
  evidence: 22,
  explanation: 16,
};
