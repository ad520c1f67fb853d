/** Writes one vote of the council down: sealed after those that stand, with the rule it was held to. */
import { headsOf } from '../../core/council/ancestry.ts';
import { appendVote, type VoteEntry } from '../../core/council/vote-log.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import type { Vote } from '../../core/council/votes.ts';
import type { Result } from '../../core/workbook/port.ts';
import type { Host } from '../host/port.ts';
import { type Outcome, performWhole } from './outcome.ts';
import { done, refuse } from './refusal.ts';
import { sealsAfter } from './sealed-rows.ts';
import { readSettings, settingsActions } from './settings.ts';
import { readVoteRules, voteRuleActions } from './vote-rules.ts';
import { readVotes, voteRowActions } from './votes.ts';

export interface VoteWanted {
  readonly vote: Vote;
  /** Kept in the workbook under its name. */
  readonly rule: VoteRule;
  /** Who writes it down. */
  readonly who: string;
}

export interface VoteRecorded extends Outcome {
  readonly entry: VoteEntry;
}

/** `at` = ISO instant. Refused when the count cannot be right, or our own sheets cannot be understood. */
export async function recordVote(
  host: Host,
  { vote, rule, who }: VoteWanted,
  at: string,
): Promise<Result<VoteRecorded>> {
  const read = await host.read();
  if (!read.ok) return read;
  const book = read.value;
  const settings = readSettings(book);
  if (!settings.ok) return settings;
  const { voteSeals = [] } = settings.value;
  const votes = readVotes(book, voteSeals);
  if (!votes.ok) return votes;
  const { rules, notes } = readVoteRules(book);
  // Rows that are not understood would be lost when the table is written.
  if (notes[0] !== undefined) return refuse('vote-rules', `${notes[0]} Hãy sửa hoặc xóa dòng đó rồi ghi lại.`);
  const added = appendVote(votes.value.log, vote, rule, { who, at });
  if (!added.ok) return added;
  const { log, entry } = added.value;
  const actions = [
    ...voteRowActions(book, [entry]),
    ...voteRuleActions(book, rules, rule),
    ...settingsActions(book, { ...settings.value, voteSeals: sealsAfter(log, headsOf(log), voteSeals) }),
  ];
  const outcome = await performWhole(host, 'Biểu quyết', actions, 'Chưa ghi được kết quả biểu quyết.');
  return outcome.ok ? done({ ...outcome.value, entry }) : outcome;
}
