/**
 * The port between the add-in and what holds the workbook: Excel, or the preview over an .xlsx file. Plain data in,
 * plain actions out; nothing behind it knows scoring, nothing before it knows Office. What a host cannot do is a
 * refusal with a Vietnamese reason, never an exception.
 */

import type { Refusal, Result } from '../../core/base/result.ts';
import type { Severity } from '../../core/judge/flag/flag.ts';
import type { Book, CellValue, Range } from '../../core/sheet/grid/sheet.ts';
import type { Action, NewTable, NewValue } from '../../core/sheet/workbook/port.ts';
import type { LastReadings } from './last-readings.ts';

/** Abilities of this host in this version; queried once. */
export interface Capabilities {
  readonly kind: 'excel' | 'preview';
  /** Excel's requirement set, e.g. `1.14`; null in the preview. */
  readonly api: string | null;
  readonly insertSheets: boolean;
  readonly charts: boolean;
  readonly conditionalFormats: boolean;
  /** The host's own undo takes our writes back; otherwise only ours does. */
  readonly nativeUndo: boolean;
  /** Looks and marks can be put on a protected sheet. */
  readonly dressesProtected: boolean;
  readonly events: boolean;
}

/** A real table of the workbook, whole. */
export interface HostTable {
  readonly name: string;
  readonly sheet: string;
  /** Header row included. */
  readonly range: Range;
  readonly columns: readonly string[];
  /** null = empty cell. */
  readonly rows: readonly (readonly (CellValue | null)[])[];
}

export interface HostBook {
  /** File name as the host shows it. */
  readonly name: string;
  readonly book: Book;
  readonly tables: readonly HostTable[];
  /** Stable id of each sheet by name: survives renaming and moving. */
  readonly sheetIds: ReadonlyMap<string, string>;
  /** Calls and cells that reading cost, for tests and the bench. */
  readonly traffic: Traffic;
  /** The same object with every read of the workbook; absent = its files are read anew by each load. */
  readonly readings?: LastReadings;
}

export interface Traffic {
  readonly syncs: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

/** A table of ours: made with its sheet when absent, else its body is rewritten where it differs. */
export interface TablePlan {
  readonly sheet: string;
  readonly table: string;
  /** Text above the table, one line a row, when the sheet is made. */
  readonly heading: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    /** Characters. */
    readonly width: number;
    readonly numberFormat?: string;
  }[];
  readonly rows: readonly (readonly NewValue[])[];
}

export type HostAction =
  /**
   * The core's own actions; the text of a mark is shown only where that leaves the office's own notes alone. A `write`
   * with `expected` is refused (code `changed`) when the cell's content has changed meanwhile.
   */
  | (Extract<Action, { kind: 'write' }> & { readonly expected?: CellValue | null })
  | Exclude<Action, { kind: 'write' }>
  | { readonly kind: 'put-table'; readonly plan: TablePlan }
  /** Adds rows below a table of ours without touching the others (council log: merges when co-authored). */
  | {
      readonly kind: 'append-rows';
      readonly table: string;
      readonly rows: readonly (readonly NewValue[])[];
      /** Columns the table gets at its right, where the caller saw that nothing stands; the rows reach into them. */
      readonly added?: readonly string[];
    }
  /** Hides a sheet; its content stays. Hiding the last visible sheet is refused. */
  | { readonly kind: 'hide-sheet'; readonly sheet: string }
  /** A native bar chart beside a table of ours; replaces our chart of the same name. */
  | {
      readonly kind: 'chart';
      readonly sheet: string;
      readonly name: string;
      readonly title: string;
      readonly table: NewTable['name'];
      readonly labels: string;
      readonly values: string;
    };

/** Properties of a look by the host's own names. */
export type SavedLook = Readonly<Record<string, string | number | boolean>>;

/** What has to be restored to undo a run; plain data, stored by the caller. Only cells we changed. */
export interface UndoRecord {
  readonly label: string;
  /** ISO instant. */
  readonly at: string;
  readonly cells: readonly {
    readonly sheetId: string;
    readonly row: number;
    readonly column: number;
    readonly before: CellValue | null;
    readonly formulaBefore: string | null;
    /** The value we wrote: a cell that holds another value by now is left alone and named. */
    readonly after: CellValue | null;
    /** The formula we wrote, if we wrote one: its result may differ from ours. */
    readonly formulaAfter?: string;
  }[];
  /** Sheets we added (by id) and marks and charts we put on. */
  readonly addedSheets: readonly string[];
  readonly marks: readonly {
    readonly sheetId: string;
    readonly ranges: readonly Range[];
    /** Our marks that stood on these ranges before. */
    readonly before?: readonly { readonly severity: Severity; readonly ranges: readonly Range[] }[];
  }[];
  readonly charts: readonly { readonly sheetId: string; readonly name: string }[];
  /** Tables of ours we made longer or shorter, with where they reached before. */
  readonly tables?: readonly { readonly table: string; readonly before: Range; readonly after: Range }[];
  /** Looks we changed, as they were, in the host's own words; what was mixed in the range is absent and stays ours. */
  readonly looks?: readonly { readonly sheetId: string; readonly ranges: readonly Range[]; readonly look: SavedLook }[];
  /** Notes we wrote; a note that was changed since is left alone. */
  readonly notes?: readonly {
    readonly sheetId: string;
    readonly row: number;
    readonly column: number;
    /** null = there was none. */
    readonly before: string | null;
    readonly after: string;
  }[];
  /** Ids of sheets we hid. */
  readonly hidden?: readonly string[];
  /** Column widths before, in the host's own unit. */
  readonly widths?: readonly { readonly sheetId: string; readonly column: number; readonly width: number }[];
}

export interface HostApplied {
  readonly undo: UndoRecord;
  readonly refused: readonly { readonly action: HostAction; readonly refusal: Refusal }[];
  readonly traffic: Traffic;
}

/**
 * A change of the workbook other than our own writes. `remote` = a co-author's edit: only reported, never acted upon.
 */
export interface HostChange {
  readonly sheet: string;
  readonly range: Range | null;
  readonly remote: boolean;
}

export interface BookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The book already read from the same bytes. */
  readonly book?: Book;
  /** Preferred names for its sheets, by their names in the file; a name that is in use gets a number. */
  readonly names?: ReadonlyMap<string, string>;
}

export interface InsertedSheet {
  readonly id: string;
  readonly name: string;
}

export type InsertedBook =
  /**
   * `rebuilt` = built from its cells, since the host could not take the sheets as they are: pictures, charts, macros
   * stayed behind.
   */
  | { readonly kind: 'inserted'; readonly sheets: readonly InsertedSheet[]; readonly rebuilt: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Host {
  readonly capabilities: Capabilities;
  /** Fetches what changing the workbook takes, where reading does not wait for it. */
  readonly prepare?: () => Promise<unknown>;
  /** Every sheet, hidden ones too: at most 2 syncs whatever the size. `progress` receives 0 … 1. */
  readonly read: (progress?: (done: number) => void) => Promise<Result<HostBook>>;
  /**
   * A whole run: at most 3 syncs, batches under 4 MB. Not a transaction: what ran before a fault stays and is in the
   * undo record.
   */
  readonly apply: (
    label: string,
    actions: readonly HostAction[],
    progress?: (done: number) => void,
  ) => Promise<Result<HostApplied>>;
  /** Takes a run back; cells changed by others since are left and listed. */
  readonly undo: (
    record: UndoRecord,
  ) => Promise<Result<{ readonly leftAlone: readonly { sheet: string; address: string }[] }>>;
  /** Brings a cell into view and selects it. */
  readonly select: (sheet: string, row: number, column: number) => Promise<Result<void>>;
  /**
   * Appends all visible sheets of other workbooks; a result for each file, in their order. A refused file leaves
   * nothing behind.
   */
  readonly insertBooks: (files: readonly BookFile[]) => Promise<readonly InsertedBook[]>;
  /** The sheet and cell the officer stands on. */
  readonly selection: () => Promise<Result<{ readonly sheet: string; readonly row: number; readonly column: number }>>;
  /** Calls back on local and remote edits; returns how to stop. */
  readonly watch: (listener: (change: HostChange) => void) => Promise<() => void>;
}
