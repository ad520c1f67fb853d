/** Which votes of a log were taken back (withdraw-vote.ts adds the row that does it). */
import type { VoteEntry, VoteLog } from './vote-log.ts';

/** What stands where a vote names its rule. */
const NAMES = 'Rút biểu quyết ';

/** What stands in that place for the row that takes back the vote of this code. */
export function withdrawalRule(id: string): string {
  return `${NAMES}${id}`;
}

/** Code of a withdrawn vote → the row that took it back. */
export function withdrawals(log: VoteLog): ReadonlyMap<string, VoteEntry> {
  const rows = log.filter(({ result, rule }) => result === 'withdrawn' && rule.startsWith(NAMES));
  return new Map(rows.map((row) => [row.rule.slice(NAMES.length), row]));
}
