/** Check, decide, score, rank over what was loaded. Pure: writes nothing. */

import type { Closed } from '../../core/council/closed.ts';
import type { Current } from '../../core/council/current.ts';
import { checkFiles } from '../../core/judge/check/check.ts';
import { runReports } from '../../core/judge/run/run.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import { closedIn, decisionsIn } from '../record/council.ts';
import type { LoadedBook } from './load.ts';

export interface SessionRun {
  readonly result: RunResult;
  /** Which of the council's decisions count now. */
  readonly current: Current;
  /** Set while the results are closed. */
  readonly closed: Closed | null;
}

const known = new WeakMap<LoadedBook, SessionRun>();

export async function runOver(loaded: LoadedBook): Promise<SessionRun> {
  const before = known.get(loaded);
  if (before) return before;
  const { movement, period, register, observations, previous, files, settings, evidence } = loaded;
  const context = { movement, period, asOf: settings.asOf, register, previous, observations, evidence };
  const checked = checkFiles(files, context);
  const current = await decisionsIn(loaded, checked.flags);
  const result = runReports({ ...context, files, decisions: current.decisions }, checked);
  const closed = await closedIn(loaded, result);
  const run = { result: { ...result, silent: [...result.silent, ...loaded.notes] }, current, closed };
  known.set(loaded, run);
  return run;
}
