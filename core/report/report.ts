/**
 * A unit's report as read from a sheet: its values, each with its cell. Nothing is corrected or guessed here: an
 * unreadable value has a reading of a kind for it, and anything odd about the sheet is a remark for check/.
 */

import type { Period } from '../base/period/period.ts';
import type { Comparator } from '../movement/rule.ts';

/** A cell of a workbook file. `address` is A1. */
export interface CellRef {
  readonly sheet: string;
  readonly address: string;
}

/**
 * The content of a value cell, by the value grammar. Numbers for a ratio are percent (0,955 shown as 95,5 % → 95.5).
 */
export type Reading =
  | { readonly kind: 'number'; readonly value: number; readonly unit?: string }
  /** `25/30` in one cell. */
  | { readonly kind: 'fraction'; readonly a: number; readonly b: number }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** ISO day. */
  | { readonly kind: 'date'; readonly date: string }
  /** A level's code, where the criterion has levels. */
  | { readonly kind: 'level'; readonly code: string }
  /** empty, one space, dots. */
  | { readonly kind: 'missing' }
  /** `-`, `KPS`, `không phát sinh`. */
  | { readonly kind: 'not-applicable'; readonly text: string }
  /** `#N/A`, `#REF!`. */
  | { readonly kind: 'error'; readonly text: string }
  /** `1.234` where both 1,234 and 1234 are possible. */
  | { readonly kind: 'ambiguous'; readonly text: string; readonly candidates: readonly number[] }
  /** `≥90`, `trên 90%`: a target, not a result. */
  | { readonly kind: 'bound'; readonly comparator: Comparator; readonly value: number; readonly text: string }
  /** A date was expected and this is none (31/02/2025). */
  | { readonly kind: 'bad-date'; readonly text: string }
  /** Text that says no number. */
  | { readonly kind: 'text'; readonly text: string };

/** A reading with its cell; `raw` is the cell's text or number as it stands there. */
export interface Read<T = Reading> {
  readonly reading: T;
  readonly cell: CellRef;
  readonly raw: string | number | boolean | null;
  /** Printed with a percent sign or percent format. */
  readonly percent?: boolean;
}

/** `isRemark`: under a word for remarks; any figure in it is about the row. */
export interface SideRemark {
  readonly text: string;
  readonly cell: CellRef;
  readonly isRemark: boolean;
}

export type PointsReading = Extract<
  Reading,
  { kind: 'number' | 'missing' | 'error' | 'text' | 'ambiguous' | 'not-applicable' }
>;

/**
 * One row of the report: a criterion, or one part of a composed criterion (code `1.2.a`). The reader names every field,
 * undefined where the sheet has none: rows of one shape are scored several times faster.
 */
export interface Entry {
  /** Code of the criterion in the criteria set. */
  readonly criterion: string;
  /** For a part: its code within the criterion (`a`); parts stand in `Entry.parts`. */
  readonly title: { readonly text: string; readonly cell: CellRef };
  /** How the row was matched. `similar` = reworded, with the similarity 0 … 1. */
  readonly matched: { readonly by: 'code' | 'title' | 'similar'; readonly similarity: number };
  readonly numerator?: Read | undefined;
  readonly denominator?: Read | undefined;
  /** The result: percentage, count, tick, date, level. */
  readonly value?: Read | undefined;
  readonly self?: Read<PointsReading> | undefined;
  /** Appraised points found in the sheet (thẩm định, phúc tra). */
  readonly appraised?: Read<PointsReading> | undefined;
  /** Maximum printed in the sheet. */
  readonly max?: Read<PointsReading> | undefined;
  /** Target printed in the sheet, as text. */
  readonly target?: { readonly text: string; readonly cell: CellRef } | undefined;
  /** Documents cited, one each, as written; empty when the cell is empty. */
  readonly evidence: readonly string[];
  readonly evidenceCell?: CellRef | undefined;
  readonly explanation?: { readonly text: string; readonly cell: CellRef } | undefined;
  /** What else is written in its row beside the figures. */
  readonly remarks?: readonly SideRemark[] | undefined;
  /** SR-24: items the unit leaves out for an objective reason (to be agreed by the appraiser). */
  readonly exempted?: Read | undefined;
  /** SR-26: value before the movement. */
  readonly baseline?: Read | undefined;
  /** SR-40: the target the commune gave out to the unit, in the criterion's unit; `none` = expressly none. */
  readonly assigned?: number | 'none' | undefined;
  readonly parts?: readonly Entry[] | undefined;
}

/** The columns a sheet can have; `value` and the a/b pair are the results. */
export type ColumnRole =
  | 'index'
  | 'code'
  | 'title'
  | 'unit'
  | 'target'
  | 'max'
  | 'method'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'self'
  | 'appraised'
  | 'evidence'
  | 'explanation'
  | 'baseline'
  | 'exempted';

/** Something about the sheet that check/ turns into a flag. Kinds are close to the flag codes on purpose. */
export type Remark =
  | { readonly kind: 'missing-column'; readonly role: ColumnRole; readonly cell: CellRef }
  | { readonly kind: 'duplicate-row'; readonly criterion: string; readonly cell: CellRef; readonly first: CellRef }
  | { readonly kind: 'unknown-row'; readonly text: string; readonly cell: CellRef }
  /** Hidden row, column or sheet that holds values; `what` names it: `hàng 12`, `cột D`, `trang tính "Sheet2"`. */
  | { readonly kind: 'hidden'; readonly what: string; readonly cell: CellRef; readonly criterion?: string | undefined }
  | {
      readonly kind: 'legacy-text';
      readonly encoding: 'tcvn3' | 'vni';
      readonly before: string;
      readonly after: string;
      readonly cell: CellRef;
      readonly count: number;
    }
  /** Text that Excel or a CSV reader would run: `=cmd|…`, `+…`, `@…`, or a formula that reaches outside. */
  | { readonly kind: 'formula-text'; readonly text: string; readonly cell: CellRef }
  /** Content in the report's rows or sheets that no value was read from. */
  | UnreadRemark
  /** The results stand under words that call them an estimate. */
  | { readonly kind: 'estimate'; readonly text: string; readonly cell: CellRef }
  | { readonly kind: 'several-units'; readonly text: string; readonly cell: CellRef };

/**
 * `left-over` = a figure under no column that is used; `struck` = struck out; `note` = the note of a cell; `table` =
 * another table of the unit, less full than the report; `sheet` = a sheet that names criteria in no table we can read;
 * `sum` = what the rows of a criterion's parts come to, another figure than its own.
 */
export interface UnreadRemark {
  readonly kind: 'unread';
  readonly why: 'left-over' | 'struck' | 'note' | 'table' | 'sheet' | 'sum';
  readonly text: string;
  /** Of a sum: the figure of the criterion itself. */
  readonly of?: string;
  readonly cell: CellRef;
  /** Criterion or part in whose row it stands. */
  readonly criterion?: string | undefined;
}

/** A cell with a figure that nothing used. */
export interface SheetLeftover {
  readonly sheet: string;
  /** A1 */
  readonly cell: string;
  readonly text: string;
}

/** How many cells of the report's tables are read, or heading, identity, signature or note; and those left over. */
export interface Account {
  readonly read: number;
  readonly leftovers: readonly SheetLeftover[];
}

export interface Report {
  /** Name of the file it came from, as the caller passed it. */
  readonly file: string;
  /** Sheets it stands on; the first holds the table's beginning. */
  readonly sheets: readonly string[];
  readonly movement: string;
  /** Version of the criteria set it was read against. */
  readonly set: string;
  /** Version of the set the form was made of, as printed on it; absent on sheets that are no form of ours. */
  readonly formVersion?: { readonly words: string; readonly digest: string; readonly cell: CellRef } | undefined;
  /** As written in the sheet; null when nowhere. */
  readonly unit: { readonly text: string; readonly cell: CellRef } | null;
  readonly audience: string;
  /** How the audience was decided: printed in the sheet, from the register, or by which set fits best. */
  readonly audienceFrom: 'sheet' | 'register' | 'best-fit';
  readonly period: { readonly period: Period; readonly cell: CellRef } | null;
  /** Date of the report (place-and-date line or "Ngày báo cáo"), ISO; `bad` = written but no date. */
  readonly date: { readonly date: string | null; readonly text: string; readonly cell: CellRef } | null;
  readonly entries: readonly Entry[];
  /** The total the unit typed or summed, with its cell. */
  readonly total: Read<PointsReading> | null;
  /** Where the table is: header row, first and last row, columns by role. Used to write scores beside it. */
  readonly layout: TableLayout;
  readonly remarks: readonly Remark[];
  /** What became of the cells; absent for reports that came from no sheet. */
  readonly account?: Account;
  /** Answers to an online form or a report without a table's header: only what the unit fills in. */
  readonly answers?: boolean;
}

export interface TableLayout {
  readonly sheet: string;
  /** 0-based rows. */
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly lastRow: number;
  /** Rightmost used column of the table. */
  readonly lastColumn: number;
  readonly columns: ReadonlyMap<ColumnRole, number>;
  /** What stands over each column, from the top row down. */
  readonly headings?: readonly { readonly column: number; readonly texts: readonly string[] }[];
  /** The columns were read by the officer's answer, not by their words. */
  readonly isKept?: boolean | undefined;
  /** Criterion code → 0-based row. */
  readonly rows: ReadonlyMap<string, { readonly sheet: string; readonly row: number }>;
}
