/**
 * The look of the form: Times New Roman 13 as on commune papers, pale yellow for cells the unit fills, grey for cells
 * it leaves empty.
 */

import type { CellStyle } from '../sheet/workbook/port.ts';
import type { FormColumn } from './form-grid.ts';
import type { FormShape } from './form-subject.ts';

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
export const GUIDE_TITLE: CellStyle = { ...BASE, bold: true, italic: true };
export const GUIDE: CellStyle = { ...BASE, wrap: true, horizontal: 'left', vertical: 'top' };

const CENTRED: ReadonlySet<FormColumn> = new Set([
  'code',
  'basis',
  'unit',
  'target',
  'max',
  'numerator',
  'denominator',
  'value',
  'self',
  'baseline',
  'before',
]);

/** Printed text of a criterion's row. */
export function printed(role: FormColumn): CellStyle {
  return { ...GRID, horizontal: CENTRED.has(role) ? 'center' : 'left' };
}

/** A cell to fill in. Words stay as typed (`@`); figures have Excel's own format, so that no digit is hidden. */
export function open(role: FormColumn, words: boolean): CellStyle {
  return { ...printed(role), fill: 'FFFBE6', locked: false, ...(words ? { numberFormat: '@' } : {}) };
}

/** A cell of a fill-in column in which this row asks nothing. */
export function closed(role: FormColumn): CellStyle {
  return { ...printed(role), fill: 'EDEDED' };
}

/**
 * Widths in characters. A sheet that takes one A4 page across is made smaller by the program that prints it: together
 * they leave every letter at 11 points and more.
 */
const WIDTHS: Readonly<Record<FormShape, Readonly<Partial<Record<FormColumn, number>>>>> = {
  full: {
    ...{ code: 5.5, title: 22, target: 8.5, max: 7.5, method: 50.5, baseline: 8, numerator: 8 },
    ...{ denominator: 7, value: 7.5, self: 8, evidence: 11.5, explanation: 8.5 },
  },
  'follow-up': {
    ...{ code: 5.5, title: 26, basis: 9, unit: 7, target: 9, method: 28, before: 15, numerator: 10, denominator: 9 },
    ...{ value: 9, explanation: 14 },
  },
  short: { code: 5.5, title: 28, method: 31, baseline: 8, value: 10.5, evidence: 12, explanation: 10 },
};

/** Column → its width; the room a column before the movement takes comes off the method. */
export function columnWidths(columns: ReadonlyMap<FormColumn, number>, shape: FormShape): ReadonlyMap<number, number> {
  const widths = WIDTHS[shape];
  const before = columns.has('baseline') ? (widths.baseline ?? 0) : 0;
  return new Map(
    [...columns].map(([role, column]) => [column, (widths[role] ?? 0) - (role === 'method' ? before : 0)]),
  );
}
