/**
 * Room beside the table for the points, their range and the reasons we write later: the form is protected, and neither
 * a locked cell nor its look can be changed in Excel then. Nothing is written here; without borders and outside of the
 * print area, an unscored form looks as if they were not there.
 */
import type { CellStyle, NewCell } from '../sheet/workbook/port.ts';
import type { FormGrid } from './form-grid.ts';

/** Headers of the three columns, in order; by them the columns are found again. */
export const SCORE_HEADERS = ['Điểm chấm', 'Khoảng điểm', 'Lý do'] as const;
/** Their widths, in characters. */
export const SCORE_WIDTHS = [12, 14, 60] as const;

const OPEN: CellStyle = { fontName: 'Times New Roman', fontSize: 12, vertical: 'top', locked: false };
const LOOKS: readonly CellStyle[] = [
  { ...OPEN, horizontal: 'right', numberFormat: '#,##0.00' },
  { ...OPEN, horizontal: 'center' },
  { ...OPEN, horizontal: 'left', wrap: true },
];
const HEADER: CellStyle = { ...OPEN, bold: true, horizontal: 'center', vertical: 'center', wrap: true };

/** Empty unlocked cells from the header to the last row of the table, and the columns' widths. */
export function scoreColumns({ headerRow, totalRow, footRow, lastColumn }: FormGrid): {
  readonly cells: readonly NewCell[];
  readonly widths: ReadonlyMap<number, number>;
} {
  const first = lastColumn + 1;
  const rows = Array.from({ length: (totalRow ?? footRow - 1) - headerRow + 1 }, (_, index) => headerRow + index);
  const cells = rows.flatMap((row) =>
    SCORE_HEADERS.map((_, offset): NewCell => {
      const style = row === headerRow ? HEADER : (LOOKS[offset] ?? OPEN);
      return { row, column: first + offset, value: { kind: 'empty' }, style };
    }),
  );
  return { cells, widths: new Map(SCORE_WIDTHS.map((width, offset) => [first + offset, width])) };
}
