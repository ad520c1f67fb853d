/**
 * The council's workbook of results as a file of its own, from the workbook as it stands: to be printed, kept and sent.
 * Fetched when somebody asks for it; it changes nothing in the workbook.
 */
import { returnedUnits } from '../../core/council/returned-units.ts';
import { officeOf } from '../../core/paper/office.ts';
import { slug } from '../../core/paper/words.ts';
import { type Period, periodKey } from '../../core/period/period.ts';
import { done, type Result } from '../../core/result.ts';
import { councilSheets } from '../../core/sheets/council-book.ts';
import { markedBook } from '../../core/sheets/own-mark.ts';
import type { Host } from '../host/port.ts';
import type { FileMade } from '../pane/pane-session.ts';
import { outcomeOf } from './outcome.ts';

export async function resultBook(host: Host): Promise<Result<FileMade>> {
  const outcome = await outcomeOf(host, 'sổ tổng hợp');
  if (!outcome.ok) return outcome;
  const { facts, awards, journal, faults } = outcome.value;
  const { run, candidates, commune, settings, council } = facts;
  const office = officeOf({ run, settings });
  const returned = returnedUnits(council?.entries ?? []);
  const known = { candidates, office, returned, journal, ...awards, ...(commune ? { commune } : {}) };
  const book = markedBook(councilSheets(run, known), 'council');
  if (!book.ok) return book;
  const name = resultBookName(office.place, run.period);
  return done({ name, bytes: book.value, said: `Đã lập sổ tổng hợp vào tệp ${name}.`, notes: faults });
}

/** `Tong-hop-cham-diem-ta-ma-2025.xlsx`; without a period known its place stays out. */
function resultBookName(commune: string, period: Period | null): string {
  return `${['Tong-hop-cham-diem', slug(commune), ...(period ? [periodKey(period)] : [])].join('-')}.xlsx`;
}
