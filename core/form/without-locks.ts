/**
 * A form for a host that protects no sheet (Excel loses its undo by it): nothing is locked, so nothing says that it is.
 * A form given out as a file is locked as it says.
 */
import type { NewSheet } from '../sheet/workbook/port.ts';
import { LOCKED_WORDS } from './guide-lines.ts';

export function withoutLocks({ protect: _, ...form }: NewSheet): NewSheet {
  return {
    ...form,
    cells: form.cells.map((cell) =>
      cell.value.kind === 'text' && cell.value.text.includes(LOCKED_WORDS)
        ? { ...cell, value: { ...cell.value, text: cell.value.text.replace(LOCKED_WORDS, '; không sửa ô khác') } }
        : cell,
    ),
  };
}
