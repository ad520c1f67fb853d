/**
 * A sheet of ours that is one titled table: a real Excel table, frozen header, A4 landscape. Knows nothing of what the
 * rows mean.
 */
import { breaksInEach } from '../../form/page-breaks.ts';
import { linesOf } from '../../form/row-heights.ts';
import type { CellStyle, DataValidation, NewCell, NewSheet, NewValue, PrintSetup } from '../../sheet/workbook/port.ts';
import { cell, HEADER, printSetup, SUBTITLE, TITLE, textValue } from './look.ts';
import { HEADING_ROWS, noteCells, officeHeading, type SheetOffice, signatures } from './office-frame.ts';

export interface TableColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly style: CellStyle;
}

interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** Excel's name of the table; null = a plain range (in a workbook of the unit, where the name may be taken). */
  readonly table: string | null;
  readonly columns: readonly TableColumn[];
  /** Values in column order. */
  readonly rows: readonly (readonly NewValue[])[];
  /** For the screen alone, in the same columns: laid out under the table and what is signed there. */
  readonly further?: { readonly title: string; readonly rows: readonly (readonly NewValue[])[] };
  /** Fill of a whole row, by its index; the further rows are counted on. */
  readonly fill?: (row: number) => string | null;
  /** Rows between subtitle and header, for totals. */
  readonly above?: { readonly rows: number; readonly cells: readonly NewCell[] };
  /** Choices a person picks from, by column index. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
  readonly freezeColumns?: number;
  /** As a paper of this office: heading, notes, and signatures where it is signed. */
  readonly paper?: {
    readonly office: SheetOffice;
    /** How many columns are printed, from the first; the others are for the screen. */
    readonly columns: number;
    readonly notes?: readonly string[];
    readonly signed?: boolean;
    /** So many rows of the table are printed, from the first; 0 = nothing of the sheet is. All when absent. */
    readonly rows?: number;
  };
}

/** 0-based row of the header of such a sheet; as a paper it stands under the heading. */
export function headerRowOf(rowsAbove = 0, isPaper = false): number {
  return 2 + rowsAbove + (isPaper ? HEADING_ROWS : 0);
}

const EMPTY: NewValue = { kind: 'empty' };

/** Lays the table out. A table needs a body row, so without rows it gets an empty row. */
export function tableSheet(sheet: TableSheet): NewSheet {
  const { paper } = sheet;
  const headerRow = headerRowOf(sheet.above?.rows, paper !== undefined);
  const titleRow = paper ? HEADING_ROWS : 0;
  const rows = sheet.rows.length > 0 ? sheet.rows : [sheet.columns.map((): NewValue => ({ kind: 'empty' }))];
  const lastRow = headerRow + rows.length;
  const range = { top: headerRow, left: 0, bottom: lastRow, right: sheet.columns.length - 1 };
  const titles = sheet.columns.map((column) => column.title);
  const cells: NewCell[] = [
    cell(titleRow, 0, textValue(sheet.title), TITLE),
    cell(titleRow + 1, 0, textValue(sheet.subtitle), paper ? { ...SUBTITLE, wrap: true } : SUBTITLE),
    ...(sheet.above?.cells ?? []),
    ...titles.map((title, column) => cell(headerRow, column, textValue(title), HEADER)),
  ];
  const looks = new Map<string | null, readonly CellStyle[]>();
  const lay = (values: readonly NewValue[], row: number, index: number) => {
    const fill = sheet.fill?.(index) ?? null;
    // One object for all cells of a look: a list may have hundreds of thousands.
    const styles = looks.get(fill) ?? sheet.columns.map(({ style }) => (fill ? { ...style, fill } : style));
    looks.set(fill, styles);
    styles.forEach((style, column) => {
      cells.push(cell(row, column, values[column] ?? EMPTY, style));
    });
  };
  for (const [index, values] of rows.entries()) lay(values, headerRow + 1 + index, index);
  const widths = sheet.columns.map(({ width }) => width);
  const frame = paper ? frameOf(paper, headerRow, lastRow, widths) : null;
  if (sheet.further) {
    const top = Math.max(lastRow, frame?.area.bottom ?? 0) + 2;
    cells.push(cell(top, 0, textValue(sheet.further.title), TITLE));
    cells.push(...titles.map((title, column) => cell(top + 1, column, textValue(title), HEADER)));
    for (const [index, values] of sheet.further.rows.entries()) lay(values, top + 2 + index, sheet.rows.length + index);
  }
  // What only the screen shows makes no row of the paper taller.
  const heights = rowHeights(cells, sheet.columns.slice(0, paper?.columns), headerRow);
  // Over all that is printed, or the end of a long line would be cut off.
  const printed = widths.slice(0, paper?.columns ?? 0).reduce((sum, width) => sum + width, 0);
  const subtitle = { top: titleRow + 1, left: 0, bottom: titleRow + 1, right: (paper?.columns ?? 1) - 1 };
  if (paper) heights.set(titleRow + 1, linesOf(sheet.subtitle, printed, 12) * LINE + 2);
  return {
    name: sheet.name,
    cells: frame ? [...frame.cells, ...cells] : cells,
    ...(frame ? { merges: [...frame.merges, subtitle] } : {}),
    columnWidths: new Map(sheet.columns.map((column, index) => [index, column.width])),
    rowHeights: heights,
    freeze: { rows: headerRow + 1, columns: sheet.freezeColumns ?? 0 },
    ...(sheet.table === null ? {} : { tables: [{ name: sheet.table, range, columns: titles }] }),
    ...(sheet.choices ? { validations: validations(sheet.choices, headerRow + 1, lastRow) } : {}),
    print: withBreaks(printSetup(headerRow, frame?.area), { headerRow, lastRow, widths, heights }),
  };
}

/** Rows of the table that go with its signatures onto a page of their own. */
const ROWS_WITH_SIGNATURES = 2;

/** Page breaks that leave no page to the notes and signatures under the table alone. */
function withBreaks(
  print: PrintSetup,
  {
    headerRow,
    lastRow,
    widths,
    heights,
  }: {
    readonly headerRow: number;
    readonly lastRow: number;
    readonly widths: readonly number[];
    readonly heights: ReadonlyMap<number, number>;
  },
): PrintSetup {
  const { area, margins } = print;
  if (!area || !margins || area.bottom <= lastRow) return print;
  const width = widths.slice(0, area.right + 1).reduce((sum, number) => sum + number, 0);
  const first = Math.max(headerRow + 1, lastRow + 1 - ROWS_WITH_SIGNATURES);
  const breaks = breaksInEach(first, area.bottom, { heights, width, print: { ...print, margins } });
  return breaks.length === 0 ? print : { ...print, breaks };
}

/** Heading above, notes and signatures below, and what of all is printed. */
function frameOf(
  { office, columns, notes = [], signed = false, rows }: NonNullable<TableSheet['paper']>,
  headerRow: number,
  lastRow: number,
  widths: readonly number[],
) {
  const last = columns - 1;
  const split = middleOf(widths.slice(0, columns));
  const heading = officeHeading(office, split, last);
  const under = lastRow + 2;
  const signing = signed ? signatures(under + notes.length + (notes.length > 0 ? 1 : 0), split, last) : null;
  const bottom = Math.max(
    lastRow,
    ...(signing?.cells ?? []).map(({ row }) => row + SIGNING_ROWS),
    under + notes.length - 1,
  );
  const whole = { top: 0, left: 0, bottom: notes.length > 0 || signed ? bottom : lastRow, right: last };
  // Beside all columns: programs print no page for an empty cell.
  const beside = widths.length + 1;
  const area =
    rows === 0
      ? { top: 0, left: beside, bottom: 0, right: beside }
      : { ...whole, bottom: rows === undefined ? whole.bottom : Math.min(whole.bottom, headerRow + rows) };
  return {
    cells: [...heading.cells, ...noteCells(notes, under), ...(signing?.cells ?? [])],
    merges: [...heading.merges, ...(signing?.merges ?? [])],
    area,
  };
}

/** The first column of the right half of the paper, by width: either half of the heading needs its room. */
function middleOf(widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let left = 0;
  for (const [at, width] of widths.entries()) {
    if (at > 0 && 2 * left + width > whole) return at;
    left += width;
  }
  return Math.max(1, widths.length - 1);
}

/** Room for a hand to sign in. */
const SIGNING_ROWS = 4;

/** Points of one line of text at 12 points. */
const LINE = 15.5;
/** Excel's highest row. */
const HIGHEST = 400;

/**
 * Heights by the texts that wrap, from the row above the header (the conclusion of a unit's sheet) down: not every
 * program fits rows on opening a file.
 */
function rowHeights(
  cells: readonly NewCell[],
  columns: readonly TableColumn[],
  headerRow: number,
): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { row, column, value, style } of cells) {
    const width = columns[column]?.width;
    if (row < headerRow - 1 || value.kind !== 'text' || !style?.wrap || width === undefined) continue;
    const lines = linesOf(value.text, width, style.fontSize ?? 12, style.bold);
    heights.set(row, Math.min(HIGHEST, Math.max(heights.get(row) ?? 0, lines * LINE + 2)));
  }
  return heights;
}

function validations(choices: ReadonlyMap<number, readonly string[]>, top: number, bottom: number): DataValidation[] {
  return [...choices].map(([column, options]) => ({
    ranges: [{ top, left: column, bottom, right: column }],
    rule: { kind: 'list', options },
  }));
}
