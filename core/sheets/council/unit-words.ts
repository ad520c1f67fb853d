/** Names of units and their audiences in sheets, and how to distinguish equal names. */
import type { RunResult } from '../../judge/run/run-result.ts';

/** Vietnamese name of an audience kind; the kind itself when the movement has none. */
export function audienceName(result: Pick<RunResult, 'movement'>, kind: string): string {
  return result.movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}

/** One key for a unit within its audience. */
export function unitKey(unit: string, audience: string): string {
  return JSON.stringify([audience, unit]);
}
