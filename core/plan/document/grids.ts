/**
 * The grids of a plan's text: lines whose cells tabs, bars or columns of blanks part, with what each cell covers. They
 * are found by their shape alone; what they say is for others to read.
 */
import type { FlatLine, PlanText } from '../layout/plan-text.ts';
import { COVERED_FROM_ABOVE, COVERED_FROM_LEFT, NEXT_IN_CELL } from '../layout/written-grid.ts';

export interface PlacedCell {
  /** White space folded; '' = empty. */
  readonly text: string;
  /** Its paragraphs; [] = empty. */
  readonly lines: readonly string[];
  /** Place in the running text. */
  readonly start: number;
  /** Its first column and row, from 0, and how many of them it covers. */
  readonly column: number;
  readonly row: number;
  readonly across: number;
  readonly down: number;
}

export interface Grid {
  /** Stretch of the running text. */
  readonly from: number;
  readonly to: number;
  /** The first of the text's lines, and the first behind it. */
  readonly line: number;
  readonly end: number;
  readonly width: number;
  /** As many cells in each row as the grid is wide; a cell that covers several places stands in all of them. */
  readonly rows: readonly (readonly PlacedCell[])[];
}

type Parting = 'tabs' | 'bars' | 'blanks';

interface Part {
  readonly text: string;
  /** Characters before it in the line as typed. */
  readonly from: number;
}

interface Row {
  readonly at: number;
  readonly parts: readonly Part[];
}

/** A grid in text has at least two rows and two columns. Linear in the text. */
export function gridsOf(text: PlanText): readonly Grid[] {
  const grids: Grid[] = [];
  for (let at = 0; at < text.lines.length; ) {
    const parting = partingOf(text.lines[at]);
    let end = at + 1;
    while (parting !== null && (partingOf(text.lines[end]) === parting || goesOn(text, parting, end))) {
      if (headsAnother(text, at, end)) break;
      end++;
    }
    const grid = parting === null ? null : gridOf(text, parting, at, end);
    if (grid) grids.push(grid);
    at = end;
  }
  return grids;
}

const BAR_ROW = /^\s*\|.*\||\S \| \S|\S\s*\|\s*\S.*\|/;

/** `⇥Chi bộ đăng ký:⇥⇥trước 15-9-2025`: a name and its time. */
const SET_APART = /^\s*[^\t:]*[\p{L}\d]:\t+[^\t]+$/u;

function partingOf(line: FlatLine | undefined): Parting | null {
  if (!line) return null;
  if (SET_APART.test(line.raw)) return null;
  if (line.raw.includes('\t')) return 'tabs';
  if (BAR_ROW.test(line.raw)) return 'bars';
  return / {2,}\S/.test(line.raw.trim()) ? 'blanks' : null;
}

/** The rest of a name below its row, where blanks part the columns. */
function goesOn({ lines }: PlanText, parting: Parting, at: number): boolean {
  return parting === 'blanks' && /^ {4,}\S/.test(lines[at]?.raw ?? '') && partingOf(lines[at + 1]) === parting;
}

/** Behind an empty line other headings than those above, and no figure: another table begins. */
function headsAnother({ lines }: PlanText, first: number, at: number): boolean {
  const line = lines[at];
  const isHeading =
    line?.apart && !NO_HEADING.test(line.raw.replace(/^\s*\||\|\s*$/g, '')) && line.raw !== lines[first]?.raw;
  // Where empty lines part all the rows, they part no tables.
  return isHeading === true && at - first > 1 && !lines[at - 1]?.apart && !lines[at + 1]?.apart;
}

/** A figure, an empty cell, or the number of a group of rows. */
const NO_HEADING = /\d|(?:^|[\t|]) *(?:[\t|]|$)|^\s*(?:[IVX]+|[A-HĐ]|[a-zđ])[.)]?\s*[\t|]/u;

function gridOf(text: PlanText, parting: Parting, first: number, end: number): Grid | null {
  const stretch = text.lines.slice(first, end);
  // Bars drawn around every row are no cells; where only some rows begin with a bar, their first cell is empty.
  const isFramed = stretch.every(({ raw }) => /^\s*\|/.test(raw));
  const rows = stretch.flatMap((line, index): Row[] => {
    const parts = partsOf(line.raw, parting, isFramed);
    // A line of dashes is drawn under a heading.
    return parts.every((part) => /^[-:=+ ]*$/.test(part.text)) ? [] : [{ at: first + index, parts }];
  });
  const table = parting === 'blanks' ? inColumns(rows) : rows;
  const width = Math.max(0, ...table.map(({ parts }) => parts.length));
  if (table.length < 2 || width < 2 || isList(table, width)) return null;
  return {
    from: text.lines[first]?.start ?? 0,
    to: text.lines[end]?.start ?? text.flat.length,
    line: first,
    end,
    width,
    rows: covered(text, table, width),
  };
}

function partsOf(raw: string, parting: Parting, isFramed: boolean): readonly Part[] {
  const bare = parting === 'bars' ? raw.replace(/\|\s*$/, '') : raw;
  const lead = parting === 'bars' && isFramed ? (/^\s*\|/.exec(bare)?.[0].length ?? 0) : 0;
  const pattern = parting === 'tabs' ? /[^\t]*(?:\t|$)/g : parting === 'bars' ? /[^|]*(?:\||$)/g : /\S+(?: \S+)*/g;
  const parts = [...bare.slice(lead).matchAll(pattern)].map((match) => ({
    text: match[0].replace(/[\t|]$/, ''),
    from: lead + match.index,
  }));
  // The pattern ends with one empty match behind the last cell.
  const isOpen = parting === 'tabs' ? /\t$/.test(bare) : false;
  return parting === 'blanks' || isOpen ? parts : parts.slice(0, parts.at(-1)?.text === '' ? -1 : undefined);
}

/** Labels with a tab behind them: a list, no table. */
function isList(rows: readonly Row[], width: number): boolean {
  return (
    width === 2 &&
    rows.every(({ parts: [label] }) => /^\s*(?:[\p{L}\d.]{1,6}[.)/]|[-+•*–]|)\s*$/u.test(label?.text ?? ''))
  );
}

/** Rows of pieces put below each other by where they stand; null columns stay empty. */
function inColumns(rows: readonly Row[]): readonly Row[] {
  const most = Math.max(0, ...rows.map(({ parts }) => parts.length));
  const columns: { from: number; to: number }[] = [];
  for (const { parts } of rows.filter((row) => row.parts.length === most))
    for (const [at, { from, text }] of parts.entries()) {
      const column = columns[at];
      if (column)
        Object.assign(column, { from: Math.min(column.from, from), to: Math.max(column.to, from + text.length) });
      else columns.push({ from, to: from + text.length });
    }
  if (columns.some(({ to }, at) => to > (columns[at + 1]?.from ?? Number.POSITIVE_INFINITY))) return [];
  const placed: { at: number; parts: Part[] }[] = [];
  for (const { at, parts } of rows) {
    const cells = columns.map((): Part => ({ text: '', from: 0 }));
    for (const part of parts) {
      const end = part.from + part.text.length;
      const over = columns.flatMap(({ from, to }, column) => (part.from < to && from < end ? [column] : []));
      const column =
        over[0] ??
        Math.max(
          0,
          columns.findLastIndex(({ from }) => from <= part.from),
        );
      const before = cells[column];
      cells[column] = before?.text ? { ...before, text: `${before.text} ${part.text}` } : part;
      for (const more of over.slice(1)) cells[more] = { text: COVERED_FROM_LEFT, from: part.from };
    }
    const [only, ...more] = cells.flatMap((cell, column) => (cell.text === '' ? [] : [column]));
    const above = placed.at(-1)?.parts;
    const [own, rest] = [above?.[only ?? -1], cells[only ?? -1]];
    if (above && own?.text && rest && only !== undefined && more.length === 0)
      above[only] = { ...own, text: `${own.text} ${rest.text}` };
    else placed.push({ at, parts: cells });
  }
  return placed;
}

/** The cells in every place they cover. */
function covered(text: PlanText, table: readonly Row[], width: number): readonly (readonly PlacedCell[])[] {
  const rows: { -readonly [key in keyof PlacedCell]: PlacedCell[key] }[][] = [];
  for (const [row, { at, parts }] of table.entries()) {
    const line = text.lines[at];
    let place = line?.start ?? 0;
    const cells: (typeof rows)[number] = [];
    for (let column = 0; column < width; column++) {
      const words = parts[column]?.text ?? '';
      const [left, above] = [cells[column - 1], rows[row - 1]?.[column]];
      if (words === COVERED_FROM_LEFT && left) {
        if (left.row === row) left.across = column - left.column + 1;
        cells.push(left);
        continue;
      }
      if (words === COVERED_FROM_ABOVE && above) {
        above.down = row - above.row + 1;
        cells.push(above);
        continue;
      }
      const lines = words.split(NEXT_IN_CELL).flatMap((part) => part.replace(/\s+/g, ' ').trim() || []);
      const own = lines.join(' ');
      const found = own === '' ? place : text.flat.indexOf(own, place);
      const start = found < 0 || found > (line?.end ?? 0) ? place : found;
      cells.push({ text: own, lines, start, column, row, across: 1, down: 1 });
      if (own !== '') place = start + own.length;
    }
    rows.push(cells);
  }
  return rows;
}
