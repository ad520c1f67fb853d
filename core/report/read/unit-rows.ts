/**
 * A table whose rows belong to several units: each row names its unit ("Đơn vị | Tiêu chí | Kết quả"), or the unit's
 * name stands above its rows. A row without a name is assigned to no unit.
 */
import { groupBy } from '../../base/group-by.ts';
import { bareKey } from '../../base/text/text.ts';
import { areUnits } from './are-units.ts';
import { isTimeText } from './column-time.ts';
import type { Header, Sense } from './header.ts';
import type { TextInCell } from './identity.ts';
import { cellKey, type Page, type PageCell, refTo } from './page.ts';
import { type BodyRow, totalKind } from './rows.ts';

/** The rows of one unit. */
export interface UnitRows {
  readonly ofUnit: TextInCell;
  readonly body: readonly BodyRow[];
  /** The column of the names; null = the names stand above the rows. */
  readonly column: number | null;
}

/** Of the rows that say anything in the column. */
const ENOUGH = 0.8;
/** Rows of one unit, at least. */
const LEAST_ROWS = 3;
/** Of the criteria of one unit those the others report on too. */
const SHARED = 0.3;
const MOSTLY = 0.6;
const LONGEST_NAME = 80;

/** The rows by unit; null when the table is one unit's. `isOneUnits`: a label above names it. */
export function splitByRows(
  page: Page,
  header: Header,
  body: readonly BodyRow[],
  sense: Sense,
  isOneUnits: boolean,
): readonly UnitRows[] | null {
  const isOfUnits = (units: readonly UnitRows[]): boolean => {
    const names = units.map(({ ofUnit }) => ofUnit.text);
    // A column may say on every row whose the table is.
    return names.length < 2 || areUnits(names, sense, isOneUnits);
  };
  // "Bộ phận phụ trách" names nobody who reports: the units may stand in a further column, or above their rows.
  const above = byBands(page, body, sense);
  const splits = [...byColumns(page, header, body, sense), ...(above ? [above] : [])];
  return splits.find(isOfUnits) ?? null;
}

interface NameCell {
  readonly row: BodyRow;
  readonly cell: PageCell;
}

/** One column holds the names: the rows as each column that may be it parts them. */
function byColumns(
  page: Page,
  header: Header,
  body: readonly BodyRow[],
  sense: Sense,
): readonly (readonly UnitRows[])[] {
  const { columns, texts } = header;
  const { unit, open, apart, titles } = columns;
  const candidates = new Set([unit, ...open, ...titles.slice(1), ...apart.keys()]);
  return texts.flatMap(({ column }) => {
    if (!candidates.has(column)) return [];
    const named = namesIn(page, body, column);
    if (named.length < LEAST_ROWS || !holdsNames(named, body, sense)) return [];
    const units = unitsOf(page, named);
    return speakOfTheSame(units) ? [units.map((unit) => ({ ...unit, column }))] : [];
  });
}

/** The name beside each row, also from a cell merged down over it or written on the first row of its unit alone. */
function namesIn(page: Page, body: readonly BodyRow[], column: number): readonly NameCell[] {
  const own = body.flatMap((row) => row.at.get(column) ?? []);
  const names = new Set(own.map(({ text }) => bareKey(text)));
  const firstTitled = body.find(({ titles }) => titles.length > 0)?.row ?? 0;
  // A remark stands on any row of a unit, its name on the first.
  const isOnce =
    own.length > 1 &&
    names.size === own.length &&
    LEAST_ROWS * own.length <= body.length &&
    (own[0]?.row ?? 0) <= firstTitled;
  let last: PageCell | undefined;
  return body.flatMap((row) => {
    const cell = row.at.get(column) ?? mergedAbove(page, row, column) ?? (isOnce ? last : undefined);
    last = cell ?? last;
    return cell?.isText ? [{ row, cell }] : [];
  });
}

/** One cell merged down over the rows of a unit. */
function mergedAbove(page: Page, { row }: BodyRow, column: number): PageCell | undefined {
  for (let above = row - 1; above >= Math.max(0, row - 200); above -= 1) {
    const cell = page.byRow.get(above)?.cells.find((pageCell) => pageCell.column === column);
    if (cell) return (page.spans.get(cellKey(above, column))?.bottom ?? above) >= row ? cell : undefined;
  }
  return undefined;
}

/** Nearly all names are known; or, known or not, each criterion occurs once beside each name. */
function holdsNames(named: readonly NameCell[], body: readonly BodyRow[], sense: Sense): boolean {
  const known = named.filter(({ cell: { text } }) => sense.isRegistered(text) || sense.isUnit(text)).length;
  if (known >= ENOUGH * named.length) return true;
  if (named.length < ENOUGH * body.length || !named.every(({ cell: { text } }) => mayBeName(text))) return false;
  const titled = named.filter(({ row }) => row.titles.length > 0);
  const units = byName(titled).map((own) => own.map(({ row }) => bareKey(row.titles[0] ?? '')));
  const criteria = new Set(units.flat());
  return units.length > 1 && units.every((own) => isOnceEach(own) && own.length >= MOSTLY * criteria.size);
}

/** Parts of criteria may be called alike. */
function isOnceEach(titles: readonly string[]): boolean {
  return titles.length >= LEAST_ROWS && new Set(titles).size >= ENOUGH * titles.length;
}

function mayBeName(text: string): boolean {
  return text.length <= LONGEST_NAME && /\p{L}{2}/u.test(text) && !FIGURE.test(text) && !isTimeText(text);
}

/** `73 trên tổng số 80`, `12 hộ`: a figure in words, where names of units may have a number before them (`1. Bản …`). */
const FIGURE = /^\s*\d[\d.,]*\s*(?:%|\/|\p{Ll})/u;

function unitsOf(page: Page, named: readonly NameCell[]): readonly Omit<UnitRows, 'column'>[] {
  return byName(named).flatMap((own) =>
    own.slice(0, 1).map(({ cell }) => ({
      ofUnit: { text: cell.text, cell: refTo(page, cell.row, cell.column) },
      body: own.map(({ row }) => row),
    })),
  );
}

function byName(named: readonly NameCell[]): readonly (readonly NameCell[])[] {
  return [...groupBy(named, ({ cell }) => bareKey(cell.text)).values()];
}

/** Several units report on the same criteria; who only takes care of some of them ("Công an xã") reports on none. */
function speakOfTheSame(units: readonly { readonly body: readonly BodyRow[] }[], least = SHARED): boolean {
  if (units.length < 2) return true;
  const keys = units.map(({ body }) => new Set(body.flatMap(({ titles }) => titles.slice(0, 1).map(titleKey))));
  const all = new Set(keys.flatMap((own) => [...own]));
  const common = [...all].filter((key) => keys.filter((own) => own.has(key)).length > 1).length;
  return common >= least * all.size;
}

/** `a = 72`, `- Tử số (a): 90`: the label may be another for each unit, and the figure is its own. */
function titleKey(title: string): string {
  return bareKey(title.replace(FIGURE_LABEL, '').replace(/\d[\d.,]*/g, ''));
}

const FIGURE_LABEL = /^\s*[-+*•–]?\s*(?:(?:tử|mẫu) số(?:\s*\([ab]\))?|[ab])\s*[=:.)]\s*/iu;

/** The rows of each unit stand under its name; a line above the rows of all units, as a group has, is no name. */
function byBands(page: Page, body: readonly BodyRow[], sense: Sense): readonly UnitRows[] | null {
  const bands = body.flatMap((row, at) => bandIn(page, row, at, sense) ?? []);
  if (bands.length < 2) return null;
  const counts = new Map<string, number>();
  for (const { key } of bands) counts.set(key, (counts.get(key) ?? 0) + 1);
  // What no criteria follow is a note, and no name.
  const once = bands
    .filter(({ key }) => counts.get(key) === 1)
    .filter(({ at }, order, all) => titledRows(body.slice(at + 1, all[order + 1]?.at)) >= LEAST_ROWS);
  const known = once.filter(({ ofUnit: { text } }) => sense.isRegistered(text) || sense.isUnit(text));
  return unitsUnder(body, once) ?? (known.length > 1 ? unitsUnder(body, known) : null);
}

function unitsUnder(body: readonly BodyRow[], heads: readonly Band[]): readonly UnitRows[] | null {
  const [first] = heads;
  if (!first || heads.length < 2 || body.slice(0, first.at).some(({ filled }) => filled)) return null;
  const units = heads.map(({ ofUnit, at }, order) => ({
    ofUnit,
    body: body.slice(at + 1, heads[order + 1]?.at ?? body.length),
    column: null,
  }));
  const isFull = units.every((unit) => titledRows(unit.body) >= LEAST_ROWS);
  return isFull && speakOfTheSame(units, MOSTLY) ? units : null;
}

function titledRows(rows: readonly BodyRow[]): number {
  return rows.filter(({ titles, at }) => titles.length > 0 && at.size > 1).length;
}

/** Without its number and label. */
function bareName(text: string): string {
  return text
    .replace(/^\s*(?:[IVX]{1,5}|\d{1,2}|[A-H])\s*[.):]\s*/u, '')
    .replace(/^(?:tên )?(?:đơn vị|cơ quan|tập thể|cá nhân|hộ|họ và tên|họ tên)[^:]{0,30}:\s*/iu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Band {
  readonly at: number;
  readonly key: string;
  readonly ofUnit: TextInCell;
}

/** A row of one text that is no criterion and no sum: what stands in it without its label and number. */
function bandIn(page: Page, row: BodyRow, at: number, sense: Sense): Band | null {
  const [cell, ...others] = row.at.values();
  if (!cell?.isText || others.length > 0 || totalKind(row) !== null) return null;
  // A criterion left blank, its title mistyped, is no name either.
  if (sense.isCriterion(cell.text) || sense.criterionOf(cell.text) !== undefined) return null;
  const text = bareName(cell.text);
  if (!mayBeName(text)) return null;
  return { at, key: bareKey(text), ofUnit: { text, cell: refTo(page, cell.row, cell.column) } };
}
