/**
 * A flag: something about a report that a person has to look at. It carries all that its check says of it
 * (check/checks).
 */
import type { CellRef } from '../../report/report.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Flag {
  /** Stable over runs: built from code, unit, criterion and cell. */
  readonly id: string;
  /** Of its check (check/registry.ts): a contract, never renamed. */
  readonly code: string;
  /** Short Vietnamese name for tables and filters. */
  readonly name: string;
  readonly severity: Severity;
  /** Name of the unit, as in the register when known; null when it could not be determined. */
  readonly unit: string | null;
  /** Code of the criterion (or `criterion.part`). */
  readonly criterion: string | null;
  readonly file: string | null;
  /** The table of its report (report/table-of.ts); absent when it is about no report. */
  readonly table?: string;
  readonly cell: CellRef | null;
  /** A Vietnamese sentence with its figures. */
  readonly message: string;
  /** The officer's next step. */
  readonly suggestion: string;
  /** The figures of the message, for tables and tests. */
  readonly data: Readonly<Record<string, string | number | null>>;
  /** What it puts in doubt while it is open. */
  readonly doubt: Doubt;
  /** What the doubtful value may turn out to be (raw figures in the criterion's unit), for people to look at first. */
  readonly candidates?: readonly number[];
  /**
   * The true figure is certainly among the candidates; without this the criterion's range is 0 … maximum, whatever the
   * candidates.
   */
  readonly isOneOf?: true;
}

/**
 * What an open flag puts in doubt: `value` = the figure of its criterion, so the criterion counts its least points
 * until decided;
 * `report` = every figure of the report; `nothing` = points are not touched (our own computation does not use what is
 * wrong).
 */
export type Doubt = 'value' | 'report' | 'nothing';
