/**
 * The one run: what was read, the movement and all that is known beside it → flags, points, ranking, impacts. Pure:
 * reads and writes nothing. Every surface goes through it.
 */

import { isBlankReport } from '../../report/is-blank-report.ts';
import { unitName } from '../../report/match-unit.ts';
import type { ReadFile } from '../../report/read.ts';
import { type Checked, checkFiles } from '../check/check.ts';
import type { CheckContext } from '../check/context.ts';
import type { Decision } from '../flag/decision.ts';
import type { Flag } from '../flag/flag.ts';
import { joinResults, type RunResult } from './run-result.ts';
import { scoreReports } from './score.ts';

export interface RunInput extends CheckContext {
  readonly files: readonly ReadFile[];
  /** What the council decided, in the order of time; null = check only, no points. */
  readonly decisions: readonly Decision[] | null;
}

/**
 * Every report of the files with its flags and, unless the run only checks, its points; the ranking; what open flags
 * can still change.
 * `checked` = the same files already checked, where the decisions had to be weighed against the flags first.
 */
export function runReports({ files, decisions, ...context }: RunInput, checked?: Checked): RunResult {
  const { movement, period, register, observations } = context;
  const { flags, silent } = checked ?? checkFiles(files, context);
  const reports = files.flatMap((file) => file.reports);
  const named = reports.map((report) => ({ report, unit: unitName(report, register) }));
  const filled = reports.filter((report) => !isBlankReport(report));
  const scored =
    decisions && scoreReports({ movement, period, reports: filled, flags, register, observations, decisions });
  return {
    movement,
    period,
    ...joinResults(named, flags, scored?.sheets ?? [], returnedWhole(decisions ?? [], flags)),
    flags,
    rankings: scored?.rankings ?? [],
    impacts: scored?.impacts ?? [],
    silent,
    register,
    observations,
  };
}

/** Units whose report as a whole the council gave back and did not take up again. */
function returnedWhole(decisions: readonly Decision[], flags: readonly Flag[]): ReadonlySet<string> {
  const doubts = new Map(flags.map(({ id, doubt }) => [id, doubt] as const));
  const last = new Map<string, Decision>();
  for (const decision of decisions)
    if (decision.flag === null ? decision.criterion === null : doubts.get(decision.flag) === 'report')
      last.set(`${decision.unit}|${decision.flag ?? ''}`, decision);
  return new Set([...last.values()].filter(({ kind }) => kind === 'return').map(({ unit }) => unit));
}
