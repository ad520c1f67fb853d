/** The change of each figure since the figure before it in its series. Pure. */
import { difference } from '../../core/portal/indicator/difference.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { FigureRecord } from '../store/records.ts';

/** `figures` of any series in the order of capture; null for the first of its kind. */
export function changesIn(figures: readonly FigureRecord[]): ReadonlyMap<Observation, number | null> {
  const last = new Map<string, number | null>();
  return new Map(
    figures.map(({ series, observation }) => {
      const key = JSON.stringify([series, observation.indicator]);
      const change = difference(observation.value, last.get(key) ?? null);
      last.set(key, observation.value);
      return [observation, change];
    }),
  );
}
