/** Judges the conditions on the years before for the awards of a run. */
import { wholeLedger } from '../../core/judge/award/ledger.ts';
import { yearsByHistory } from '../../core/judge/award/years-by-history.ts';
import type { YearsJudge } from '../../core/judge/award/years-judge.ts';
import { historyBefore } from '../../core/sheets/history/run-records.ts';
import type { CommandRun } from './run.ts';
import { phasePeriod } from './split-years.ts';

export function yearsJudgeOf({ records, awards, result, phase }: CommandRun): YearsJudge {
  const { movement, register } = result;
  const period = phase ? phasePeriod(phase) : result.period;
  const history = historyBefore(records, wholeLedger(awards.ledger, register), { ...result, period });
  return yearsByHistory({ movement, period, history });
}
