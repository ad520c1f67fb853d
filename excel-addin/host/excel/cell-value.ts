/**
 * A cell's value between Excel's JSON and ours. Reading: '' is empty, error cells come as their text. Writing: text
 * always goes with a leading apostrophe, so that Excel neither runs `=…`, `+…`, `-…`, `@…` nor turns `1.234`, `05/11`
 * or `TRUE` into something else.
 */

import type { CellValue } from '../../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../../core/sheet/workbook/port.ts';

const ERROR =
  /^#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)$/;
/** Longest text a cell may hold. */
const MAX_TEXT = 32_767;

/** What may stand in the matrices of `Range.values` and `Range.formulas`; null leaves the cell alone, '' clears it. */
export type RawCell = string | number | boolean | null;

/** A cell of `Range.values` → the value; null = empty. */
export function cellValue(raw: unknown): CellValue | null {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string' || raw === '') return null;
  return ERROR.test(raw) ? { error: raw } : raw;
}

/** The matrix entry for a new value. */
export function inputOf(value: NewValue): RawCell {
  switch (value.kind) {
    case 'text':
      return textInput(value.text);
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'formula':
      return `=${value.formula}`;
    case 'empty':
      return '';
  }
}

/** What the cell holds after the new value was written; a formula's result as the caller computed it. */
export function valueAfter(value: NewValue): CellValue | null {
  switch (value.kind) {
    case 'text':
      return fitting(value.text) || null;
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'formula':
      return value.value;
    case 'empty':
      return null;
  }
}

/** What to write into the matrix to restore a cell: the formula where there was one, else the value. */
export function inputBefore(value: CellValue | null, formula: string | null): RawCell {
  if (formula !== null) return `=${formula}`;
  if (value === null) return '';
  if (typeof value === 'string') return textInput(value);
  return typeof value === 'object' ? value.error : value;
}

/** The formula without `=`, or null: a text that only looks like one equals the cell's value. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : null;
}

export function sameValue(a: CellValue | null, b: CellValue | null): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.normalize('NFC') === b.normalize('NFC');
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') return a.error === b.error;
  return a === b;
}

/** For a sentence: `“12”`, or `trống`. */
export function shownValue(value: CellValue | null): string {
  if (value === null) return 'trống';
  const text =
    typeof value === 'object'
      ? value.error
      : typeof value === 'number'
        ? String(value).replace('.', ',')
        : String(value);
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}

/** False for numbers no cell can hold. */
export function isWritable(value: NewValue): boolean {
  return value.kind !== 'number' || Number.isFinite(value.number);
}

function textInput(text: string): string {
  const whole = fitting(text);
  return whole === '' ? '' : `'${whole}`;
}

function fitting(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
