/**
 * A long table in which each row says whose it is ("Đơn vị | Tiêu chí | Kết quả"): the rows unit by unit. A row that
 * names nobody goes to nobody.
 */
import { bareKey } from '../../base/text/text.ts';
import type { Header, Sense } from './header.ts';
import type { TextInCell } from './identity.ts';
import { cellKey, type Page, refTo } from './page.ts';
import type { BodyRow } from './rows.ts';

/** The rows of one unit. */
export interface UnitRows {
  readonly ofUnit: TextInCell;
  readonly body: readonly BodyRow[];
  /** The column in which the names stand. */
  readonly column: number;
}

/** Of the rows that say anything in the column. */
const ENOUGH = 0.8;
const LEAST_ROWS = 3;
const LOOKED_AT = 60;

/** The rows by unit; null when no column of the table holds names. */
export function splitByRows(
  page: Page,
  header: Header,
  body: readonly BodyRow[],
  sense: Sense,
): readonly UnitRows[] | null {
  const column = nameColumn(header, body, sense);
  if (column === null) return null;
  const units = new Map<string, { ofUnit: TextInCell; body: BodyRow[] }>();
  for (const row of body) {
    const cell = row.at.get(column) ?? mergedAbove(page, row, column);
    if (!cell) continue;
    const key = bareKey(cell.text);
    const unit = units.get(key) ?? { ofUnit: { text: cell.text, cell: refTo(page, cell.row, column) }, body: [] };
    unit.body.push(row);
    units.set(key, unit);
  }
  const all = [...units.values()];
  return speakOfTheSame(all) ? all.map((one) => ({ ...one, column })) : null;
}

/** Several units report on the same criteria; who only takes care of some of them ("Công an xã") reports on none. */
function speakOfTheSame(units: readonly { readonly body: readonly BodyRow[] }[], least = SHARED): boolean {
  if (units.length < 2) return true;
  const keys = units.map(({ body }) => new Set(body.flatMap(({ titles }) => titles.slice(0, 1).map(bareKey))));
  const all = new Set(keys.flatMap((own) => [...own]));
  const common = [...all].filter((key) => keys.filter((own) => own.has(key)).length > 1).length;
  return common >= least * all.size;
}

const SHARED = 0.3;

/** One cell merged down over the rows of a unit. */
function mergedAbove(page: Page, { row }: BodyRow, column: number) {
  for (let above = row - 1; above >= Math.max(0, row - 200); above -= 1) {
    const cell = page.byRow.get(above)?.cells.find((one) => one.column === column);
    if (cell) return (page.spans.get(cellKey(above, column))?.bottom ?? above) >= row ? cell : undefined;
  }
  return undefined;
}

/**
 * The column in which nearly all texts are names of units; or, whatever they are, texts that stay for many rows and each
 * stand beside the same criteria.
 */
function nameColumn({ columns, texts }: Header, body: readonly BodyRow[], sense: Sense): number | null {
  const rows = body.slice(0, LOOKED_AT);
  const { unit, open, apart, titles } = columns;
  const candidates = new Set([unit, ...open, ...titles.slice(1), ...apart.keys()]);
  const found = texts.find(({ column }) => {
    if (!candidates.has(column)) return false;
    const cells = rows.flatMap(({ at }) => at.get(column) ?? []).filter(({ isText }) => isText);
    if (cells.length < LEAST_ROWS) return false;
    const names = cells.filter(({ text }) => sense.isRegistered(text) || sense.isUnit(text)).length;
    return names >= ENOUGH * cells.length || staysForMany(column, body);
  });
  return found?.column ?? null;
}

/** Rows of one name, at least. */
const LEAST_STAY = 3;

function staysForMany(column: number, body: readonly BodyRow[]): boolean {
  const cells = body.flatMap((row) => {
    const cell = row.at.get(column);
    return cell?.isText && /\p{L}{2}/u.test(cell.text) ? [{ row, key: bareKey(cell.text) }] : [];
  });
  const byName = new Map<string, BodyRow[]>();
  for (const { row, key } of cells) byName.set(key, [...(byName.get(key) ?? []), row]);
  const runs = cells.filter(({ key }, at) => key !== cells[at - 1]?.key).length;
  if (cells.length < ENOUGH * body.length || byName.size < 2 || runs !== byName.size) return false;
  const units = [...byName.values()].map((rows) => ({ body: rows }));
  return units.every(({ body: rows }) => rows.length >= LEAST_STAY) && speakOfTheSame(units, MOSTLY);
}

const MOSTLY = 0.6;
