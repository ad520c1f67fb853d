/** What papers and the book of results are made from: the workbook run anew, what the council wrote, whom it knows. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Journal } from '../../core/commune/calendar/journal.ts';
import { sessionOfRecord } from '../../core/council/session-log.ts';
import { wholeLedger } from '../../core/judge/award/ledger.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { PaperFacts } from '../../core/paper/facts.ts';
import { gatherFacts } from '../../core/paper/gather.ts';
import { NO_SETTINGS, readPaperSettings, type SettingsRead } from '../../core/paper/settings.ts';
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import {
  type Awards,
  LEDGER_SHEET,
  NOMINATION_SHEET,
  readAwards,
  setAsideWords,
} from '../../core/sheets/award-sheets.ts';
import { journalIn } from '../book/journal.ts';
import type { Host, HostBook } from '../host/port.ts';
import { type LoadedBook, load } from '../run/load.ts';
import { runOver, type SessionRun } from '../run/run.ts';
import { loadYearsBefore } from './load-years-before.ts';

/** Sheet of the office's own with the lines of `--settings`: "Mục" and "Giá trị". */
export const PAPER_SETTINGS_SHEET = 'Văn bản';

export interface BookOutcome {
  readonly facts: PaperFacts;
  readonly awards: Awards;
  readonly loaded: LoadedBook;
  readonly run: SessionRun;
  readonly journal: Journal;
  /** What of the ledger and the nominations could not be read, in Vietnamese; null = all was, or there is nothing. */
  readonly awardsFault: string | null;
  /** Vietnamese sentences on what could not be used of our own and the office's sheets. */
  readonly faults: readonly string[];
}

/**
 * Reads and runs the workbook; changes nothing in it. `what` = the output to name in the refusal when the workbook
 * holds no report.
 */
export async function outcomeOf(host: Host, what: string): Promise<Result<BookOutcome>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { reports, movement, book, council, logFault } = loaded.value;
  if (reports.length === 0) return refuse('no-reports', `Chưa có báo cáo nào trong sổ để lập ${what}.`);
  const run = await runOver(loaded.value);
  const { result, current, closed } = run;
  const { votes, sessions } = council;
  const { settings, faults } = settingsIn(book);
  const { awards, fault } = awardsIn(book, movement);
  const { faults: journalFaults, ...journal } = journalIn(book, loaded.value.register);
  const cast = votes.ok ? votes.value.log : [];
  const session = sessions.ok ? sessionOfRecord(sessions.value.log) : null;
  const hasRecord = current.entries.length > 0 || cast.length > 0 || session !== null;
  const ledger = wholeLedger(awards.ledger, loaded.value.register);
  const yearsJudge = (await loadYearsBefore())(book, result, ledger);
  const record = hasRecord ? { entries: current.entries, votes: cast, session } : null;
  return done({
    facts: gatherFacts(result, { council: record, settings, journal, ...awards, yearsJudge }),
    ...{ awards, awardsFault: fault, journal, loaded: loaded.value, run },
    faults: [logFault, fault].flatMap((text) => text ?? []).concat(closed?.since ?? [], faults, journalFaults),
  });
}

function settingsIn({ book }: HostBook): SettingsRead {
  const sheet = book.sheets.find(({ name }) => name.normalize('NFC') === PAPER_SETTINGS_SHEET);
  if (!sheet) return { settings: NO_SETTINGS, faults: [] };
  const rows = [...sheet.rows].sort(([x], [y]) => x - y);
  const at = (cells: (typeof rows)[number][1], column: number): CellValue =>
    cells.find((cell) => cell.column === column)?.value ?? '';
  return readPaperSettings(rows.map(([, cells]) => [at(cells, 0), at(cells, 1)]));
}

/** The ledger and the nominations, where the office keeps them in this workbook. */
function awardsIn(
  { book }: HostBook,
  { audiences }: Movement,
): { readonly awards: Awards; readonly fault: string | null } {
  const own = new Set([LEDGER_SHEET, NOMINATION_SHEET]);
  const sheets = book.sheets.filter(({ name }) => own.has(name.normalize('NFC')));
  const none: Awards = { ledger: [], nominations: [], aside: [] };
  if (sheets.length === 0) return { awards: none, fault: null };
  const read = readAwards({ ...book, sheets }, audiences);
  if (!read.ok) return { awards: none, fault: read.refusal.message };
  const aside = setAsideWords(read.value);
  return { awards: read.value, fault: aside && `Sổ khen thưởng, đề cử: ${aside}` };
}
