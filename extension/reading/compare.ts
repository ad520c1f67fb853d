/**
 * New figures against the last confirmed ones of the same source, unit and period, and against what the movement asks.
 */

import { difference } from '../../core/portal/indicator/difference.ts';
import { indicatorName } from '../../core/portal/indicator/indicator-name.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { progressOf } from '../../core/portal/indicator/progress.ts';
import type { IndicatorTarget } from '../../core/portal/indicator/targets.ts';
import type { CapturedFigure } from '../messages/contract.ts';

type Compared = Omit<CapturedFigure, 'target'>;

export function compared(observations: readonly Observation[], last: readonly Observation[] | null): Compared[] {
  const before = new Map(last?.map((one) => [one.indicator, one]));
  return observations.map((one) => figureOf(one, before.get(one.indicator)));
}

/** The same with the targets in force on the day `today`. */
export function measured(
  observations: readonly Observation[],
  last: readonly Observation[] | null,
  targets: readonly IndicatorTarget[],
  today: string,
): CapturedFigure[] {
  const before = new Map(last?.map((one) => [one.indicator, one]));
  const aims = new Map(targets.map((target) => [target.indicator, target]));
  return observations.map((one) => {
    const held = before.get(one.indicator);
    const aim = aims.get(one.indicator);
    return { ...figureOf(one, held), target: aim ? targetOf(one, held, aim, today) : null };
  });
}

function figureOf(one: Observation, held: Observation | undefined): Compared {
  return {
    indicator: one.indicator,
    name: indicatorName(one.indicator),
    value: one.value,
    max: one.max ?? null,
    numerator: one.numerator ?? null,
    denominator: one.denominator ?? null,
    last: held ? { value: held.value, delta: difference(one.value, held.value) } : null,
  };
}

function targetOf(one: Observation, held: Observation | undefined, aim: IndicatorTarget, today: string) {
  const { kind, sentence } = progressOf(one, aim, today, held);
  return { source: sourceText(aim), state: kind, sentence };
}

function sourceText({ proposed, section }: IndicatorTarget): string {
  return proposed || section === null ? 'mức đề xuất' : `mục ${section} của kế hoạch`;
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
