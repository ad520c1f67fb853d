/** The value a rule scores: the figure or answer of an entry, from any source. */
import type { Quantity } from '../../base/quantity/quantity.ts';

export interface RuleFigure extends Quantity {
  readonly kind: 'figure';
  /** The pair it was made of, for the reason. */
  readonly a: number | null;
  readonly b: number | null;
  /** SR-24: taken off b by consent. */
  readonly exempted: number;
  /** SR-26: value before the movement. */
  readonly baseline: Quantity | null;
  /** SR-40: the target given out to the unit; absent = none is known. */
  readonly assigned?: Quantity;
}

export type Value =
  | RuleFigure
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'level'; readonly code: string }
  | { readonly kind: 'not-applicable' }
  /** Nothing that can be scored. `why` is a Vietnamese sentence part; `blank` = nothing was written at all. */
  | { readonly kind: 'none'; readonly why: string; readonly blank: boolean };
