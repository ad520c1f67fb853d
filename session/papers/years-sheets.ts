/** The sheets over the years for the book of results: earlier years with this year beside them. */
import { wholeLedger } from '../../core/judge/award/ledger.ts';
import { councilSubtitle } from '../../core/sheets/council/council-subtitle.ts';
import { officeOfIssuer } from '../../core/sheets/council/office-frame.ts';
import { yearsSheets } from '../../core/sheets/history/history-sheet.ts';
import { recordsToShow } from '../../core/sheets/history/run-records.ts';
import { historyIn } from '../book/history.ts';
import type { BookOutcome } from './outcome.ts';

/** Empty when the workbook knows no earlier year. */
export function yearsSheetsOf({ loaded, facts: { run }, awards }: BookOutcome): ReturnType<typeof yearsSheets> {
  const { register, movement } = run;
  const { records } = historyIn(loaded.book);
  const ledger = wholeLedger(awards.ledger, register);
  return yearsSheets(recordsToShow(records, ledger, run), register, councilSubtitle(run), officeOfIssuer(movement));
}
