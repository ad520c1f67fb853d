/** Whether a cell holds just what would be written: what stands there already is not written again. */
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';

/**
 * Composed and decomposed letters are the same text; a cell with an empty text is empty. A formula is always written.
 */
export function holds(held: CellValue | null, value: NewValue): boolean {
  switch (value.kind) {
    case 'empty':
      return held === null || held === '';
    case 'text':
      return typeof held === 'string' && held.normalize('NFC') === value.text.normalize('NFC').replace(/\r\n?/g, '\n');
    case 'number':
      return held === value.number;
    case 'boolean':
      return held === value.boolean;
    case 'formula':
      return false;
  }
}
