/** Check, decide, score, rank over what was loaded. Pure: writes nothing. */
import { checkFiles } from '../../core/check/check.ts';
import { type Current, currentDecisions } from '../../core/council/current.ts';
import { type Grounds, groundsOf } from '../../core/council/subject.ts';
import { scoreReports } from '../../core/score/score.ts';
import { joinResults, type RunResult } from '../../core/workbook/run-result.ts';
import type { Loaded } from './load.ts';

export interface SessionRun {
  readonly result: RunResult;
  /** Which of the council's decisions count now. */
  readonly current: Current;
  /** What a decision made now would rest on. */
  readonly grounds: Grounds;
}

export function runOver(loaded: Loaded): SessionRun {
  const { movement, period, register, observations, previous, files, settings } = loaded;
  const context = { movement, period, asOf: settings.asOf, register, previous, observations };
  const { flags, silent } = checkFiles(files, context);
  const grounds = groundsOf(loaded.reports, flags);
  const current = currentDecisions(loaded.log, grounds);
  const reports = loaded.reports.map(({ report }) => report);
  const { decisions } = current;
  const scored = scoreReports({ movement, reports, flags, register, period, decisions, observations });
  const result: RunResult = {
    movement,
    period,
    ...joinResults(loaded.reports, flags, scored.sheets),
    flags,
    rankings: scored.rankings,
    impacts: scored.impacts,
    silent: [...silent, ...loaded.notes],
    register,
    observations,
  };
  return { result, current, grounds };
}
