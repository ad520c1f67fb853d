/**
 * What the council left in the workbook, read and held against its seals: decisions, votes, how it votes. Reading seals
 * takes much that a workbook without a council never needs, so this is fetched only where there is something to read
 * (council.ts).
 */

import { type Closed, closedNow } from '../../core/council/closed.ts';
import { type Current, currentDecisions } from '../../core/council/current.ts';
import { groundsOf } from '../../core/council/subject.ts';
import type { Flag } from '../../core/judge/flag/flag.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { RunSettings } from '../book/settings.ts';
import type { HostBook } from '../host/port.ts';
import type { Council, DecidedReports } from './council.ts';
import { readCouncilLog } from './council-log.ts';
import { readMembers, readSessions } from './sessions.ts';
import { readVoteRules } from './vote-rules.ts';
import { readVotes } from './votes.ts';

export function readCouncilRecord(book: HostBook, { seals, voteSeals = [], sessionSeals = [] }: RunSettings): Council {
  return {
    decisions: readCouncilLog(book, seals),
    votes: readVotes(book, voteSeals),
    rules: readVoteRules(book),
    sessions: readSessions(book, sessionSeals),
    members: readMembers(book),
  };
}

/** The closing that holds, and what is no longer as it was then. */
export function closedWith({ sessions, decisions, votes }: Council, result: RunResult): Closed | null {
  const logs = {
    sessions: sessions.ok ? sessions.value.log : [],
    lost: sessions.ok ? sessions.value.lost : [],
    decisions: decisions.ok ? decisions.value.log : [],
    votes: votes.ok ? votes.value.log : [],
  };
  return closedNow(logs, result);
}

/** Which of the council's decisions count now. */
export function decisionsNow({ log, reports }: DecidedReports, flags: readonly Flag[]): Current {
  return currentDecisions(log, groundsOf(reports, flags));
}
