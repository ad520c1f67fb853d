/** A small commune under review: reports checked, decided on and scored by the real core. */

import { type Current, currentDecisions } from '../../../core/council/current.ts';
import { append, type Log } from '../../../core/council/log.ts';
import { councilQueue, type QueueItem, type QueueSheet } from '../../../core/council/queue.ts';
import { type Grounds, groundsOf } from '../../../core/council/subject.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import type { Flag } from '../../../core/judge/flag/flag.ts';
import { joinResults, type RunResult } from '../../../core/judge/run/run-result.ts';
import { type ScoreOutput, scoreReports } from '../../../core/judge/run/score.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { unitName } from '../../../core/report/match-unit.ts';
import type { Report } from '../../../core/report/report.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { context, fileOf, YEAR } from '../judge/check/reports.ts';
import { at } from './logs.ts';

export interface Review {
  readonly flags: readonly Flag[];
  readonly grounds: Grounds;
  readonly current: Current;
  readonly scores: ScoreOutput;
  readonly queue: readonly QueueSheet[];
}

/** The whole way: check, decisions in force, scores, queue. */
export function review(reports: readonly Report[], log: Log = [], movement: Movement = SAMPLE_MOVEMENT): Review {
  const { flags } = checkFiles(
    reports.map((report) => fileOf(report)),
    context({ movement }),
  );
  return reviewFlags(reports, flags, log, movement);
}

/** The same with the caller's flags. */
export function reviewFlags(
  reports: readonly Report[],
  flags: readonly Flag[],
  log: Log = [],
  movement: Movement = SAMPLE_MOVEMENT,
): Review {
  const units = reports.map((report) => ({ report, unit: unitName(report, null) }));
  const grounds = groundsOf(units, flags);
  const current = currentDecisions(log, grounds);
  const { decisions } = current;
  const scores = scoreReports({ movement, reports, flags, register: null, period: YEAR, decisions });
  const joined = joinResults(units, flags, scores.sheets);
  const { rankings, impacts } = scores;
  const run: RunResult = {
    ...joined,
    movement,
    period: YEAR,
    flags,
    rankings,
    impacts,
    silent: [],
    register: null,
    observations: null,
  };
  return { flags, grounds, current, scores, queue: councilQueue(run, current) };
}

export function itemOn({ queue }: Review, unit: string, criterion: string | null): QueueItem {
  const item = queue.find((sheet) => sheet.unit === unit)?.items.find((item) => item.criterion === criterion);
  if (!item) throw new Error(`nothing to decide on ${unit} ${criterion}`);
  return item;
}

export interface Ruling {
  readonly kind: 'accept' | 'adjust' | 'return' | 'withdraw';
  readonly points?: number;
  readonly minutes?: number;
}

/** Decides on an item of the queue as the pane does. */
export function decide(log: Log, { grounds }: Review, item: QueueItem, ruling: Ruling): Log {
  const { kind, points = null, minutes = log.length } = ruling;
  const subject = grounds.subjectOf(item.target) ?? '';
  const entry = { ...item.target, at: at(minutes), who: 'Lò Thị Mai', kind, points, reason: 'Đã xem hồ sơ', subject };
  const result = append(log, entry, item.bounds);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.log;
}

/** Points of a criterion as they count. */
export function pointsOf({ scores }: Review, unit: string, criterion: string) {
  const criterionScore = scores.sheets
    .find((sheet) => sheet.unit === unit)
    ?.points.find((line) => line.criterion === criterion);
  return (
    criterionScore && {
      points: criterionScore.points,
      low: criterionScore.low,
      high: criterionScore.high,
      status: criterionScore.status,
    }
  );
}
