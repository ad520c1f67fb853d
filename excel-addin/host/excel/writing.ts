/** All that changes the workbook, in one piece: reading and showing it does not wait for this. */
export { applyExcel } from './apply.ts';
export { insertExcel } from './insert-books.ts';
export { undoExcel } from './undo.ts';
