/** The columns of a table while the figures under them are looked at. */
import type { Apart, ReportColumns } from './columns.ts';

export type ColumnsDraft = { -readonly [K in keyof ReportColumns]: ReportColumns[K] };

/** Sets these columns aside with the reason; they are no longer looked for. */
export function setApart(draft: ColumnsDraft, columns: readonly number[], why: Apart): void {
  draft.apart = new Map([...draft.apart, ...columns.map((column) => [column, why] as const)]);
  draft.open = draft.open.filter((column) => !columns.includes(column));
  draft.weak = draft.weak.filter((column) => !columns.includes(column));
}
