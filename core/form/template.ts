/**
 * The form a unit fills in: one sheet for one unit, locked but for the cells it asks for. The reader finds every row
 * again by the narrow column "Mã". What the set says is printed; nothing is computed but the ratio and the sum of the
 * unit's own points. Beside the table there is room for the points we give, not printed. How to fill it in stands
 * first, so no row is frozen: each open cell says its column's name when it is chosen.
 */

import type { NewSheet } from '../sheet/workbook/port.ts';
import { sheetNames } from '../sheet/workbook/sheet-names.ts';
import { footBlock } from './foot-block.ts';
import { formGrid } from './form-grid.ts';
import { columnWidths } from './form-look.ts';
import { committeeOf, type FormSubject, shapeOf } from './form-subject.ts';
import { formValidations } from './form-validations.ts';
import { headBlock } from './head-block.ts';
import { rowHeights } from './row-heights.ts';
import { scoreColumns } from './score-columns.ts';
import { tableCells } from './table-cells.ts';

/**
 * A4 form of a criteria set for one unit (null = it writes its own name) and period: landscape, or the short one
 * upright. `taken` = sheet names already used.
 */
export function reportTemplate(subject: FormSubject, taken: readonly string[] = []): NewSheet {
  const { set, unit, before } = subject;
  const grid = formGrid(set, committeeOf(subject.movement), shapeOf(subject));
  const head = headBlock(grid, subject);
  const foot = footBlock(grid, subject);
  const room = scoreColumns(grid);
  const cells = [...head.cells, ...tableCells(grid, set, before), ...foot.cells, ...room.cells];
  const merges = [...head.merges, ...foot.merges];
  const widths = columnWidths(grid.columns, grid.shape);
  return {
    name: sheetName(unit ?? 'Biểu tự chấm', taken),
    cells,
    merges,
    columnWidths: new Map([...widths, ...room.widths]),
    rowHeights: rowHeights(cells, merges, widths),
    validations: formValidations(grid),
    print: {
      orientation: grid.shape === 'short' ? 'portrait' : 'landscape',
      titleRows: [grid.headerRow, grid.headerRow],
      area: { top: 0, left: 0, bottom: Math.max(...foot.cells.map(({ row }) => row)), right: grid.lastColumn },
      fitWidth: 1,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4 },
      footer: 'Trang &P/&N',
    },
    protect: true,
  };
}

/** A legal sheet name for a unit, different from all in `taken`: at most 31 characters, none of `[]:*?/\`. */
export function sheetName(unit: string, taken: readonly string[]): string {
  return sheetNames([unit], taken)[0] ?? unit;
}
