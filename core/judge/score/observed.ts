/**
 * SR-25: which observation counts for a unit: same indicator and period, matched by portal code or name, latest capture
 * first.
 */

import { groupBy } from '../../base/group-by.ts';
import { type Period, periodKey } from '../../base/period/period.ts';
import { foldKey } from '../../base/text/text.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import { matchUnit } from '../../report/match-unit.ts';
import type { Register, RegisterUnit } from '../../report/register.ts';

/** Gives the observation of an indicator for one unit, or undefined when none was published. */
export type Observe = (indicator: string) => Observation | undefined;

/** Indexes the observations once; the returned function looks one up by unit and period. */
export function indexObservations(
  observations: readonly Observation[],
  register: Register | null,
): (unit: string, entry: RegisterUnit | null, period: Period | null) => Observe | null {
  const latestFirst = observations
    .filter((observation) => observation.value !== null && observation.period !== null)
    .sort((x, y) => instant(y.provenance.capturedAt) - instant(x.provenance.capturedAt));
  const named = latestFirst.map((observation) => {
    const known = register ? matchUnit(observation.unit.name, register) : null;
    return { observation, unit: foldKey(known?.name ?? observation.unit.name) };
  });
  const lists = groupBy(named, ({ observation }) => keyOf(observation.indicator, observation.period ?? ''));
  if (lists.size === 0) return () => null;
  return (unit, entry, period) => {
    if (!period) return null;
    const name = foldKey(unit);
    const code = entry?.portalCode ?? null;
    return (indicator) =>
      lists
        .get(keyOf(indicator, periodKey(period)))
        ?.find(
          ({ observation, unit: known }) =>
            (code !== null && (observation.unit.code === code || observation.unit.id === code)) || known === name,
        )?.observation;
  };
}

function instant(text: string): number {
  return Date.parse(text) || 0;
}

function keyOf(indicator: string, period: string): string {
  return `${indicator.toUpperCase()}|${period.toUpperCase()}`;
}
