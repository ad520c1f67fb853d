/** The judge of the plan's conditions on the years before, fetched with the first outcome. */
import type { Ledger } from '../../core/judge/award/ledger.ts';
import { yearsByHistory } from '../../core/judge/award/years-by-history.ts';
import type { YearsJudge } from '../../core/judge/award/years-judge.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import { historyBefore } from '../../core/sheets/history/run-records.ts';
import { historyIn } from '../book/history.ts';
import type { HostBook } from '../host/port.ts';

/** `ledger` = the whole of it. */
export function yearsBefore(book: HostBook, result: RunResult, ledger: Ledger): YearsJudge {
  const { movement, period } = result;
  return yearsByHistory({ movement, period, history: historyBefore(historyIn(book).records, ledger, result) });
}
