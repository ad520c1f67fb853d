/**
 * The form a unit fills in: one sheet for one unit, locked but for the cells it asks for. The reader finds every row
 * again by the narrow column "Mã". What the set says is printed; nothing is computed but the ratio and the sum of the
 * unit's own points. Beside the table there is room for the points we give, not printed.
 */

import type { NewSheet } from '../workbook/port.ts';
import { sheetNames } from '../workbook/sheet-names.ts';
import { type FormSubject, footBlock, headBlock, tableCells } from './form-cells.ts';
import { formGrid } from './form-grid.ts';
import { WIDTHS } from './form-look.ts';
import { formValidations } from './form-validations.ts';
import { rowHeights } from './row-heights.ts';
import { scoreColumns } from './score-columns.ts';

/**
 * A4 landscape form of a criteria set for one unit (null = it writes its own name) and period. `taken` = sheet names
 * already used.
 */
export function reportTemplate(subject: FormSubject, taken: readonly string[] = []): NewSheet {
  const { set, unit } = subject;
  const grid = formGrid(set);
  const head = headBlock(grid, subject);
  const foot = footBlock(grid, subject);
  const room = scoreColumns(grid);
  const cells = [...head.cells, ...tableCells(grid, set), ...foot.cells, ...room.cells];
  const merges = [...head.merges, ...foot.merges];
  const columnWidths = new Map([...grid.columns].map(([role, column]) => [column, WIDTHS[role] ?? 10]));
  return {
    name: sheetName(unit ?? 'Biểu tự chấm', taken),
    cells,
    merges,
    columnWidths: new Map([...columnWidths, ...room.widths]),
    rowHeights: rowHeights(cells, merges, columnWidths),
    freeze: { rows: grid.headerRow + 1, columns: 2 },
    validations: formValidations(grid),
    print: {
      orientation: 'landscape',
      titleRows: [grid.headerRow, grid.headerRow],
      area: { top: 0, left: 0, bottom: Math.max(...foot.cells.map(({ row }) => row)), right: grid.lastColumn },
      fitWidth: 1,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.4 },
      footer: 'Trang &P/&N',
    },
    protect: true,
  };
}

/** A legal sheet name for a unit, different from all in `taken`: at most 31 characters, none of `[]:*?/\`. */
export function sheetName(unit: string, taken: readonly string[]): string {
  return sheetNames([unit], taken)[0] ?? unit;
}
