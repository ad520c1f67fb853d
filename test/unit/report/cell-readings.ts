/** How the value tests read a cell of an ordinary font. */
import { type Expected, readValue } from '../../../core/report/read/value.ts';
import type { CellLook, CellValue } from '../../../core/sheet/grid/sheet.ts';

export const LOOK: CellLook = { font: 'Times New Roman', numberFormat: 'General' };

/** Every measure a cell can be read for. */
export const MEASURES = [
  'percentage',
  'count',
  'amount',
  'rate',
  'yes-no',
  'date',
  'level',
  'points',
  'numerator',
  'denominator',
] as const;

export function read(value: CellValue | null, measure: Expected['measure'], more: Partial<Expected> = {}, look = LOOK) {
  return readValue(value, look, { measure, ...more });
}

export function reading(
  value: CellValue | null,
  measure: Expected['measure'],
  more: Partial<Expected> = {},
  look = LOOK,
) {
  return read(value, measure, more, look).reading;
}
