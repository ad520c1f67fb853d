/**
 * The result of the whole commune: the plan's targets over one run. Sums of a and of b over the latest report of each
 * unit, what the portal shows where it is the source, counts of units; never a mean of shares, never a guess for who
 * gave nothing.
 */

import { periodDays, periodKey } from '../../base/period/period.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import type { Target } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { CommuneFigure } from '../calendar/journal.ts';
import type { CommuneResult, EarlierFigure, TargetResult, TargetState } from './commune-result.ts';
import { levelOf } from './figure-words.ts';
import { measuredBy } from './measured-by.ts';
import { communeObservation } from './portal-figure.ts';
import { findTarget, foundOnPortal, NO_FIGURE, type TargetFinding } from './target-finding.ts';
import { withTold } from './told-figure.ts';
import { unitsOf } from './units.ts';

interface CommuneInput {
  readonly result: RunResult;
  /** Runs over earlier periods, earliest first. */
  readonly earlier?: readonly RunResult[];
  /** Text form of the phase the run closes, `2023-2025`; absent = the run's own period. */
  readonly phase?: string;
  /** What the commune wrote down of targets nothing else measures. */
  readonly told?: readonly CommuneFigure[];
}

/** Every target of the movement, once, in the plan's order. */
export function communeResult({ result, earlier = [], phase, told = [] }: CommuneInput): CommuneResult {
  const before = earlier.map((run) => ({ period: run.period && periodKey(run.period), found: findings(run) }));
  const now = findings(result);
  const targets = result.movement.targets.map((target): TargetResult => {
    const finding = withTold(now.get(target.code) ?? NO_FIGURE, target, told, result);
    const head = heading(target, result);
    return {
      ...head,
      ...(head.horizon === 'ahead' ? notJudged(finding, target) : finding),
      earlier: before.flatMap(({ period, found }): EarlierFigure[] => {
        const one = found.get(target.code);
        return period === null || !one || one.state === 'no-source'
          ? []
          : [{ period, figure: one.figure, state: one.state }];
      }),
    };
  });
  const counts: Record<TargetState, number> = { met: 0, 'not-met': 0, 'not-enough-data': 0, 'no-source': 0 };
  for (const { state } of targets) counts[state] += 1;
  return { period: phase ?? (result.period && periodKey(result.period)), targets, counts };
}

function findings(result: RunResult): ReadonlyMap<string, TargetFinding> {
  const units = unitsOf(result);
  const observations: readonly Observation[] = result.observations ?? [];
  return new Map(
    result.movement.targets.map((target) => {
      const method = measuredBy(target, result.movement);
      const observed = communeObservation(target, method, observations, result);
      return [target.code, observed ? foundOnPortal(target, observed) : findTarget(target, method, units, result)];
    }),
  );
}

/** Before its day a target can be met, and is not missed. */
function notJudged(finding: TargetFinding, { deadline }: Target): TargetFinding {
  if (finding.state !== 'not-met') return finding;
  const day = deadline === null ? '' : ` (hạn ${formatDate(deadline)})`;
  const reason = finding.reason.replace(/: chưa đạt\.$/u, `: chưa đến hạn${day}, theo số đã có là chưa đạt.`);
  return { ...finding, state: 'not-enough-data', soFar: 'not-met', reason };
}

function heading(target: Target, { period }: RunResult) {
  const { code, text, section, kind, comparator, value, unit, deadline } = target;
  const days = period && periodDays(period);
  const horizon =
    deadline === null || !days ? null : deadline > days.to ? 'ahead' : deadline < days.from ? 'past' : 'due';
  return {
    code,
    text,
    section,
    kind,
    comparator,
    asked: value,
    unit,
    level: levelOf(target),
    deadline,
    horizon,
  } as const;
}
