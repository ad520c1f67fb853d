/**
 * Every cell with content on the sheets of a report is accounted for: read, heading, identity, signature, note, set
 * aside with a reason, or left over. Leftovers are listed; a figure left over in the rows of criteria is a remark for
 * check/.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Measure } from '../../movement/rule.ts';
import { columnName } from '../../sheet/grid/address.ts';
import type { Account, Entry, Remark, SheetLeftover, UnreadRemark } from '../report.ts';
import { codeOf } from './code-of.ts';
import { type ReportColumns, usedColumns } from './columns.ts';
import type { RowMeaning } from './match-rows.ts';
import { type Page, type PageCell, refTo } from './page.ts';
import { isThing } from './prove-figures.ts';
import { figureIn } from './samples.ts';
import type { ReportTable } from './tables.ts';

interface Ledger {
  readonly account: Account;
  readonly remarks: readonly Remark[];
}

const MAX_LEFTOVERS = 500;
const MAX_REMARKS = 40;
/** Fewer figures under a heading nobody knows are named cell by cell. */
const LEAST_IN_COLUMN = 3;

/** The account of one report. `meanings` belong to the body rows of all its tables, in order; `added` = parts that a sum has used. */
export function accountFor(
  tables: readonly ReportTable[],
  meanings: readonly RowMeaning[],
  entries: readonly Entry[],
  added: readonly string[] = [],
): Ledger {
  const used = new Set([...addressesOf(entries), ...added]);
  let read = 0;
  const left: Left[] = [];
  let from = 0;
  for (const table of tables) {
    const own = meanings.slice(from, from + table.body.length);
    from += table.body.length;
    read += ownCells(table) + countRead(table, own, used, left);
  }
  const leftovers = left.slice(0, MAX_LEFTOVERS).map(({ page, cell }): SheetLeftover => {
    const { sheet, address } = refTo(page, cell.row, cell.column);
    return { sheet, cell: address, text: cell.text.slice(0, 200) };
  });
  return {
    account: { read, leftovers },
    remarks: remarksOn(left.filter(({ isFlagged }) => isFlagged)).slice(0, MAX_REMARKS),
  };
}

interface Left {
  /** What is alone of its kind in a known column is only listed. */
  readonly isFlagged: boolean;
  readonly page: Page;
  readonly cell: PageCell;
  readonly heading: string;
  readonly criterion: string | undefined;
}

/** Cells of headings, of the lines about the table and of its signatures. */
function ownCells({ page, header, above, below }: ReportTable): number {
  const heading = page.rows.filter(({ row }) => row >= header.top && row < header.bodyTop);
  return [...above, ...heading, ...below].reduce((sum, { cells }) => sum + cells.length, 0);
}

/** Counts what is read of the body rows; puts what nothing uses on the list. */
function countRead(
  table: ReportTable,
  meanings: readonly RowMeaning[],
  used: ReadonlySet<string>,
  left: Left[],
): number {
  const { page, body, header } = table;
  const { columns } = header;
  const roles = new Set(usedColumns(columns));
  const figures = figureColumns(columns);
  const numbering = new Set([columns.index, columns.code]);
  const nobodys = new Set((table.nobodys ?? []).map(({ column }) => column));
  const isOfOthersAt = columnsOfOthers(table);
  const measures = meanings.map(measureOf);
  const placeOf = (column: number, at: number) => `${column} ${measures[at]}`;
  const places = body.flatMap((row, at) =>
    [...row.at.values()].filter(holdsFigure).map(({ column }) => placeOf(column, at)),
  );
  /** Figures of the rows by column and measure. */
  const alike = groupBy(places, (place) => place);
  let read = 0;
  body.forEach((row, at) => {
    const meaning = meanings[at];
    const criterion = codeOf(meaning);
    const sample = { criterion: { measures: [measures[at] ?? 'count'] } };
    const cells = page.byRow.get(row.row)?.cells ?? [];
    const hasNoResult = !cells.some(({ column }) => figures.has(column) && column !== columns.denominator);
    for (const cell of cells) {
      const { column } = cell;
      if (isOfOthersAt(column)) continue;
      const isBeside = column < header.left || column > header.right;
      const why = columns.apart.get(column);
      const isKnown = roles.has(column) || (why !== undefined && why !== 'doubt' && why !== 'things');
      const isLoose = meaning?.kind === 'below' || meaning?.kind === 'nothing';
      // "Ước cả năm" stands empty where "Đến 30/11" has a figure.
      const isOnly = hasNoResult && criterion !== undefined && (why === 'stretch' || why === 'near');
      const isFree = !isUsed(page, cell, used);
      const isFlagged = !isKnown || isOnly || nobodys.has(column) || (isFree && isLoose && figures.has(column));
      // What checks a result or stands beside it does so for more than one criterion of a measure.
      const isAlone = alike.get(placeOf(column, at))?.length === 1;
      const isLeft = isFlagged || (isFree && criterion !== undefined && !numbering.has(column) && isAlone);
      if (isLeft && (why === 'things' ? /\d/.test(cell.text) : holdsFigure(cell)))
        left.push({
          isFlagged,
          page,
          cell,
          heading: headingOf(table, column),
          // A telephone number, a sum of money, and what stands in columns of other things say nothing of a criterion.
          criterion: isBeside || why === 'things' || isThing(figureIn(cell), sample) ? undefined : criterion,
        });
      else read += 1;
    }
  });
  return read;
}

function measureOf(meaning: RowMeaning): Measure | undefined {
  return 'criterion' in meaning ? (meaning.part ?? meaning.criterion).measure : undefined;
}

/** Of a table with several units, or two halves, side by side each accounts for its own columns. */
function columnsOfOthers({ ofUnit, isHalf, header, page }: ReportTable): (column: number) => boolean {
  if (ofUnit === undefined && isHalf !== true) return () => false;
  const own = new Set(header.texts.map(({ column }) => column));
  const rows = page.rows.filter(({ row }) => row >= header.top && row <= header.bottom);
  const headed = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return (column) => !own.has(column) && (column <= header.right || headed.has(column));
}

function isUsed(page: Page, cell: PageCell, used: ReadonlySet<string>): boolean {
  const { sheet, address } = refTo(page, cell.row, cell.column);
  return used.has(`${sheet}!${address}`);
}

function holdsFigure(cell: PageCell): boolean {
  const { text, isText } = cell;
  if (!isText) return /\d/.test(text);
  const { kind } = figureIn(cell);
  return (
    kind === 'number' || kind === 'pair' || /^[^\p{L}]*\d[\d.,/ ]*\s*(?:%|\p{L}{1,8})?\s*$/u.test(text.slice(0, 60))
  );
}

function figureColumns({ numerator, denominator, value, figure }: ReportColumns): ReadonlySet<number> {
  return new Set([numerator, denominator, value, figure].filter((column) => column !== undefined));
}

function headingOf({ header, nobodys = [] }: ReportTable, column: number): string {
  const found = [...header.texts, ...nobodys].find((headerColumn) => headerColumn.column === column);
  return found?.texts.join(' / ') ?? '';
}

/** Cells from which something was taken, as `sheet!address`. */
function addressesOf(entries: readonly Entry[]): ReadonlySet<string> {
  const all = entries.flatMap((entry) => [entry, ...(entry.parts ?? [])]);
  const taken = all.flatMap((entry) => [
    ...[entry.numerator, entry.denominator, entry.value, entry.baseline, entry.exempted],
    ...[entry.self, entry.appraised, entry.max, entry.target, entry.explanation],
  ]);
  return new Set(taken.flatMap((read) => (read ? [`${read.cell.sheet}!${read.cell.address}`] : [])));
}

/** A single remark for a whole column of figures, else a remark for each cell. */
function remarksOn(left: readonly Left[]): readonly Remark[] {
  const columns = groupBy(left, ({ page, cell }) => `${page.sheet.name}!${cell.column}`);
  return [...columns.values()].flatMap((cells) => {
    const heading = cells[0]?.heading ? ` “${cells[0].heading.slice(0, 80)}”` : '';
    const isColumn = cells.length >= LEAST_IN_COLUMN;
    return (isColumn ? cells.slice(0, 1) : cells).map(({ page, cell, criterion }): UnreadRemark => {
      const text = isColumn ? `${cells.length} số ở cột ${columnName(cell.column)}${heading}` : cell.text;
      const at = refTo(page, cell.row, cell.column);
      return { kind: 'unread', why: 'left-over', text, cell: at, criterion: isColumn ? undefined : criterion };
    });
  });
}
