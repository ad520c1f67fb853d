/** The grids of a plan that are tables of targets, awards, tasks or shares, whatever their headings. */

import { type GridHead, type HeadedGrid, isCounting } from '../document/grid-head.ts';
import type { Grid, PlacedCell } from '../document/grids.ts';
import { isFigure } from '../figure/cell-figure.ts';
import { awardsOf } from './award-rows.ts';
import { classesInGrid } from './class-grid.ts';
import { contentOf, isMostly, textsOf } from './column-content.ts';
import { rolesOf, type Setting, worksOf } from './grid-roles.ts';
import { turned } from './period-rows.ts';
import type { Column } from './table-columns.ts';
import type { Table } from './tables.ts';

/** A grid nobody understood: it occupies its stretch of text, has a question on the plan screen, and is never read as sentences. */
export interface UnreadGrid extends Pick<Grid, 'from' | 'to'> {
  readonly unread: HeadedGrid;
  /** Of figures not understood yet, of marks, or only of names: for the last there is no question. */
  readonly of: 'figures' | 'marks' | 'names';
  /** Of a grid of marks: its other columns, where they set levels. */
  readonly levels?: Table;
}

/** Of marks: read by others. */
const OF_MARKS =
  /(?<!\p{L})(?:trọng số|(?:số |thang |mức )?điểm(?= (?:số|tối đa|chuẩn|cộng|trừ|thưởng|quy định|thi đua|tự|chấm|đạt|thẩm định)(?!\p{L})|$| ?\())/iu;

/** `Thời điểm`, `Địa điểm` have days and places below them. */
function holdsMarks({ rows, head }: HeadedGrid, column: number): boolean {
  const texts = textsOf(rows.slice(head.rows), column);
  const isMark = (text: string): boolean => /^\D?\s?\d|điểm/iu.test(text);
  return texts.length === 0 || (texts.some(isMark) && !isMostly(contentOf(texts).time));
}

/**
 * The table a grid is. null = it has no row below its heading.
 */
export function tableOfGrid(grid: HeadedGrid, setting: Setting): Table | UnreadGrid | null {
  const { head, from, to } = grid;
  if (classesInGrid(grid)) return { from, to, unread: grid, of: 'names' };
  if (head.names.some((name, at) => OF_MARKS.test(name) && holdsMarks(grid, at))) {
    const levels = levelsBesideMarks(grid, setting);
    return { from, to, unread: grid, of: 'marks', ...(levels && { levels }) };
  }
  const rows = grid.rows
    .slice(head.rows)
    .map((row, at) => ownCells(row, head.rows + at))
    .filter((row) => !isHeadAgain(row, head) && !isCounting(row));
  if (rows.length === 0) return null;
  const made = (columns: readonly Column[], cells: readonly (readonly PlacedCell[])[] = rows): Table => ({
    from,
    to,
    columns,
    rows: cells,
  });
  const awards = awardsOf(head.names, rows);
  if (awards) return made(awards);
  const times = turned(
    head.names.map((text, column) => ({ ...EMPTY, text, column, start: from })),
    rows,
  );
  if (times) return made(times.columns, times.rows);
  const roles = rolesOf(grid, head, rows, setting);
  if (roles) return made(roles);
  const works = worksOf(grid, head, rows, setting);
  if (works) return made(works);
  const hasFigures = rows.some((row) => row.some(({ text, column }) => column > 0 && isFigure(text)));
  return { from, to, unread: grid, of: hasFigures ? 'figures' : 'names' };
}

/**
 * `Chỉ tiêu | ĐVT | Mức phấn đấu | Điểm tối đa`, `Nhiệm vụ | Kết quả cần đạt | Điểm`: figures beside the marks are
 * levels where units stand beside or in them.
 */
function levelsBesideMarks({ head, from, to, rows, ...grid }: HeadedGrid, setting: Setting): Table | null {
  const isOfMarks = (column: number): boolean => OF_MARKS.test(head.names[column] ?? '');
  const body = rows.slice(head.rows).map((row, at) => {
    const own = ownCells(row, head.rows + at);
    return own.map((cell, column) => (isOfMarks(column) ? { ...EMPTY, column, start: cell.start } : cell));
  });
  const names = head.names.map((name, column) => (isOfMarks(column) ? '' : name));
  const columns = rolesOf(grid, { ...head, names }, body, setting);
  const hasUnits = columns?.some(
    ({ role }, at) => role === 'unit' || (role === 'value' && isMostly(contentOf(textsOf(body, at)).measured)),
  );
  return columns && hasUnits ? { from, to, columns, rows: body } : null;
}

const EMPTY: PlacedCell = { text: '', lines: [], start: 0, column: 0, row: 0, across: 1, down: 1 };

/** A cell that covers several places counts once in its row. */
function ownCells(row: readonly PlacedCell[], at: number): readonly PlacedCell[] {
  return row.map((cell, column) => {
    const isOwn = cell.column === column && (cell.row === at || !isFigure(cell.text));
    return isOwn ? cell : { ...EMPTY, column, start: cell.start };
  });
}

function isHeadAgain(row: readonly PlacedCell[], { names }: GridHead): boolean {
  return row.every(({ text }, at) => text === (names[at] ?? ''));
}
