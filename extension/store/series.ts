/** The series a figure belongs to: only figures of one series are compared. */
import { sourceOf } from '../../core/portal/capture/source.ts';
import { unitKey } from '../../core/portal/capture/unit-match.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { FigureRecord } from './records.ts';

export function seriesKey(source: string, unit: string, period: string): string {
  return JSON.stringify([source, unit, period]);
}

/** What a series key was made of. */
export function seriesParts(series: string): {
  readonly source: string;
  readonly unit: string;
  readonly period: string;
} {
  const [source, unit, period] = JSON.parse(series) as [string, string, string];
  return { source, unit, period };
}

/** Of the period of the first; without a period nothing can be filed, and nothing is confirmed. */
export function figuresOf(captureId: string, at: string, observations: readonly Observation[]): FigureRecord[] {
  return observations.flatMap((observation) => {
    const { provenance, unit, period } = observation;
    if (period === null) return [];
    const key = unitKeyOf(unit);
    const series = seriesKey(sourceOf(provenance.reader.id, provenance.url), key, period);
    const isCourse = period !== observations[0]?.period;
    return [{ captureId, at, series, unit: key, ...(isCourse ? { course: true as const } : {}), observation }];
  });
}

/** Without other months stored besides the requested period, which comes first. */
export function ofWantedPeriod(observations: readonly Observation[]): readonly Observation[] {
  return observations.filter(({ period }) => period === observations[0]?.period);
}

/** unitKey over the optional fields of an observation. */
export function unitKeyOf({ id, code, name }: Observation['unit']): string {
  return unitKey({ name, ...(id === undefined ? {} : { id }), ...(code === undefined ? {} : { code }) });
}
