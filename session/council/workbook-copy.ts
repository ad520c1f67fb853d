/**
 * A copy of this workbook as a file: its decisions, votes and sessions. Refused when it is none, is about something
 * else, or its past was changed.
 */

import { periodKey, periodName } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { type Log, verifyLog } from '../../core/council/log.ts';
import { LOG_TITLES } from '../../core/council/log-columns.ts';
import { SESSION_TITLES } from '../../core/council/session-columns.ts';
import { readSessionTable, type SessionLog, verifySessions } from '../../core/council/session-log.ts';
import { readLogTable } from '../../core/council/table.ts';
import { VOTE_MARKS, VOTE_TITLES } from '../../core/council/vote-columns.ts';
import { readVoteTable, type VoteLog, verifyVotes } from '../../core/council/vote-log.ts';
import { findHeading } from '../../core/movements/headings.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';
import type { RunSettings } from '../book/settings.ts';
import { settingsInFile } from '../book/settings-in-file.ts';
import { tableInFile } from '../book/table-in-file.ts';

export interface WorkbookCopy {
  readonly log: Log;
  readonly votes: VoteLog;
  readonly sessions: SessionLog;
}

/** `settings` are those of the workbook it is to be a copy of. */
export function readCopy(bytes: Uint8Array, settings: RunSettings): Result<WorkbookCopy> {
  const read = readBook(bytes);
  if (!read.ok) return read;
  const book = read.value;
  const decisions = tableInFile(book, LOG_TITLES);
  const votes = tableInFile(book, VOTE_MARKS);
  const meetings = tableInFile(book, SESSION_TITLES);
  if (!decisions && !votes && !meetings)
    return refuse('no-log', 'Tệp không có sổ quyết định hay biểu quyết của Hội đồng.');
  const held = settingsInFile(book);
  if (!held.ok) return held;
  const other = otherMatter(held.value, settings);
  if (other !== null) return refuse('other-movement', other);

  const log = readLogTable(decisions?.titles ?? LOG_TITLES, decisions?.rows ?? []);
  if (!log.ok) return log;
  const ballots = readVoteTable(votes?.titles ?? VOTE_TITLES, votes?.rows ?? []);
  if (!ballots.ok) return ballots;
  const sessions = readSessionTable(meetings?.titles ?? SESSION_TITLES, meetings?.rows ?? []);
  if (!sessions.ok) return sessions;
  const { seals, voteSeals = [], sessionSeals = [] } = held.value;
  const changed =
    log.value.edited[0]?.message ??
    ballots.value.edited[0]?.message ??
    sessions.value.edited[0]?.message ??
    verifyLog(log.value.log, seals)[0]?.message ??
    verifyVotes(ballots.value.log, voteSeals)[0]?.message ??
    verifySessions(sessions.value.log, sessionSeals)[0]?.message;
  if (changed !== undefined) return refuse('changed-past', `Sổ trong tệp này đã bị sửa. ${changed}`);
  return done({ log: log.value.log, votes: ballots.value.log, sessions: sessions.value.log });
}

function otherMatter(copy: RunSettings, own: RunSettings): string | null {
  if (copy.movement !== own.movement) {
    const title = copy.movement === null ? null : findHeading(copy.movement)?.title;
    return title == null ? 'Tệp chưa chọn phong trào.' : `Đây là sổ của phong trào khác: "${title}".`;
  }
  const { period } = copy;
  if (!period || !own.period || periodKey(period) === periodKey(own.period)) return null;
  return `Đây là sổ của kỳ khác: ${periodName(period)}.`;
}
