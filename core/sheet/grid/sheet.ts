/**
 * A workbook as plain cells: what every host (file, Excel, preview) turns its world into, and all that the rest of core
 * sees. Rows and columns are counted from 0. It knows nothing of reports, styles or files.
 */
import type { SeenText } from '../../base/text/seen-text.ts';

/** An error value in a cell, as the file spells it: `#N/A`, `#REF!`, `#DIV/0!` … Never 0 and never missing. */
interface CellError {
  readonly error: string;
}

/** What a cell holds. Dates are Excel serial numbers with a date format; an empty cell is not listed at all. */
export type CellValue = string | number | boolean | CellError;

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue | null;
  /** Formula without the leading `=`, when the value was computed. A formula never calculated has value null. */
  readonly formula?: string;
  /** Index into `Book.styles`; absent = 0. */
  readonly style?: number;
}

/** What reading needs to know of a cell's look: font name (legacy encodings), number format (percent, date). */
export interface CellLook {
  readonly font: string;
  readonly numberFormat: string;
  /** The whole cell is struck out. */
  readonly struck?: true;
  /** Its letters have the colour of their ground. */
  readonly unseen?: true;
  /** RRGGBB of the cell's fill; absent = none, the white of the sheet. */
  readonly ground?: string;
}

/** What a person sees of a cell beyond its value, where the two differ. */
export interface SeenCell {
  /** The cell's text, joined from runs with different looks: Unicode, whatever the cell's font. */
  readonly text?: SeenText;
  /** A picture stands in the cell. */
  readonly picture?: true;
}

/** Inclusive rectangle. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  /** Row index → its cells in column order. Empty rows are absent. Iteration is in row order. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** By `placeOf`: cells of which a person sees something else than the value; absent = none. */
  readonly seen?: ReadonlyMap<number, SeenCell>;
  /** By `placeOf`: what people wrote in the note of a cell; our own notes are left out. Absent = none. */
  readonly notes?: ReadonlyMap<number, string>;
  /** The whole sheet is write-protected. */
  readonly protected?: boolean;
}

export interface Book {
  readonly sheets: readonly Sheet[];
  /** Serial numbers count from 1904-01-01 instead of 1899-12-30. */
  readonly date1904: boolean;
  readonly styles: readonly CellLook[];
  /** A VBA project is in the file. */
  readonly macros: boolean;
  /** Targets of links to other workbooks. */
  readonly externalLinks: readonly string[];
  /** A digital signature is in the file: it becomes invalid when the file is changed. */
  readonly signed?: boolean;
}

/** Key of a cell in the maps of its sheet. */
export function placeOf(row: number, column: number): number {
  return row * 16_384 + column;
}

/** The cell at row, column (0-based), or undefined when empty. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.get(row)?.find((cell) => cell.column === column);
}

/** True for an error value such as `#N/A`. */
export function isCellError(value: CellValue | null | undefined): value is CellError {
  return typeof value === 'object' && value !== null;
}
