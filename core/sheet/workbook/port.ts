/**
 * The port every host implements: read a book into plain data, apply actions to it. Hosts: file (xlsx bytes), later
 * Excel and preview. An action says what shall be in the book; how is the host's business. Actions run in order.
 */

import type { Refusal } from '../../base/result.ts';
import type { Range } from '../grid/sheet.ts';
import type { MarkSeverity } from './marks.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A look to give a cell. What is absent stays as it is (on a new cell: the book's default). Colours are RRGGBB. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontName?: string;
  /** Points, e.g. 13. */
  readonly fontSize?: number;
  readonly fontColour?: string;
  readonly fill?: string;
  /** Thin border on all four sides. */
  readonly border?: boolean;
  /** Thin lines on some sides alone, where `border` is absent. Only the file and its grid draw them. */
  readonly sides?: readonly Side[];
  readonly wrap?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  /** The text runs upwards. */
  readonly rotated?: boolean;
  /** Excel number format code, e.g. `#,##0.00`, `@`, `dd/mm/yyyy`. */
  readonly numberFormat?: string;
  /** false = the unit may type here although the sheet is protected. */
  readonly locked?: boolean;
}

/**
 * What to write. Text is always written as text, never as a formula; a formula has no leading `=`, `value` is its
 * result.
 */
export type NewValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'formula'; readonly formula: string; readonly value: number | string | null }
  | { readonly kind: 'empty' };

export interface NewCell {
  readonly row: number;
  readonly column: number;
  readonly value: NewValue;
  readonly style?: CellStyle;
}

export interface DataValidation {
  readonly ranges: readonly Range[];
  readonly rule:
    | { readonly kind: 'list'; readonly options: readonly string[] }
    /** The options stand in cells, named as a formula names them: `'Đối tượng'!$B$4:$B$12`. */
    | { readonly kind: 'list-at'; readonly cells: string }
    | { readonly kind: 'decimal' | 'whole'; readonly min: number; readonly max?: number }
    | { readonly kind: 'date'; readonly from: string; readonly to: string };
  /** Shown when the cell is selected. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown when something else is typed. `stop` refuses it, `warning` asks. */
  readonly error?: { readonly style: 'stop' | 'warning'; readonly title: string; readonly text: string };
  /** Other values are accepted without a warning. */
  readonly open?: true;
}

/** A real Excel table over header + body rows; header texts are those of the cells and must be unique text. */
export interface NewTable {
  readonly name: string;
  readonly range: Range;
  readonly columns: readonly string[];
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** Rows (0-based, inclusive) printed on top of each page. */
  readonly titleRows?: readonly [number, number];
  /** The only part that is printed; absent = everything. */
  readonly area?: Range;
  /** Fit to this many pages wide, and high; without `fitHeight` the height is free. */
  readonly fitWidth?: number;
  readonly fitHeight?: number;
  /** Rows (0-based) that begin a page, however much room is left on the page before. */
  readonly breaks?: readonly number[];
  /** Margins in inches. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly footer?: string;
}

/** A sheet of ours, whole. */
/** A picture (.png) laid on a sheet with its upper left corner in a cell. */
export interface NewPicture {
  readonly row: number;
  readonly column: number;
  readonly png: Uint8Array;
  /** Pixels on the screen. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for who does not see it. */
  readonly text: string;
}

export interface NewSheet {
  readonly name: string;
  readonly cells: readonly NewCell[];
  readonly merges?: readonly Range[];
  /** Column index → width in characters. */
  readonly columnWidths?: ReadonlyMap<number, number>;
  /** Row index → height in points. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  /** Number of frozen rows and columns. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly tables?: readonly NewTable[];
  readonly validations?: readonly DataValidation[];
  readonly pictures?: readonly NewPicture[];
  readonly print?: PrintSetup;
  /** Protect the sheet without a password: only cells with `locked: false` can be typed in. */
  readonly protect?: boolean;
  readonly tabColour?: string;
}

export type Action =
  /** Writes a value; the rest of the cell's look stays unless `style` says otherwise. */
  | {
      readonly kind: 'write';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly value: NewValue;
      readonly style?: CellStyle;
    }
  /** Changes the look of a range; values stay. */
  | { readonly kind: 'style'; readonly sheet: string; readonly range: Range; readonly style: CellStyle }
  /** Adds a note; where the cell has a note already, the text is appended to it. */
  | {
      readonly kind: 'note';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /**
   * Shows a severity on cells on top of their own look, which is preserved, and explains it in a note. null removes our
   * marks and notes of an earlier run, and nothing else.
   */
  | {
      readonly kind: 'mark';
      readonly sheet: string;
      readonly ranges: readonly Range[];
      readonly severity: MarkSeverity | null;
      /** What the marks say, by cell. */
      readonly texts?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
    }
  | { readonly kind: 'column-width'; readonly sheet: string; readonly column: number; readonly width: number }
  /** Appends a sheet; a taken name gets a number behind it. An existing sheet is never overwritten. */
  | { readonly kind: 'add-sheet'; readonly sheet: NewSheet };

/** Outcome of applying actions: the new bytes, and the actions that could not be done, each with its reason. */
export interface Applied {
  readonly bytes: Uint8Array;
  readonly refused: readonly { readonly action: Action; readonly refusal: Refusal }[];
  /** Vietnamese warnings, e.g. that a signature became invalid. */
  readonly warnings: readonly string[];
}
