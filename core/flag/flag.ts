/** A flag: something about a report that a person has to look at. Codes are a contract (DESIGN §5). */
import type { CellRef } from '../report/report.ts';

export type Severity = 'error' | 'warning' | 'info';

export const FLAG_CODES = [
  'missing-criterion',
  'duplicate-criterion',
  'unknown-criterion',
  'altered-criterion',
  'missing-column',
  'hidden-content',
  'no-report-found',
  'missing-value',
  'not-a-number',
  'ambiguous-number',
  'out-of-range',
  'numerator-exceeds-denominator',
  'zero-denominator',
  'ratio-mismatch',
  'unit-mismatch',
  'formula-error',
  'invalid-date',
  'not-applicable-claimed',
  'self-score-exceeds-max',
  'negative-self-score',
  'self-score-mismatch',
  'total-mismatch',
  'missing-evidence',
  'reused-evidence',
  'evidence-outside-period',
  'missing-report',
  'late-report',
  'undated-report',
  'wrong-period',
  'unknown-unit',
  'duplicate-report',
  'wrong-audience',
  'copied-report',
  'portal-mismatch',
  'sudden-change',
  'outlier',
  'legacy-encoding',
  'external-link',
  'macro-present',
  'injected-formula',
] as const;
export type FlagCode = (typeof FLAG_CODES)[number];

export interface Flag {
  /** Stable over runs: built from code, unit, criterion and cell. */
  readonly id: string;
  readonly code: FlagCode;
  readonly severity: Severity;
  /** Name of the unit, as in the register when known; null when it could not be told. */
  readonly unit: string | null;
  /** Code of the criterion (or `criterion.part`). */
  readonly criterion: string | null;
  readonly file: string | null;
  readonly cell: CellRef | null;
  /** One Vietnamese sentence with the figures in it. */
  readonly message: string;
  /** What to do about it. */
  readonly suggestion: string;
  /** The figures of the message, for tables and tests. */
  readonly data: Readonly<Record<string, string | number | null>>;
  /**
   * What the doubtful value may turn out to be (raw figures in the criterion's unit), for people to look at first. The criterion's
   * range runs over 0 … maximum all the same, but where the cell itself says that it is one of these (score/matters.ts).
   */
  readonly candidates?: readonly number[];
  /** Set only when this flag puts less in doubt than its code does: a fault in the unit's own points leaves the figure settled. */
  readonly doubt?: Doubt;
}

/**
 * What an open flag puts in doubt: `value` = the figure of its criterion, so the criterion counts its least points until decided;
 * `report` = every figure of the report; `nothing` = points are not touched (our own computation does not use what is wrong).
 */
export type Doubt = 'value' | 'report' | 'nothing';
