/** The single sheet of a new workbook of ours, because a workbook needs at least one. It is never read as a report. */
import type { Sheet } from '../sheet/grid/sheet.ts';

const SAYS = 'Sổ chấm điểm thi đua: mỗi báo cáo của đơn vị là một trang tính.';

export const FIRST_SHEET = {
  name: 'Sổ chấm',
  cells: [{ row: 0, column: 0, value: { kind: 'text', text: SAYS } }],
} as const;

/** Recognised by its first cell, whatever its name is now: a report typed over it is read as a report. */
export function isFirstSheet({ rows }: Sheet): boolean {
  const first = rows.get(0)?.find(({ column }) => column === 0)?.value;
  return typeof first === 'string' && first.normalize('NFC') === SAYS;
}
