/** A table of marks as read, whatever separates its columns. */
import type { Points } from '../../base/quantity/points.ts';
import type { TextRange } from '../table/tables.ts';
import type { PlanMark } from './plan-marks.ts';

export interface MarkTable extends TextRange {
  /** The total that the table names for its marks; null = it names none. */
  readonly total: Points | null;
  readonly marks: readonly MarkRow[];
  /** The cells its marks are made of; absent = all its words. */
  readonly read?: readonly TextRange[];
}

export interface MarkRow extends Pick<PlanMark, 'code' | 'text' | 'points' | 'kind' | 'rule' | 'wanted' | 'evidence'> {
  /** Of its words in the running text. */
  readonly start: number;
  readonly end: number;
  /** `II.1`; the codes of those it stands under and its own. */
  readonly path: string;
  /** Something stands under it. */
  readonly isGroup: boolean;
  /** Index of the row it stands under; −1 = none. */
  readonly above: number;
  /** Where the level stands that earns all its points; absent = in no cell of its own. */
  readonly level?: { readonly start: number; readonly end: number };
}
