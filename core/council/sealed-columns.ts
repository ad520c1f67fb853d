/**
 * Columns every table of sealed entries has, and what a column is. Apart from reading them back, which takes far more.
 */
import type { Ancestry } from './ancestry.ts';

/** Year, month, day, time, offset. */
export const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)$/;

/** Between the names of a list in one cell. */
export const BETWEEN = '; ';

/** Title of the column of running numbers. */
export const SEQ = 'STT';

/** Title of the column of seals. */
export const SEAL = 'Dấu vết';

/** Numbers are written as numbers, texts as text (a criterion 1.10 is none), null = empty. */
export type SealedValue = string | number | null;

export interface SealedColumn<T> {
  readonly title: string;
  readonly show: (entry: T) => SealedValue;
  /** Tables made before there was such a column do without it. */
  readonly late?: boolean;
}

/** Columns of the links, for the ends of a table. */
export function numberColumns<T extends Ancestry>(): readonly SealedColumn<T>[] {
  return [
    { title: SEQ, show: ({ seq }) => seq },
    { title: 'Thời điểm', show: ({ at }) => at.replace(INSTANT, '$3/$2/$1 $4 $5') },
  ];
}

export function sealColumns<T extends Ancestry & { readonly id: string }>(): readonly SealedColumn<T>[] {
  return [
    { title: SEAL, show: ({ hash }) => hash },
    { title: 'Dấu vết trước', show: ({ previous }) => previous.join(' ') || null },
    { title: 'Mã', show: ({ id }) => id },
  ];
}
