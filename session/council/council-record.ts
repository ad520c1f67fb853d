/**
 * What the council left in the workbook, read and held against its seals: decisions, votes, how it votes. Reading seals
 * takes much that a workbook without a council never needs, so this is fetched only where there is something to read
 * (council.ts).
 */

import { type Current, currentDecisions } from '../../core/council/current.ts';
import { groundsOf } from '../../core/council/subject.ts';
import type { Flag } from '../../core/flag/flag.ts';
import type { Loaded } from '../book/load.ts';
import type { RunSettings } from '../book/settings.ts';
import type { HostBook } from '../host/port.ts';
import type { Council } from './council.ts';
import { readCouncilLog } from './council-log.ts';
import { readVoteRules } from './vote-rules.ts';
import { readVotes } from './votes.ts';

export function readCouncilRecord(book: HostBook, { seals, voteSeals = [] }: RunSettings): Council {
  return { decisions: readCouncilLog(book, seals), votes: readVotes(book, voteSeals), rules: readVoteRules(book) };
}

/** Which of the council's decisions count now. */
export function decisionsNow({ log, reports }: Pick<Loaded, 'log' | 'reports'>, flags: readonly Flag[]): Current {
  return currentDecisions(log, groundsOf(reports, flags));
}
