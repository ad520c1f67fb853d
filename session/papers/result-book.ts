/**
 * The council's workbook of results as a separate file, from the present workbook: to print, file and send. Loaded on
 * demand; it changes nothing in the workbook.
 */

import { type Period, periodKey } from '../../core/base/period/period.ts';
import { done, type Result } from '../../core/base/result.ts';
import { returnedUnits } from '../../core/council/returned-units.ts';
import { officeOf } from '../../core/paper/office.ts';
import { slug } from '../../core/paper/words.ts';
import { councilSheets } from '../../core/sheets/council-book.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import type { FileMade, NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { type BookOutcome, outcomeOf } from './outcome.ts';
import type { yearsSheetsOf } from './years-sheets.ts';

export async function resultBook(host: Host): Promise<Result<FileMade>> {
  const outcome = await outcomeOf(host, 'sổ tổng hợp');
  if (!outcome.ok) return outcome;
  const book = await resultBookOf(outcome.value);
  if (!book.ok) return book;
  const { name } = book.value;
  return done({ ...book.value, message: `Đã lập sổ tổng hợp vào tệp ${name}.`, notes: outcome.value.faults });
}

/** The page in one file reads no earlier years (load-years-before.ts). */
const loadYearsSheets: () => Promise<typeof yearsSheetsOf> = import.meta.env.THI_DUA_SO_ONE_FILE
  ? async () => () => []
  : async () => (await import('./years-sheets.ts')).yearsSheetsOf;

export async function resultBookOf(outcome: BookOutcome): Promise<Result<NamedFile>> {
  const { facts, awards, journal } = outcome;
  const { run, candidates, commune, settings, council } = facts;
  const office = officeOf({ run, settings });
  const returned = returnedUnits(council?.entries ?? []);
  const years = (await loadYearsSheets())(outcome);
  const known = { candidates, office, returned, journal, years, ...awards, ...(commune ? { commune } : {}) };
  const book = markedBook(councilSheets(run, known), 'council');
  return book.ok ? done({ name: resultBookName(office.place, run.period), bytes: book.value }) : book;
}

/** `Tong-hop-cham-diem-ta-ma-2025.xlsx`; without a period known its place stays out. */
function resultBookName(commune: string, period: Period | null): string {
  return `${['Tong-hop-cham-diem', slug(commune), ...(period ? [periodKey(period)] : [])].join('-')}.xlsx`;
}
