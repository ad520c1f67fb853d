/** What the council left in the workbook; nothing of what reads it is fetched while there is nothing. */

import { done, type Result } from '../../core/base/result.ts';
import type { CouncilMember } from '../../core/council/attendance.ts';
import type { Closed } from '../../core/council/closed.ts';
import type { Current } from '../../core/council/current.ts';
import type { Log } from '../../core/council/log.ts';
import type { Flag } from '../../core/judge/flag/flag.ts';
import type { RunResult } from '../../core/judge/run/run-result.ts';
import type { Report } from '../../core/report/report.ts';
import { COUNCIL_TABLES, findTable, OWN_TABLES } from '../book/own-tables.ts';
import type { RunSettings } from '../book/settings.ts';
import type { HostBook } from '../host/port.ts';
import type { CouncilLog } from './council-log.ts';
import type { Sessions } from './sessions.ts';
import type { ReadRules } from './vote-rules.ts';
import type { Votes } from './votes.ts';

export interface Council {
  /** Refused when the table lost a column; so are the votes. */
  readonly decisions: Result<CouncilLog>;
  readonly votes: Result<Votes>;
  readonly rules: ReadRules;
  /** Refused when the table lost a column. */
  readonly sessions: Result<Sessions>;
  readonly members: readonly CouncilMember[];
}

/** Decisions, and the reports they were made on. */
export interface DecidedReports {
  readonly log: Log;
  readonly reports: readonly { readonly report: Report; readonly unit: string }[];
}

const NO_COUNCIL: Council = {
  decisions: done({ log: [], fault: null, notes: [], origins: new Map() }),
  votes: done({ log: [], fault: null }),
  rules: { rules: [], notes: [] },
  sessions: done({ log: [], lost: [], fault: null }),
  members: [],
};
const NO_DECISIONS: Current = { decisions: [], entries: [], stale: [], conflicts: [] };

/** A seal that is known without its sheet tells that the sheet was taken out: that, too, is read. */
export async function readCouncil(book: HostBook, settings: RunSettings): Promise<Council> {
  const tables = [OWN_TABLES.council, ...Object.values(COUNCIL_TABLES)];
  const hasTable = tables.some(({ table }) => findTable(book, table) !== undefined);
  const { seals, voteSeals = [], sessionSeals = [] } = settings;
  const isSealed = [...seals, ...voteSeals, ...sessionSeals].length > 0;
  return hasTable || isSealed ? (await import('./council-record.ts')).readCouncilRecord(book, settings) : NO_COUNCIL;
}

/** Which of the council's decisions count now. */
export async function decisionsIn(loaded: DecidedReports, flags: readonly Flag[]): Promise<Current> {
  return loaded.log.length > 0 ? (await import('./council-record.ts')).decisionsNow(loaded, flags) : NO_DECISIONS;
}

/** The closing that holds now; null while the results are open. */
export async function closedIn({ council }: { readonly council: Council }, result: RunResult): Promise<Closed | null> {
  const { sessions } = council;
  // Anything written or lost there has a fault or a row.
  if (!sessions.ok || (sessions.value.log.length === 0 && sessions.value.fault === null)) return null;
  return (await import('./council-record.ts')).closedWith(council, result);
}
