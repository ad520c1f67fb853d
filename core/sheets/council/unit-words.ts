/** Names of units and their audiences in sheets, and how to distinguish equal names. */
import type { RunResult } from '../../judge/run/run-result.ts';
import type { RankedUnit } from '../../judge/score/score-sheet.ts';

/** Vietnamese name of an audience kind; the kind itself when the movement has none. */
export function audienceName(result: Pick<RunResult, 'movement'>, kind: string): string {
  return result.movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}

/** Who is ranked among each other: the audience, and its bloc where it has blocs. */
export function fieldName(
  result: Pick<RunResult, 'movement'>,
  { audience, bloc }: Pick<RankedUnit, 'audience' | 'bloc'>,
): string {
  const name = audienceName(result, audience);
  return bloc === undefined ? name : `${name}, ${bloc}`;
}

/** Key of a unit within its audience. */
export function unitKey(unit: string, audience: string): string {
  return JSON.stringify([audience, unit]);
}
