/** The columns of a table while the figures under them are looked at. */
import type { Apart, ReportColumns } from './columns.ts';

export type ColumnsDraft = { -readonly [K in keyof ReportColumns]: ReportColumns[K] };

/** Sets these columns aside with the reason; they are no longer looked for. */
export function setApart(draft: ColumnsDraft, columns: readonly number[], why: Apart): void {
  draft.apart = new Map([...draft.apart, ...columns.map((column) => [column, why] as const)]);
  draft.open = draft.open.filter((column) => !columns.includes(column));
  draft.weak = draft.weak.filter((column) => !columns.includes(column));
}

/** It has a role now and is no longer looked for. */
export function setUsed(draft: ColumnsDraft, used: number): void {
  draft.open = draft.open.filter((column) => column !== used);
  draft.weak = draft.weak.filter((column) => column !== used);
  draft.apart = new Map([...draft.apart].filter(([column]) => column !== used));
}
