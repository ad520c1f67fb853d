/** A workbook for reports that are still to come. */
import { newBook } from '../../core/workbook/file.ts';

/** A workbook has at least one sheet. */
const FIRST_SHEET = {
  name: 'Sổ chấm',
  cells: [
    {
      row: 0,
      column: 0,
      value: { kind: 'text', text: 'Sổ chấm điểm thi đua: mỗi báo cáo của đơn vị là một trang tính.' },
    },
  ],
} as const;

/** Its .xlsx. */
export function firstBook(): Uint8Array {
  return newBook([FIRST_SHEET]);
}
