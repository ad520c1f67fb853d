/**
 * The form a unit fills in: a sheet for a single unit, locked except for the cells to fill in. The reader finds every
 * row again by the narrow column "Mã". The set's texts are printed; only the ratio and the sum of the unit's own points
 * are computed. Beside the table there is unprinted room for the points we award. The instructions come first, so no
 * row is frozen: each open cell shows its column's name when it is selected.
 */

import type { Range } from '../sheet/grid/sheet.ts';
import type { NewCell, NewSheet } from '../sheet/workbook/port.ts';
import { sheetNames } from '../sheet/workbook/sheet-names.ts';
import { footBlock } from './foot-block.ts';
import { type FormGrid, formGrid } from './form-grid.ts';
import { columnWidths } from './form-look.ts';
import { committeeOf, type FormSubject, shapeOf } from './form-subject.ts';
import { formValidations } from './form-validations.ts';
import { headBlock } from './head-block.ts';
import { breaksToKeep, type Paged } from './page-breaks.ts';
import { rowHeights } from './row-heights.ts';
import { scoreColumns } from './score-columns.ts';
import { tableCells } from './table-cells.ts';

/**
 * A4 form of a criteria set for one unit (null = it writes its own name) and period: landscape, or the short one
 * upright. `taken` = sheet names already used.
 */
export function reportTemplate(subject: FormSubject, taken: readonly string[] = []): NewSheet {
  const { set, unit } = subject;
  const grid = formGrid(set, committeeOf(subject.movement), shapeOf(subject));
  const head = headBlock(grid, subject);
  const foot = footBlock(grid, subject);
  const room = scoreColumns(grid);
  const cells = [...head.cells, ...tableCells(grid, set, subject), ...foot.cells, ...room.cells];
  const merges = [...head.merges, ...foot.merges];
  const last = Math.max(...foot.cells.map(({ row }) => row));
  const print = {
    orientation: grid.shape === 'short' ? 'portrait' : 'landscape',
    titleRows: [grid.headerRow, grid.headerRow],
    margins: grid.shape === 'short' ? UPRIGHT_MARGINS : LYING_MARGINS,
  } as const;
  const { widths, heights, breaks } = fewestPages(grid, cells, merges, { last, print });
  return {
    name: sheetName(unit ?? 'Biểu tự chấm', taken),
    cells,
    merges,
    columnWidths: new Map([...widths, ...room.widths]),
    rowHeights: heights,
    validations: formValidations(grid),
    print: {
      ...print,
      area: { top: 0, left: 0, bottom: last, right: grid.lastColumn },
      fitWidth: 1,
      footer: 'Trang &P/&N',
      breaks,
    },
    protect: true,
  };
}

/** Characters that may pass from the column of methods to that of titles. */
const SHARED = [-4, -2, 0, 2, 4, 6, 8, 10];

/**
 * Widths with which the set takes the fewest pages, and of those the least height: where its titles are long and its
 * methods short, titles take room from methods, and the other way round. The page stays as wide.
 */
function fewestPages(
  grid: FormGrid,
  cells: readonly NewCell[],
  merges: readonly Range[],
  { last, print }: { readonly last: number; readonly print: Paged['print'] },
) {
  const [title, method] = [grid.columns.get('title') ?? 0, grid.columns.get('method') ?? 0];
  const usual = columnWidths(grid.columns, grid.shape);
  const width = [...usual.values()].reduce((sum, number) => sum + number, 0);
  // The end of the form is never parted, nor a group's row from the first of its lines.
  const together = [
    ...grid.rows.flatMap(({ kind, row }) => (kind === 'group' ? [[row, row + 1] as const] : [])),
    [grid.totalRow ?? grid.footRow, last] as const,
  ];
  const tried = SHARED.map((share) => {
    const widths = new Map(usual);
    widths.set(title, (usual.get(title) ?? 0) + share);
    widths.set(method, (usual.get(method) ?? 0) - share);
    const heights = new Map([...rowHeights(cells, merges, widths), [grid.footRow, GAP]]);
    const { breaks, pages } = breaksToKeep(together, last, { heights, width, print });
    return { widths, heights, breaks, pages, sum: [...heights.values()].reduce((all, height) => all + height, 0) };
  });
  return tried.reduce((best, trial) =>
    trial.pages < best.pages || (trial.pages === best.pages && trial.sum < best.sum) ? trial : best,
  );
}

/** Points of the empty row between the table and the signatures. */
const GAP = 8;

/** Inches. A form lying has the most columns: it takes all the paper a printer can. */
const UPRIGHT_MARGINS = { top: 0.4, bottom: 0.5, left: 0.4, right: 0.4 };
const LYING_MARGINS = { top: 0.35, bottom: 0.45, left: 0.3, right: 0.3 };

/** A legal sheet name for a unit, different from all in `taken`: at most 31 characters, none of `[]:*?/\`. */
export function sheetName(unit: string, taken: readonly string[]): string {
  return sheetNames([unit], taken)[0] ?? unit;
}
