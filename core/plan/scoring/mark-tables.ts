/** Every table of marks of a plan: those in grids, and those whose columns are separated only by a space. */
import type { HeadedGrid } from '../document/grid-head.ts';
import type { Grid } from '../document/grids.ts';
import type { PlanText } from '../layout/plan-text.ts';
import { awardsOf } from '../table/award-rows.ts';
import { classesInGrid } from '../table/class-grid.ts';
import { type Table, tableAt } from '../table/tables.ts';
import type { MarkTable } from './mark-table.ts';
import { marksInGrid } from './marks-in-grid.ts';
import { markTablesOf } from './marks-in-table.ts';

/** Notes stand within so many lines behind their table. */
const NOTE_LINES = 40;

/**
 * In document order. `others` = tables of targets, used where no grid of marks is found; `levels` = the levels in other
 * columns of grids of marks.
 */
export function markTablesIn(
  text: PlanText,
  grids: readonly HeadedGrid[],
  others: readonly Table[],
  levels: readonly Table[],
): readonly MarkTable[] {
  const found = grids.flatMap((grid) =>
    awardsOf(grid.head.names, grid.rows.slice(grid.head.rows)) || classesInGrid(grid)
      ? []
      : (marksInGrid(
          grid,
          notesBehind(text, grid),
          levels.find(({ from }) => from === grid.from),
        ) ?? []),
  );
  const isFree = (tables: readonly (Table | MarkTable)[], { from, to }: MarkTable): boolean =>
    (tableAt(tables, to - 1)?.to ?? 0) <= from;
  const flattened = markTablesOf(text).filter((markTable) => isFree(found, markTable) && isFree(others, markTable));
  return [...found, ...flattened].sort((markTable, other) => markTable.from - other.from);
}

function notesBehind({ lines, flat }: PlanText, { end }: Grid): string {
  return lines
    .slice(end, end + NOTE_LINES)
    .map((line) => flat.slice(line.start, line.end))
    .join('\n');
}

/** Lines a table may have for its heading. */
const HEADING_LINES = 4;

/**
 * Where a stretch of the plan begins. A plan without numbered parts may have its first number in a table: the stretch
 * then begins with the lines that head the table.
 */
export function stretchStart(
  { lines, flat }: PlanText,
  from: number,
  tables: readonly Pick<Grid, 'from' | 'to'>[],
): number {
  const table = tables.find((table) => table.from < from && from < table.to);
  if (!table) return from;
  let at = lines.findIndex(({ start }) => start >= table.from);
  for (const top = at - HEADING_LINES; at > 0 && at > top; at--) {
    const above = lines[at - 1];
    if (!above || /[.;]$/.test(flat.slice(above.start, above.end))) break;
  }
  return lines[at]?.start ?? table.from;
}
