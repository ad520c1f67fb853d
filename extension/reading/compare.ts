/**
 * Compares new figures with the last confirmed ones of the same source, unit and period, and with the movement's
 * targets.
 */

import { difference } from '../../core/portal/indicator/difference.ts';
import { indicatorName } from '../../core/portal/indicator/indicator-name.ts';
import { deltaWords } from '../../core/portal/indicator/message.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { gainText } from '../../core/portal/indicator/points-to-gain.ts';
import { progressOf } from '../../core/portal/indicator/progress.ts';
import type { IndicatorTarget } from '../../core/portal/indicator/targets.ts';
import { TOTAL } from '../../core/portal/indicator/total.ts';
import type { CapturedFigure } from '../messages/contract.ts';
import { instantText } from './time.ts';

type ComparedFigure = Omit<CapturedFigure, 'target'>;

export function compared(observations: readonly Observation[], last: readonly Observation[] | null): ComparedFigure[] {
  const before = new Map(last?.map((observation) => [observation.indicator, observation]));
  return observations.map((observation) => figureOf(observation, before.get(observation.indicator)));
}

/**
 * The same with the targets in force on the day `today`. `pressed` = the last figures of the same period, by which the
 * pace is known; `last` may be of the period before.
 */
export function measured(
  observations: readonly Observation[],
  last: readonly Observation[] | null,
  targets: readonly IndicatorTarget[],
  today: string,
  pressed: readonly Observation[] | null = last,
): CapturedFigure[] {
  const before = new Map(last?.map((observation) => [observation.indicator, observation]));
  const same = new Map(pressed?.map((observation) => [observation.indicator, observation]));
  const aims = new Map(targets.map((target) => [target.indicator, target]));
  return observations.map((observation) => {
    const aim = aims.get(observation.indicator);
    const target = aim ? targetOf(observation, same.get(observation.indicator), aim, today) : null;
    return { ...figureOf(observation, before.get(observation.indicator)), target };
  });
}

/** What has moved since an earlier capture of the same period, in one sentence; null = nothing to compare with. */
export function sinceText(
  observations: readonly Observation[],
  pressed: readonly Observation[],
  at: string,
): string | null {
  const figures = compared(observations, pressed).filter(({ last }) => last !== null);
  if (figures.length === 0) return null;
  const moved = figures.filter(({ value, last }) => last?.delta !== 0 && last?.value !== value).length;
  const total = figures.find(({ indicator }) => indicator === TOTAL);
  const delta = total?.last?.delta ?? null;
  const points = delta === null || delta === 0 ? '' : `tổng điểm ${deltaWords(delta, 0)}, `;
  return `So với lần lấy trước của kỳ này (${instantText(at)}): ${points}${moved === 0 ? 'không số nào đổi' : `${moved} số đổi`}.`;
}

function figureOf(observation: Observation, held: Observation | undefined): ComparedFigure {
  return {
    indicator: observation.indicator,
    name: indicatorName(observation.indicator),
    value: observation.value,
    max: observation.max ?? null,
    numerator: observation.numerator ?? null,
    denominator: observation.denominator ?? null,
    last: held ? { value: held.value, delta: difference(observation.value, held.value) } : null,
  };
}

function targetOf(observation: Observation, held: Observation | undefined, aim: IndicatorTarget, today: string) {
  const { kind, sentence, missing } = progressOf(observation, aim, today, held);
  const gain = gainText(observation, missing);
  return { source: sourceText(aim), state: kind, sentence: gain === '' ? sentence : `${sentence}; ${gain}` };
}

function sourceText({ proposed, section }: IndicatorTarget): string {
  return proposed || section === null ? 'mức đề xuất' : `mục ${section} của kế hoạch`;
}

/** Whether the last capture already says all of it: same indicators, values and counts. */
export function sameFigures(observations: readonly Observation[], last: readonly Observation[]): boolean {
  const before = new Map(last.map((observation) => [observation.indicator, observation]));
  return observations.every((observation) => {
    const held = before.get(observation.indicator);
    return (
      held !== undefined &&
      held.value === observation.value &&
      (held.numerator ?? null) === (observation.numerator ?? null) &&
      (held.denominator ?? null) === (observation.denominator ?? null)
    );
  });
}
