/**
 * A sheet of ours that is one titled table: a real Excel table, frozen header, A4 landscape. Knows nothing of what the
 * rows mean.
 */
import type { CellStyle, DataValidation, NewCell, NewSheet, NewValue } from '../../workbook/port.ts';
import { cell, HEADER, printSetup, SUBTITLE, TITLE, textValue } from './look.ts';

export interface TableColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  readonly style: CellStyle;
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** Excel's name of the table; null = a plain range (in a workbook of the unit, where the name may be taken). */
  readonly table: string | null;
  readonly columns: readonly TableColumn[];
  /** Values in column order. */
  readonly rows: readonly (readonly NewValue[])[];
  /** Fill of a whole row, by its index. */
  readonly fill?: (row: number) => string | null;
  /** Rows between subtitle and header, for totals. */
  readonly above?: { readonly rows: number; readonly cells: readonly NewCell[] };
  /** Choices a person picks from, by column index. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
  readonly freezeColumns?: number;
}

/** 0-based row of the header of such a sheet. */
export function headerRowOf(rowsAbove = 0): number {
  return 2 + rowsAbove;
}

const EMPTY: NewValue = { kind: 'empty' };

/** Lays the table out. A table needs a body row, so without rows an empty one stands there. */
export function tableSheet(sheet: TableSheet): NewSheet {
  const headerRow = headerRowOf(sheet.above?.rows);
  const rows = sheet.rows.length > 0 ? sheet.rows : [sheet.columns.map((): NewValue => ({ kind: 'empty' }))];
  const lastRow = headerRow + rows.length;
  const range = { top: headerRow, left: 0, bottom: lastRow, right: sheet.columns.length - 1 };
  const titles = sheet.columns.map((column) => column.title);
  const cells: NewCell[] = [
    cell(0, 0, textValue(sheet.title), TITLE),
    cell(1, 0, textValue(sheet.subtitle), SUBTITLE),
    ...(sheet.above?.cells ?? []),
    ...titles.map((title, column) => cell(headerRow, column, textValue(title), HEADER)),
  ];
  const looks = new Map<string | null, readonly CellStyle[]>();
  rows.forEach((values, index) => {
    const fill = sheet.fill?.(index) ?? null;
    // One object for all cells of a look: a list may have hundreds of thousands.
    const styles = looks.get(fill) ?? sheet.columns.map(({ style }) => (fill ? { ...style, fill } : style));
    looks.set(fill, styles);
    styles.forEach((style, column) => {
      cells.push(cell(headerRow + 1 + index, column, values[column] ?? EMPTY, style));
    });
  });
  return {
    name: sheet.name,
    cells,
    columnWidths: new Map(sheet.columns.map((column, index) => [index, column.width])),
    rowHeights: rowHeights(cells, sheet.columns, headerRow),
    freeze: { rows: headerRow + 1, columns: sheet.freezeColumns ?? 0 },
    ...(sheet.table === null ? {} : { tables: [{ name: sheet.table, range, columns: titles }] }),
    ...(sheet.choices ? { validations: validations(sheet.choices, headerRow + 1, lastRow) } : {}),
    print: printSetup(headerRow),
  };
}

/** Points of one line of text at 12 points. */
const LINE = 16;
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
    const lines = value.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
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
