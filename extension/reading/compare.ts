/** New figures against the last confirmed ones of the same source, unit and period. */
import { indicatorName } from '../../core/capture/indicator-name.ts';
import type { Observation } from '../../core/indicator/observation.ts';
import type { Figure } from '../messages/contract.ts';

export function compared(observations: readonly Observation[], last: readonly Observation[] | null): Figure[] {
  const before = new Map(last?.map((one) => [one.indicator, one]));
  return observations.map((one) => {
    const held = before.get(one.indicator);
    return {
      indicator: one.indicator,
      name: indicatorName(one.indicator),
      value: one.value,
      max: one.max ?? null,
      numerator: one.numerator ?? null,
      denominator: one.denominator ?? null,
      last: held ? { value: held.value, delta: difference(one.value, held.value) } : null,
    };
  });
}

/** Whether the last capture already says all of it: same indicators, values and counts. */
export function sameFigures(observations: readonly Observation[], last: readonly Observation[]): boolean {
  const before = new Map(last.map((one) => [one.indicator, one]));
  return observations.every((one) => {
    const held = before.get(one.indicator);
    return (
      held !== undefined &&
      held.value === one.value &&
      (held.numerator ?? null) === (one.numerator ?? null) &&
      (held.denominator ?? null) === (one.denominator ?? null)
    );
  });
}

/** In hundredths, so that 19.81 − 19.72 is 0.09. Missing has no difference. */
function difference(value: number | null, before: number | null): number | null {
  return value === null || before === null ? null : (Math.round(value * 100) - Math.round(before * 100)) / 100;
}
