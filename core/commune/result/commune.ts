/**
 * The result of the whole commune: the plan's targets over one run. Sums of a and of b over the latest report of each
 * unit, what the portal shows where it is the source, counts of units; never a mean of shares, never a guess for who
 * gave nothing.
 */

import { periodDays, periodKey } from '../../base/period/period.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import type { Target } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { CommuneFigure } from '../calendar/journal.ts';
import { withCommuneFigure } from './commune-figure.ts';
import {
  type CommuneResult,
  type EarlierFigure,
  ownTargets,
  type TargetResult,
  type TargetState,
} from './commune-result.ts';
import { levelOf } from './figure-words.ts';
import { reasonFor } from './finding-words.ts';
import { measuredBy } from './measured-by.ts';
import { communeObservation } from './portal-figure.ts';
import { findTarget, foundOnPortal, NO_FIGURE, type TargetFinding } from './target-finding.ts';
import { unitsOf } from './units.ts';

interface CommuneInput {
  readonly result: RunResult;
  /** Runs over earlier periods, earliest first. */
  readonly earlier?: readonly RunResult[];
  /** Text form of the phase the run closes, `2023-2025`; absent = the run's own period. */
  readonly phase?: string;
  /** What the commune wrote down of targets nothing else measures. */
  readonly ownFigures?: readonly CommuneFigure[];
}

/** Every target of the movement, once, in the plan's order. */
export function communeResult({ result, earlier = [], phase, ownFigures = [] }: CommuneInput): CommuneResult {
  const before = earlier.map((run) => {
    const period = run.period && periodKey(run.period);
    const own = ownFigures.filter((communeFigure) => communeFigure.period === period);
    const found = [...findings(run)].map(
      ([target, finding]) => [target.code, judged(withCommuneFigure(finding, target, own), target, run)] as const,
    );
    return { period, found: new Map(found) };
  });
  const now = findings(result);
  const own = ofPeriod(ownFigures, [result.period && periodKey(result.period), phase]);
  const targets = result.movement.targets.map((target): TargetResult => {
    const finding = withCommuneFigure(now.get(target) ?? NO_FIGURE, target, own);
    return {
      ...heading(target, result),
      ...judged(finding, target, result),
      earlier: before.flatMap(({ period, found }): EarlierFigure[] => {
        const targetFinding = found.get(target.code);
        return period === null || !targetFinding || targetFinding.source === 'none'
          ? []
          : [{ period, figure: targetFinding.figure, state: targetFinding.state }];
      }),
    };
  });
  const counts: Record<TargetState, number> = {
    ...{ met: 0, 'not-met': 0, 'not-enough-data': 0, 'no-source': 0, 'not-due': 0 },
  };
  for (const { state } of ownTargets(targets)) counts[state] += 1;
  return { period: phase ?? (result.period && periodKey(result.period)), targets, counts };
}

/** Rows of any of the periods, by their text form, and those that name none. */
export function ofPeriod(
  figures: readonly CommuneFigure[],
  periods: readonly (string | null | undefined)[],
): readonly CommuneFigure[] {
  return figures.filter(({ period }) => period === '' || periods.includes(period));
}

function findings(result: RunResult): ReadonlyMap<Target, TargetFinding> {
  const units = unitsOf(result);
  const observations: readonly Observation[] = result.observations ?? [];
  return new Map(
    result.movement.targets.map((target) => {
      const method = measuredBy(target, result.movement);
      const observed = communeObservation(target, method, observations, result);
      return [target, observed ? foundOnPortal(target, observed) : findTarget(target, method, units, result)];
    }),
  );
}

/** The state a target stands in everywhere: before its day it can be met, and is neither missed nor wanting. */
function judged(finding: TargetFinding, target: Target, result: Pick<RunResult, 'period' | 'movement'>): TargetFinding {
  if (horizonOf(target, result) !== 'ahead' || finding.state === 'met') return finding;
  const next = {
    ...finding,
    state: 'not-due',
    soFar: finding.state === 'not-met' ? 'not-met' : finding.soFar,
  } as const;
  const { movement } = result;
  return { ...next, reason: next.figure.value === null ? next.reason : reasonFor(reckoned(target, movement), next) };
}

/** "Mỗi thôn ít nhất 04 buổi": what is reckoned is the share of units that reach it, and that has to be all of them. */
function reckoned(target: Target, movement: RunResult['movement']): Target {
  return measuredBy(target, movement).kind === 'each' ? { ...target, comparator: 'eq', value: 100, unit: '%' } : target;
}

function horizonOf({ deadline }: Target, { period }: Pick<RunResult, 'period'>): TargetResult['horizon'] {
  const days = period && periodDays(period);
  if (deadline === null || !days) return null;
  return deadline > days.to ? 'ahead' : deadline < days.from ? 'past' : 'due';
}

function heading(target: Target, result: RunResult) {
  const { code, text, section, kind, deadline } = target;
  const { comparator, value, unit } = reckoned(target, result.movement);
  const level = levelOf(target);
  return {
    code,
    text,
    section,
    kind,
    comparator,
    asked: value,
    unit,
    level: value === target.value && unit === target.unit ? level : `mỗi đơn vị ${level}`,
    deadline,
    horizon: horizonOf(target, result),
  } as const;
}
