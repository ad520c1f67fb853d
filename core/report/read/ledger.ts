/**
 * Every cell with content on the sheets of a report is accounted for: read, heading, identity, signature, note, set
 * aside with a reason, or left over. Leftovers are listed; a figure left over in the rows of criteria is a remark for
 * check/.
 */
import { columnName } from '../../sheet/grid/address.ts';
import type { Account, Entry, Read, Remark, SheetLeftover, UnreadRemark } from '../report.ts';
import { codeOf } from './code-of.ts';
import { type Apart, type ReportColumns, usedColumns } from './columns.ts';
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
  return { account: { read, leftovers }, remarks: remarksOn(left).slice(0, MAX_REMARKS) };
}

interface Left {
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
  const nobodys = new Set((table.nobodys ?? []).map(({ column }) => column));
  const ofOthers = othersColumns(table);
  let read = 0;
  body.forEach((row, at) => {
    const meaning = meanings[at];
    const criterion = codeOf(meaning);
    const cells = page.byRow.get(row.row)?.cells ?? [];
    const hasNoResult = !cells.some(({ column }) => figures.has(column) && column !== columns.denominator);
    for (const cell of cells) {
      const { column } = cell;
      if (ofOthers.has(column)) continue;
      const isBeside = column < header.left || column > header.right;
      const why = columns.apart.get(column);
      const isKnown = roles.has(column) || (why !== undefined && why !== 'doubt' && why !== 'things');
      const isLoose = meaning?.kind === 'below' || meaning?.kind === 'nothing';
      // "Ước cả năm" stands empty where "Đến 30/11" has a figure.
      const isOnly = hasNoResult && criterion !== undefined && isOfPeriod(why);
      const isLeft =
        !isKnown || isOnly || nobodys.has(column) || (isLoose && figures.has(column) && !isUsed(page, cell, used));
      if (!isLeft) read += 1;
      else if (why === 'things' ? /\d/.test(cell.text) : holdsFigure(cell))
        left.push({
          page,
          cell,
          heading: headingOf(table, column),
          // Other things than figures say nothing of a criterion.
          criterion: isBeside || why === 'things' || isOfOthers(cell, meaning) ? undefined : criterion,
        });
      else read += 1;
    }
  });
  return read;
}

/** A telephone number, a sum of money: no figure of this row. */
function isOfOthers(cell: PageCell, meaning: RowMeaning | undefined): boolean {
  if (meaning === undefined || !('criterion' in meaning)) return false;
  const { measure } = meaning.criterion;
  return isThing(figureIn(cell), { criterion: { measures: [measure] } });
}

function isOfPeriod(why: Apart | undefined): boolean {
  return why === 'stretch' || why === 'near';
}

/** Of a table with several units, or two halves, side by side each accounts for its own columns. */
function othersColumns({ ofUnit, isHalf, header, page }: ReportTable): ReadonlySet<number> {
  if (ofUnit === undefined && isHalf !== true) return new Set();
  const own = new Set(header.texts.map(({ column }) => column));
  const all = page.rows.filter(({ row }) => row >= header.top && row <= header.bottom).flatMap(({ cells }) => cells);
  const reached = all.flatMap(({ column }) => (own.has(column) ? [] : [column]));
  return new Set([
    ...reached,
    ...Array.from({ length: header.right + 1 }, (_, column) => column).filter((number) => !own.has(number)),
  ]);
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

/** Cells from which a value was taken, as `sheet!address`. */
function addressesOf(entries: readonly Entry[]): ReadonlySet<string> {
  const reads = (entry: Entry): readonly (Read | undefined)[] => [
    entry.numerator,
    entry.denominator,
    entry.value,
    entry.baseline,
    entry.exempted,
  ];
  const all = entries.flatMap((entry) => [entry, ...(entry.parts ?? [])]).flatMap(reads);
  return new Set(all.flatMap((read) => (read ? [`${read.cell.sheet}!${read.cell.address}`] : [])));
}

/** A single remark for a whole column of figures, else a remark for each cell. */
function remarksOn(left: readonly Left[]): readonly Remark[] {
  const byColumn = new Map<string, Left[]>();
  for (const item of left) {
    const key = `${item.page.sheet.name}!${item.cell.column}`;
    byColumn.set(key, [...(byColumn.get(key) ?? []), item]);
  }
  return [...byColumn.values()].flatMap((cells): readonly Remark[] => {
    const [first] = cells;
    if (!first) return [];
    if (cells.length < LEAST_IN_COLUMN) return cells.map((cell) => remarkOn(cell, cell.cell.text, cell.criterion));
    const heading = first.heading === '' ? '' : ` “${first.heading.slice(0, 80)}”`;
    return [remarkOn(first, `${cells.length} số ở cột ${columnName(first.cell.column)}${heading}`, undefined)];
  });
}

function remarkOn({ page, cell }: Left, text: string, criterion: string | undefined): UnreadRemark {
  const at = refTo(page, cell.row, cell.column);
  return { kind: 'unread', why: 'left-over', text, cell: at, criterion };
}
