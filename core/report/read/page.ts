/**
 * A sheet as a person sees it: cells with their text in Unicode, without what is struck out; merges resolved (only the
 * top-left cell of a merge counts). It knows nothing of reports. Work is bounded: what lies beyond the limits below is
 * no report an officer could have typed.
 */

import { detectLegacy } from '../../base/text/legacy-text.ts';
import { cleanText, unicodeOf } from '../../base/text/seen-text.ts';
import { toA1 } from '../../sheet/grid/address.ts';
import { formatDate, readDate } from '../../sheet/grid/date.ts';
import { isDateFormat } from '../../sheet/grid/number-format.ts';
import { type SeenNumber, seenNumber } from '../../sheet/grid/seen-number.ts';
import {
  type Book,
  type Cell,
  type CellLook,
  isCellError,
  placeOf,
  type Range,
  type Sheet,
} from '../../sheet/grid/sheet.ts';
import type { CellRef } from '../report.ts';

export interface PageCell {
  readonly row: number;
  readonly column: number;
  /** Unicode (NFC), trimmed; '' when the cell holds none (a formula never calculated). */
  readonly text: string;
  /** True when the cell holds text; numbers, booleans and errors are not. */
  readonly isText: boolean;
  readonly cell: Cell;
  readonly look: CellLook;
  /** The format shows another number than the cell holds: as it shows it. */
  readonly shownAs?: string;
}

/** What is in a cell and not to be seen: struck out, in the colour of its ground, or formatted away. */
interface UnseenText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly how: 'struck' | 'ink' | 'format';
}

export interface PageRow {
  readonly row: number;
  readonly cells: readonly PageCell[];
}

/** Legacy-encoded text met on the sheet: the first such cell, and how many there are. */
interface LegacySpot {
  readonly encoding: 'tcvn3' | 'vni';
  readonly before: string;
  readonly after: string;
  readonly cell: CellRef;
  readonly count: number;
}

export interface Page {
  readonly sheet: Sheet;
  /** The sheet's name as a source of facts on the report. References to cells use `sheet.name`. */
  readonly tellingName: () => string;
  readonly date1904: boolean;
  /** In row order; rows without content are absent. */
  readonly rows: readonly PageRow[];
  readonly byRow: ReadonlyMap<number, PageRow>;
  /** Merge that starts at a cell, by `cellKey`; also one that a program filled in and took apart. */
  readonly spans: ReadonlyMap<number, Range>;
  /** Values that lie under a merge and are not shown. */
  readonly covered: readonly PageCell[];
  /** Struck-out text is not read; the rest is read and reported. */
  readonly unseen: readonly UnseenText[];
  readonly legacy: readonly LegacySpot[];
  /** Cells whose formula was never calculated, by `cellKey`: they say nothing and are not blank either. */
  readonly uncalculated: ReadonlyMap<number, Cell>;
  /** Its rows are the columns of the sheet. */
  readonly isTurned?: boolean;
  /** For a page assembled from pieces of another: the cell that a piece comes from; undefined = it has not moved. */
  readonly originOf?: (row: number, column: number) => { readonly row: number; readonly column: number } | undefined;
}

/** Row numbers from here on exist on no sheet: they are for rows that share a row of the sheet. */
export const MADE_ROW = 2_000_000;

const MAX_ROWS = 10_000;
const MAX_CELLS = 200_000;
const MAX_CELLS_IN_ROW = 4_000;
/** Limit on the steps spent on finding covered cells: merges overlap only in hostile files. */
const MAX_MERGE_STEPS = 2_000_000;
const MAX_TEXT = 4_000;
const DEFAULT_LOOK: CellLook = { font: '', numberFormat: 'General' };

export const cellKey = placeOf;

export function refTo(page: Page, row: number, column: number): CellRef {
  const origin = page.originOf?.(row, column);
  if (origin) return { sheet: page.sheet.name, address: toA1(origin.row, origin.column) };
  return { sheet: page.sheet.name, address: page.isTurned === true ? toA1(column, row) : toA1(row, column) };
}

/** A number, also one typed as text. */
export function holdsNumber({ isText, text, cell }: PageCell): boolean {
  return typeof cell.value === 'number' || (isText && /^\d[\d.,]*$/.test(text));
}

/** Rows of the sheet with its columns as rows: a table whose criteria stand across reads like any other. */
export function turned(page: Page, rows: readonly PageRow[]): Page {
  const byRow = new Map<number, PageCell[]>();
  for (const { row, cells } of rows)
    for (const cell of cells) {
      const own = byRow.get(cell.column) ?? [];
      own.push({ ...cell, row: cell.column, column: row });
      byRow.set(cell.column, own);
    }
  const columns = [...byRow].sort((a, b) => a[0] - b[0]).map(([row, cells]): PageRow => ({ row, cells }));
  return {
    ...page,
    rows: columns,
    byRow: new Map(columns.map((row) => [row.row, row])),
    spans: new Map(),
    uncalculated: new Map(),
    isTurned: true,
  };
}

/** A sheet of the book as a page. `telling` collects the names that the reading depends on. */
export function readPage(book: Book, sheet: Sheet, telling: Set<string> = new Set()): Page {
  const rowNumbers = [...sheet.rows.keys()].slice(0, MAX_ROWS);
  const { spans, coveredKeys } = resolveMerges(sheet, rowNumbers);
  const rows: PageRow[] = [];
  const covered: PageCell[] = [];
  const unseen: UnseenText[] = [];
  const legacy = new Map<string, LegacySpot>();
  const uncalculated = new Map<number, Cell>();
  // The text of a page cell is already Unicode, so later steps must not convert it as the letters of a legacy font.
  const unicodeLooks = book.styles.map((look) => ({ ...look, font: '' }));
  let left = MAX_CELLS;
  for (const row of rowNumbers) {
    if (left <= 0) break;
    const cells: PageCell[] = [];
    for (const cell of (sheet.rows.get(row) ?? []).slice(0, Math.min(left, MAX_CELLS_IN_ROW))) {
      left -= 1;
      const read = toPageCell(book, unicodeLooks, sheet, cell, legacy);
      if (mayHide(book, sheet, read)) unseen.push(...unseenIn(book, sheet, read));
      if (cell.formula !== undefined && cell.value === null) uncalculated.set(cellKey(row, cell.column), cell);
      if (!read.text || isStruck(book, cell)) continue;
      (coveredKeys.has(cellKey(row, cell.column)) ? covered : cells).push(read);
    }
    const [first] = cells;
    if (first === undefined) continue;
    if (isFilledLine(cells)) {
      const right = cells.at(-1)?.column ?? first.column;
      spans.set(cellKey(row, first.column), { top: row, bottom: row, left: first.column, right });
      rows.push({ row, cells: [first] });
    } else rows.push({ row, cells });
  }
  return {
    sheet,
    tellingName: () => {
      telling.add(sheet.name);
      return sheet.name;
    },
    date1904: book.date1904,
    rows,
    byRow: new Map(rows.map((row) => [row.row, row])),
    spans,
    covered,
    unseen,
    legacy: [...legacy.values()],
    uncalculated,
  };
}

/** A line over the whole width whose every cell a program filled in when it took the merge apart. */
function isFilledLine(cells: readonly PageCell[]): boolean {
  const [first] = cells;
  return (
    first !== undefined &&
    cells.length >= LEAST_FILLED &&
    first.isText &&
    first.text.length > SHORT &&
    cells.every(({ text }) => text === first.text)
  );
}

/** Fewer cells, or shorter texts, may well say the same. */
const LEAST_FILLED = 3;
const SHORT = 4;

function toPageCell(
  book: Book,
  unicodeLooks: readonly CellLook[],
  sheet: Sheet,
  cell: Cell,
  legacy: Map<string, LegacySpot>,
): PageCell {
  const look = book.styles[cell.style ?? 0] ?? DEFAULT_LOOK;
  const { row, column, value } = cell;
  if (typeof value !== 'string') {
    if (sheet.seen?.get(placeOf(row, column))?.picture) return { row, column, text: PICTURE, isText: true, cell, look };
    const text = value === null ? '' : isCellError(value) ? value.error : String(value);
    const shown: SeenNumber = typeof value === 'number' ? seenNumber(value, look.numberFormat) : { kind: 'same' };
    const read = { row, column, text, isText: false, cell, look };
    return shown.kind === 'other' ? { ...read, shownAs: shown.text } : read;
  }
  const written = value.slice(0, MAX_TEXT);
  const runs = sheet.seen?.get(placeOf(row, column))?.text;
  const encoding = runs ? (runs.legacy?.encoding ?? null) : detectLegacy(written, look.font);
  const after = (runs ? written : cleanText(unicodeOf(written, look.font))).trim();
  const before = runs?.legacy?.before ?? written;
  if (encoding && after !== cleanText(before).trim()) {
    const known = legacy.get(encoding);
    const spot = { encoding, before, after, cell: { sheet: sheet.name, address: toA1(row, column) } };
    legacy.set(encoding, known ? { ...known, count: known.count + 1 } : { ...spot, count: 1 });
  }
  return { row, column, text: after, isText: true, cell, look: unicodeLooks[cell.style ?? 0] ?? DEFAULT_LOOK };
}

/** What stands for a picture in a cell. */
const PICTURE = '(ảnh trong ô)';

function isStruck(book: Book, cell: Cell): boolean {
  return book.styles[cell.style ?? 0]?.struck === true;
}

/** Most cells hide nothing; this cheap test rules them out. */
function mayHide({ styles }: Book, { seen }: Sheet, { row, column, cell }: PageCell): boolean {
  const look = styles[cell.style ?? 0];
  return (
    look?.struck === true ||
    look?.unseen === true ||
    look?.numberFormat.includes(';') === true ||
    seen?.has(placeOf(row, column)) === true
  );
}

function unseenIn(book: Book, sheet: Sheet, { row, column, text, cell, look }: PageCell): readonly UnseenText[] {
  const own = book.styles[cell.style ?? 0];
  const unseen = (how: UnseenText['how'], what: string): UnseenText => ({ row, column, text: what.slice(0, 200), how });
  const runs = sheet.seen?.get(placeOf(row, column))?.text;
  const inside = runs ? [...part(unseen, 'struck', runs.struck), ...part(unseen, 'ink', runs.hidden)] : [];
  if (text === '') return inside;
  const shown = shownText(text, cell, look, book.date1904);
  if (own?.struck) return [...inside, unseen('struck', shown)];
  if (own?.unseen) return [...inside, unseen('ink', shown)];
  const { value } = cell;
  const gone =
    (typeof value === 'number' && seenNumber(value, look.numberFormat).kind === 'nothing') ||
    (typeof value === 'string' && HIDES_TEXT.test(look.numberFormat));
  return gone ? [...inside, unseen('format', shown)] : inside;
}

function part(unseen: (how: UnseenText['how'], text: string) => UnseenText, how: UnseenText['how'], text: string) {
  return text === '' ? [] : [unseen(how, text)];
}

/** The fourth section of a format is the text's: empty, it shows none. */
const HIDES_TEXT = /^[^;]*;[^;]*;[^;]*;$/;

/** A number as the sheet shows it where that is a day; else as it is. */
export function shownText(text: string, cell: Cell, look: CellLook, date1904: boolean): string {
  const date =
    typeof cell.value === 'number' && isDateFormat(look.numberFormat) ? readDate(cell.value, date1904) : null;
  return date ? formatDate(date) : text;
}

function resolveMerges(sheet: Sheet, rowNumbers: readonly number[]) {
  const spans = new Map<number, Range>();
  const coveredKeys = new Set<number>();
  let steps = 0;
  for (const merge of sheet.merges) {
    if (steps > MAX_MERGE_STEPS) break;
    spans.set(cellKey(merge.top, merge.left), merge);
    for (let i = firstAtOrAfter(rowNumbers, merge.top); i < rowNumbers.length; i += 1) {
      const row = rowNumbers[i] ?? 0;
      if (row > merge.bottom || steps > MAX_MERGE_STEPS) break;
      const cells = sheet.rows.get(row) ?? [];
      steps += 1;
      for (let at = firstColumnAtOrAfter(cells, merge.left); at < cells.length; at += 1) {
        const column = cells[at]?.column ?? 0;
        steps += 1;
        if (column > merge.right) break;
        if (row !== merge.top || column !== merge.left) coveredKeys.add(cellKey(row, column));
      }
    }
  }
  return { spans, coveredKeys };
}

function firstAtOrAfter(sorted: readonly number[], value: number): number {
  return lowerBound(sorted.length, (at) => (sorted[at] ?? 0) >= value);
}

function firstColumnAtOrAfter(cells: readonly Cell[], column: number): number {
  return lowerBound(cells.length, (at) => (cells[at]?.column ?? 0) >= column);
}

function lowerBound(length: number, reached: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
