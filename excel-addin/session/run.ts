/** Check, decide, score, rank over what was loaded. Pure: writes nothing. */
import { checkFiles } from '../../core/check/check.ts';
import type { Current } from '../../core/council/current.ts';
import { scoreReports } from '../../core/score/score.ts';
import { joinResults, type RunResult } from '../../core/workbook/run-result.ts';
import { decisionsIn } from './council.ts';
import type { Loaded } from './load.ts';

export interface SessionRun {
  readonly result: RunResult;
  /** Which of the council's decisions count now. */
  readonly current: Current;
}

export async function runOver(loaded: Loaded): Promise<SessionRun> {
  const { movement, period, register, observations, previous, files, settings } = loaded;
  const context = { movement, period, asOf: settings.asOf, register, previous, observations };
  const { flags, silent } = checkFiles(files, context);
  const current = await decisionsIn(loaded, flags);
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
  return { result, current };
}
