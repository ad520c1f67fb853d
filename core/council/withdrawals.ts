/** Which votes of a log were taken back (withdraw-vote.ts adds the row that does it). */
import type { VoteEntry, VoteLog } from './vote-log.ts';

/** Text in the rule column of a withdrawal. */
const NAMES = 'Rút biểu quyết ';

/** The rule column's text for the row that withdraws the vote with this code. */
export function withdrawalRule(id: string): string {
  return `${NAMES}${id}`;
}

/** Code of a withdrawn vote → the row that took it back. */
export function withdrawals(log: VoteLog): ReadonlyMap<string, VoteEntry> {
  const rows = log.filter(({ result, rule }) => result === 'withdrawn' && rule.startsWith(NAMES));
  return new Map(rows.map((row) => [row.rule.slice(NAMES.length), row]));
}
