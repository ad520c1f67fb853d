/**
 * `--council`: the council's decisions, votes and sessions out of its workbook, with the seals they were written under.
 */

import type { Result } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { type Log, verifyLog } from '../../core/council/log.ts';
import { LOG_TITLES } from '../../core/council/log-columns.ts';
import { lostSeals } from '../../core/council/lost-seals.ts';
import { SESSION_TITLES } from '../../core/council/session-columns.ts';
import { readSessionTable, type SessionLog, verifySessions } from '../../core/council/session-log.ts';
import { readLogTable } from '../../core/council/table.ts';
import { VOTE_MARKS } from '../../core/council/vote-columns.ts';
import { readVoteTable, type VoteLog, verifyVotes } from '../../core/council/vote-log.ts';
import type { Book, CellValue, Sheet } from '../../core/sheet/grid/sheet.ts';
import { fromUser } from '../files/paths.ts';
import { readFileBook } from '../files/read-file.ts';
import type { NotReport } from '../files/walk.ts';
import { refuse } from '../usage-error.ts';

interface LoadedCouncil {
  readonly book: Book;
  readonly log: Log;
  readonly votes: VoteLog;
  readonly sessions: SessionLog;
  /** Seals of the end of that log, where it was changed by hand. */
  readonly lost: readonly string[];
  /** Rows that do not count, and a past that was changed. */
  readonly notes: readonly NotReport[];
}

/** Ends the command when the file is no workbook or holds none of the tables. */
export async function loadCouncil(typed: string): Promise<LoadedCouncil> {
  const book = await readFileBook(fromUser(typed));
  if (!book.ok) return refuse(`Không đọc được sổ của Hội đồng "${typed}": ${book.refusal.message}`);
  const decisions = tableUnder(book.value.sheets, LOG_TITLES);
  const votes = tableUnder(book.value.sheets, VOTE_MARKS);
  const meetings = tableUnder(book.value.sheets, SESSION_TITLES);
  if (!decisions && !votes && !meetings)
    return refuse(`Tệp "${typed}" không có bảng quyết định, biểu quyết hay phiên họp của Hội đồng.`);
  const log = decisions ? sure(readLogTable(decisions.titles, decisions.rows)) : { log: [], edited: [] };
  const cast = votes ? sure(readVoteTable(votes.titles, votes.rows)) : { log: [], edited: [] };
  const held = meetings ? sure(readSessionTable(meetings.titles, meetings.rows)) : { log: [], edited: [] };
  const edited = [...log.edited, ...cast.edited, ...held.edited];
  const faults = [...edited, ...verifyLog(log.log), ...verifyVotes(cast.log), ...verifySessions(held.log)];
  return {
    book: book.value,
    log: log.log,
    votes: cast.log,
    sessions: held.log,
    lost: lostSeals(held, []),
    notes: faults.map(({ message }) => ({ file: typed, reason: message })),
  };
}

function sure<T>(read: Result<T>): T {
  return read.ok ? read.value : refuse(read.refusal.message);
}

interface Table {
  readonly titles: readonly CellValue[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The first table whose heading row has every title. */
function tableUnder(sheets: readonly Sheet[], titles: readonly string[]): Table | null {
  const wanted = titles.map(squashKey);
  for (const { rows } of sheets) {
    for (const [at, cells] of rows) {
      const found = new Set(cells.map(({ value }) => (typeof value === 'string' ? squashKey(value) : '')));
      if (!wanted.every((title) => found.has(title))) continue;
      const below = [...rows].filter(([row]) => row > at).sort(([x], [y]) => x - y);
      const columns = cells.map(({ column }) => column);
      return {
        titles: cells.map(({ value }) => value ?? ''),
        rows: below.map(([, row]) => columns.map((column) => row.find((cell) => cell.column === column)?.value ?? '')),
      };
    }
  }
  return null;
}
