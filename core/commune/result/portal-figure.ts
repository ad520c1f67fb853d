/**
 * What was captured for the commune itself: under the target's own code, or under the indicator of the criteria that
 * aim at it.
 */

import { squashKey } from '../../base/text/text.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import type { Target } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { Method } from './measured-by.ts';
import { periodOf } from './units.ts';

/** The latest capture of the run's period for the commune; undefined when there is none. */
export function communeObservation(
  target: Target,
  method: Method,
  observations: readonly Observation[],
  result: RunResult,
): Observation | undefined {
  // A single figure of the commune says nothing of each of its units.
  if (method.kind === 'each') return undefined;
  const indicators = new Set([target.code, ...indicatorsOf(method)]);
  const names = communeNames(result.movement.issuer.commune);
  const period = periodOf(result);
  return observations
    .filter(
      (observation) =>
        observation.value !== null && observation.period === period && indicators.has(observation.indicator),
    )
    .filter(({ unit }) => names.has(squashKey(unit.name)))
    .sort((x, y) => Date.parse(y.provenance.capturedAt) - Date.parse(x.provenance.capturedAt))[0];
}

function indicatorsOf(method: Method): readonly string[] {
  if (method.kind !== 'sum') return [];
  return method.criteria.flatMap(({ criterion }) => (criterion.indicator === null ? [] : [criterion.indicator]));
}

/** `xã Ta Ma`, `UBND xã Ta Ma`, `Ủy ban nhân dân xã Ta Ma`: the commune, none of its units. */
export function communeNames(commune: string): ReadonlySet<string> {
  return new Set(['', 'UBND ', 'Ủy ban nhân dân '].map((before) => squashKey(before + commune)));
}
