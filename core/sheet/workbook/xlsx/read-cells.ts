/**
 * `<sheetData>` → cells. The hot loop of reading: no regular expression, no substring and no attribute map per number
 * cell.
 */

import { type SeenText, seenText } from '../../../base/text/seen-text.ts';
import type { Cell, CellLook, CellValue, SeenCell } from '../../grid/sheet.ts';
import { parsePlace, parseWhole, ROW } from './cell-address.ts';
import { decodeExcelText } from './excel-text.ts';
import { FileFault } from './fault.ts';
import { serialFromIso } from './iso-date.ts';
import { type RunText, readRuns } from './read-strings.ts';
import { shiftFormula } from './shift-formula.ts';
import { CLOSE, OPEN, TEXT, type XmlScanner } from './xml-scan.ts';

/** What cells refer to beyond their sheet. */
export interface CellContext {
  /** Undefined when the workbook has no such part. */
  readonly strings: readonly (string | RunText)[] | undefined;
  /** Cell formats; a cell with an index beyond gets format 0. */
  readonly styles: readonly CellLook[];
  readonly date1904: boolean;
  /** Cells the whole workbook may still have. */
  cellBudget: number;
  /** A cell had such an index. */
  isBeyond: boolean;
}

export interface CellData {
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  readonly hiddenRows: ReadonlySet<number>;
  /** Absent where every cell shows what it holds. */
  readonly seen?: ReadonlyMap<number, SeenCell>;
}

interface SharedHead {
  readonly place: number;
  readonly formula: string;
}

/**
 * Characters that formulas moved to their followers may take together: a long head with a million followers is a bomb.
 */
const MAX_SHIFTED = 20_000_000;

interface State {
  readonly rows: Map<number, Cell[]>;
  readonly heads: Map<string, SharedHead>;
  readonly context: CellContext;
  row: number;
  /** Of the row listed last; a list of its own stands in `rows` once the row is over. */
  readonly cells: Cell[];
  column: number;
  inOrder: boolean;
  /** Rows whose cells are out of column order or repeat a column. */
  readonly disordered: Set<number>;
  lastListed: number;
  shifted: number;
  readonly seen: Map<number, SeenCell>;
}

/** Reads the `<sheetData>` just opened to its end. */
export function readCells(scanner: XmlScanner, context: CellContext): CellData {
  const depth = scanner.depth;
  const hiddenRows = new Set<number>();
  const state: State = {
    rows: new Map(),
    heads: new Map(),
    context,
    row: -1,
    cells: [],
    column: -1,
    inOrder: true,
    disordered: new Set(),
    lastListed: -1,
    shifted: 0,
    seen: new Map(),
  };
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'row') {
      startRow(scanner, state, hiddenRows);
      readRow(scanner, state);
    } else scanner.skip();
  }
  finishRow(state);
  for (const row of state.disordered) state.rows.set(row, ordered(state.rows.get(row) ?? []));
  const rows = state.inOrder ? state.rows : sorted(state.rows);
  return state.seen.size > 0 ? { rows, hiddenRows, seen: state.seen } : { rows, hiddenRows };
}

function startRow(scanner: XmlScanner, state: State, hiddenRows: Set<number>): void {
  const at = scanner.find('r');
  const number = at < 0 ? state.row + 2 : parseWhole(scanner.source, scanner.from(at), scanner.to(at));
  state.row = number - 1;
  state.column = -1;
  if (scanner.find('hidden') < 0 && scanner.find('ht') < 0) return;
  const height = Number(scanner.attribute('ht') ?? LEAST_HEIGHT);
  if (isTrue(scanner.attribute('hidden')) || height < LEAST_HEIGHT) hiddenRows.add(state.row);
}

/** A lower row shows nothing of its letters, in points. */
const LEAST_HEIGHT = 3;

function readRow(scanner: XmlScanner, state: State): void {
  const depth = scanner.depth;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'c') readCell(scanner, state);
    else scanner.skip();
  }
}

function readCell(scanner: XmlScanner, state: State): void {
  const { source } = scanner;
  const { context } = state;
  const at = scanner.find('r');
  const place = at < 0 ? state.row * ROW + state.column + 1 : parsePlace(source, scanner.from(at), scanner.to(at));
  if (place < 0 || state.row < -1) throw new FileFault('damaged');
  const column = place % ROW;
  const row = (place - column) / ROW;
  state.column = column;
  const styleAt = scanner.find('s');
  const rawStyle = styleAt < 0 ? 0 : parseWhole(source, scanner.from(styleAt), scanner.to(styleAt));
  const style = rawStyle < context.styles.length ? rawStyle : 0;
  if (style !== rawStyle) context.isBeyond = true;
  const typeAt = scanner.find('t');
  const type = typeAt < 0 ? 'n' : source.slice(scanner.from(typeAt), scanner.to(typeAt));

  const depth = scanner.depth;
  const picture = type === 'e' && scanner.find('vm') >= 0;
  let value: CellValue | RunText | null = null;
  let formula: string | undefined;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.name === 'v' && type !== 'inlineStr') value = readValue(scanner, type, context);
    else if (scanner.name === 'f') formula = readFormula(scanner, state, place);
    else if (scanner.name === 'is') value = readRuns(scanner);
    else scanner.skip();
  }
  if (formula === undefined && (value === null || value === '')) return;
  if (--context.cellBudget < 0) throw new FileFault('too-large');
  const plain = isRunText(value) ? textSeen(value, state, row * ROW + column, style) : value;
  if (picture && isPictureValue(plain)) state.seen.set(row * ROW + column, { picture: true });
  list(state, row, makeCell(row, column, plain, formula, style));
}

function isRunText(value: CellValue | RunText | null): value is RunText {
  return typeof value === 'object' && value !== null && 'runs' in value;
}

/** Excel stores a picture in a cell as this error with a rich value; who knows no rich values shows the error. */
function isPictureValue(value: CellValue | null): boolean {
  return typeof value === 'object' && value !== null && value.error === '#VALUE!';
}

/** The text of runs as it is seen in this cell; where nothing of it looks otherwise, as any text. */
function textSeen({ runs }: RunText, state: State, place: number, style: number): string {
  const { font = '', ground = 'FFFFFF' } = state.context.styles[style] ?? {};
  const looked = runs.map((run) => ({ ...run, font: run.font || font, hidden: run.ink === ground }));
  const isPlain = looked.every((run, at) => !run.struck && !run.hidden && !run.raised && !runs[at]?.font);
  if (isPlain) return runs.map((run) => run.text).join('');
  const text: SeenText = seenText(looked);
  state.seen.set(place, { text });
  return text.text;
}

/** Few object shapes keep a million cells small: what is absent is not stored. */
function makeCell(
  row: number,
  column: number,
  value: CellValue | null,
  formula: string | undefined,
  style: number,
): Cell {
  if (formula !== undefined) {
    return style > 0 ? { row, column, value, formula, style } : { row, column, value, formula };
  }
  return style > 0 ? { row, column, value, style } : { row, column, value };
}

/**
 * Appends the cell to its row; writers that disorder rows or cells are put right, a repeated address takes the last.
 */
function list(state: State, row: number, cell: Cell): void {
  const { cells } = state;
  if (row !== state.lastListed) {
    finishRow(state);
    if (row < state.lastListed) state.inOrder = false;
    state.lastListed = row;
    const known = state.rows.get(row);
    if (known) for (const cell of known) cells.push(cell);
  }
  const last = cells[cells.length - 1];
  if (last !== undefined && last.column >= cell.column) state.disordered.add(row);
  cells.push(cell);
}

/** A copy has the length of the row; a list that grew has room for many more, which a million rows feel. */
function finishRow({ rows, cells, lastListed }: State): void {
  if (cells.length === 0) return;
  rows.set(lastListed, cells.slice());
  cells.length = 0;
}

/** Cells in column order; of those at one place the last. */
function ordered(cells: readonly Cell[]): Cell[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  return [...byColumn.values()].sort((a, b) => a.column - b.column);
}

function sorted(rows: ReadonlyMap<number, Cell[]>): ReadonlyMap<number, Cell[]> {
  return new Map([...rows].sort((a, b) => a[0] - b[0]));
}

function readValue(scanner: XmlScanner, type: string, context: CellContext): CellValue | RunText | null {
  if (type === 'n' || type === 's') {
    // The usual cell: one run of digits. Read from the source without cutting a string.
    const depth = scanner.depth;
    if (scanner.next() === TEXT) {
      const whole = parseWhole(scanner.source, scanner.start, scanner.end);
      if (whole >= 0 && scanner.next() === CLOSE && scanner.depth < depth) {
        return type === 'n' ? whole : sharedString(whole, context);
      }
      if (whole < 0) {
        const text = scanner.text() + (scanner.depth === depth ? scanner.content() : '');
        return type === 'n' ? numberOrText(text) : sharedString(Number(text.trim() || Number.NaN), context);
      }
    }
    if (scanner.depth < depth) return null;
    throw new FileFault('damaged');
  }
  const text = scanner.content();
  if (type === 'str') return decodeExcelText(text);
  if (text === '') return null;
  if (type === 'b') return isTrue(text.trim());
  if (type === 'e') return { error: text.trim() };
  if (type === 'd') return serialFromIso(text.trim(), context.date1904) ?? text;
  return numberOrText(text);
}

function sharedString(index: number, context: CellContext): CellValue | RunText {
  if (!context.strings) throw new FileFault('damaged');
  // The text is lost: an error value is flagged, an empty cell would pass as missing.
  return context.strings[index] ?? { error: '#REF!' };
}

function numberOrText(text: string): CellValue | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = Number(trimmed);
  // `Number` also takes 0x1F, which no cell means as a number.
  const decimal = trimmed.charCodeAt(0) !== 48 || !/^0[xob]/i.test(trimmed);
  return Number.isFinite(number) && decimal ? number : decodeExcelText(text);
}

function readFormula(scanner: XmlScanner, state: State, place: number): string | undefined {
  const shared = scanner.attribute('t') === 'shared' ? scanner.attribute('si') : undefined;
  const text = scanner.content();
  if (shared === undefined) return text === '' ? undefined : text;
  if (text !== '') {
    state.heads.set(shared, { place, formula: text });
    return text;
  }
  const head = state.heads.get(shared);
  if (!head) return undefined;
  state.shifted += head.formula.length;
  if (state.shifted > MAX_SHIFTED) return head.formula;
  const columns = (place % ROW) - (head.place % ROW);
  return shiftFormula(head.formula, Math.floor(place / ROW) - Math.floor(head.place / ROW), columns);
}

/** An XML boolean. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
