/**
 * Sheets that hold no table of criteria but speak of the report: a cover, a summary. What they tell, the report's own
 * sheets need not.
 */
import { foldKey } from '../../base/text/text.ts';
import type { PointsReading, Read } from '../report.ts';
import { ofMaximum } from './entries.ts';
import { headerWord } from './header-words.ts';
import type { Identity } from './identity.ts';
import { type Page, type PageCell, type PageRow, refTo } from './page.ts';
import { readPoints } from './value.ts';

/** Identity and total from the first sheet that has them. */
export interface Cover {
  readonly identity: Identity;
  readonly total: Read<PointsReading> | null;
}

const TOTAL =
  /^(?:[ivx\d]{1,4}[.)]? ?)?(?:tổng cộng|tổng điểm|tổng số điểm|điểm tổng|cộng)(?![\p{L}])|^điểm tự (?:chấm|đánh giá)/u;
const MAX_ROWS = 300;
const NOWHERE = -1;

/**
 * The grand total of a summary: the points the unit gave itself in the row "Tổng cộng", or behind "Tổng điểm tự chấm:".
 */
export function grandTotal(page: Page): Read<PointsReading> | null {
  const rows = page.rows.slice(0, MAX_ROWS);
  let column: number | null = null;
  let found: Read<PointsReading> | null = null;
  for (const row of rows) {
    const isHeader = row.cells.length > 2 && row.cells.every((cell) => cell.isText);
    const self = isHeader ? ownPoints(row) : undefined;
    // Under heads that name no points of the unit's own stand the maxima.
    if (isHeader && row.cells.filter((cell) => headerWord(cell.text)).length > 1) column = self?.column ?? NOWHERE;
    const label = row.cells.find((cell) => cell.isText);
    if (label && TOTAL.test(foldKey(label.text.slice(0, 80)))) found = totalIn(page, row, label, column) ?? found;
  }
  return found;
}

/** Where the unit's own points stand; "Điểm …" behind the maxima is theirs too. */
function ownPoints({ cells }: PageRow): PageCell | undefined {
  const roleOf = (cell: PageCell): string | undefined => headerWord(cell.text)?.role;
  const max = cells.find((cell) => roleOf(cell) === 'max');
  const points = cells.filter((cell) => roleOf(cell) === 'points');
  return (
    cells.find((cell) => roleOf(cell) === 'self') ??
    // Of two columns of points that no word tells apart the maxima stand first.
    (max ? points.find((cell) => cell.column > max.column) : points.length === 2 ? points[1] : undefined)
  );
}

function totalIn(page: Page, row: PageRow, label: PageCell, column: number | null): Read<PointsReading> | null {
  const inside = /[:=]\s*(\d[\d.,]*)\s*(?:đ|điểm)?\s*$/iu.exec(label.text.slice(0, 160))?.[1];
  if (inside) return pointsOf(page, label, inside);
  const others = row.cells.filter((cell) => cell.column > label.column && /\d/.test(cell.text));
  const named = column === null ? undefined : others.find((cell) => cell.column === column);
  const only = others.length === 1 ? others[0] : undefined;
  const cell = named ?? (column === null ? only : undefined);
  return cell ? pointsOf(page, cell, cell.isText ? cell.text : cell.cell.value) : null;
}

function pointsOf(page: Page, cell: PageCell, value: PageCell['cell']['value']): Read<PointsReading> {
  const { reading } = readPoints(typeof value === 'string' ? ofMaximum(value, [100]) : value, cell.look);
  const raw = cell.cell.value;
  return {
    reading,
    cell: refTo(page, cell.row, cell.column),
    raw: typeof raw === 'object' && raw !== null ? raw.error : raw,
  };
}
