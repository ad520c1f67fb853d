/**
 * Writes one vote of the council down, or takes one back: sealed after those that stand, with the rule it was held to.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { headsOf } from '../../core/council/ancestry.ts';
import { appendVote, type VoteEntry, type VoteLog } from '../../core/council/vote-log.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import type { Vote } from '../../core/council/votes.ts';
import { withdrawVote } from '../../core/council/withdraw-vote.ts';
import { type RunSettings, readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { sealsAfter } from '../record/sealed-rows.ts';
import { readVoteRules, voteRuleActions } from '../record/vote-rules.ts';
import { readVotes, voteRowActions } from '../record/votes.ts';
import type { WithdrawWanted } from './review.ts';

export interface VoteWanted {
  readonly vote: Vote;
  /** Stored in the workbook under its name. */
  readonly rule: VoteRule;
  /** Name of the person who records the vote. */
  readonly who: string;
}

interface VoteRecorded extends Outcome {
  readonly entry: VoteEntry;
}

/** Withdraws a vote by adding a row, never by removing one. Refused when there is no such vote or no reason. */
export async function takeVoteBack(
  host: Host,
  { id, reason, who }: WithdrawWanted,
  at: string,
): Promise<Result<VoteRecorded>> {
  const read = await host.read();
  if (!read.ok) return read;
  const standing = votesIn(read.value);
  if (!standing.ok) return standing;
  const taken = withdrawVote(standing.value.log, id, { who, at, reason });
  return taken.ok ? written(host, read.value, standing.value.settings, taken.value, []) : taken;
}

function votesIn(book: HostBook): Result<{ readonly settings: RunSettings; readonly log: VoteLog }> {
  const settings = readSettings(book);
  if (!settings.ok) return settings;
  const votes = readVotes(book, settings.value.voteSeals ?? []);
  return votes.ok ? done({ settings: settings.value, log: votes.value.log }) : votes;
}

/** The row, what goes with it, and the seal. */
async function written(
  host: Host,
  book: HostBook,
  settings: RunSettings,
  { log, entry }: { readonly log: VoteLog; readonly entry: VoteEntry },
  others: readonly HostAction[],
): Promise<Result<VoteRecorded>> {
  const voteSeals = sealsAfter(log, headsOf(log), settings.voteSeals ?? []);
  const actions = [...voteRowActions(book, [entry]), ...others, ...settingsActions(book, { ...settings, voteSeals })];
  const outcome = await performWhole(host, 'Biểu quyết', actions, 'Chưa ghi được kết quả biểu quyết.');
  return outcome.ok ? done({ ...outcome.value, entry }) : outcome;
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
  const standing = votesIn(book);
  if (!standing.ok) return standing;
  const { rules, notes } = readVoteRules(book);
  // Rows that are not understood would be lost when the table is written.
  if (notes[0] !== undefined) return refuse('vote-rules', `${notes[0]} Hãy sửa hoặc xóa dòng đó rồi ghi lại.`);
  const added = appendVote(standing.value.log, vote, rule, { who, at });
  if (!added.ok) return added;
  return written(host, book, standing.value.settings, added.value, voteRuleActions(book, rules, rule));
}
