/** The movement in force: of the last run, else the chosen one. */
import type { Movement } from '../../../core/movement/movement.ts';
import { usePane } from '../pane-context.ts';

export function useMovement(): Movement | undefined {
  const { state, session } = usePane();
  const chosen = state.workspace?.settings.movement ?? null;
  const run = state.workspace?.run?.movement;
  if (run !== undefined && (chosen === null || chosen === run.id)) return run;
  return session.movements.find(({ id }) => id === chosen);
}

/** Years a report of the movement can be about. */
export function yearsOf(movement: Movement | undefined): { readonly from: number; readonly to: number } {
  const thisYear = new Date().getFullYear();
  const year = (day: string | null | undefined) => (day == null ? thisYear : Number(day.slice(0, 4)));
  const to = Math.max(year(movement?.period.from), Math.min(thisYear, year(movement?.period.to)));
  return { from: Math.min(to, year(movement?.period.from)), to };
}
