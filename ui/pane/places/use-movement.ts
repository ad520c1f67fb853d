/** The movement the workbook is about, with the criteria in force. */
import type { Movement } from '../../../core/movement/movement.ts';
import { usePane } from '../pane-context.ts';

export function useMovement(): Movement | undefined {
  return usePane().state.workspace?.movement ?? undefined;
}

/** Years a report of the movement can be about. */
export function yearsOf(movement: Movement | undefined): { readonly from: number; readonly to: number } {
  const thisYear = new Date().getFullYear();
  const year = (day: string | null | undefined) => (day == null ? thisYear : Number(day.slice(0, 4)));
  const to = Math.max(year(movement?.period.from), Math.min(thisYear, year(movement?.period.to)));
  return { from: Math.min(to, year(movement?.period.from)), to };
}
