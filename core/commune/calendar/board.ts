/** Where every unit's report stands after a run: units of one audience together, in the movement's order. */
import type { RunResult } from '../../judge/run/run-result.ts';
import type { FollowUp } from './calendar-day.ts';
import { followUp } from './follow-up.ts';

/**
 * null without a list of units or a period. `returned` = names of units whose report was sent back; `asOf` = ISO day.
 */
export function boardOf(
  { movement, period, register, reports }: RunResult,
  returned: ReadonlySet<string>,
  asOf: string,
): readonly FollowUp[] | null {
  if (register === null || period === null) return null;
  const arrived = new Set(reports.map(({ unit }) => unit));
  const appraised = new Set(reports.filter(isSettled).map(({ unit }) => unit));
  const order = new Map(movement.audiences.map(({ kind }, index) => [kind, index]));
  const at = ({ audience }: FollowUp) => order.get(audience) ?? order.size;
  const units = followUp({ movement, period, register, asOf, returned, appraised, arrived });
  return units.toSorted((x, y) => at(x) - at(y));
}

/** Nothing in it waits for anybody. */
function isSettled({ score }: RunResult['reports'][number]): boolean {
  return score?.points.every(({ status }) => status === 'settled' || status === 'not-applicable') ?? false;
}
