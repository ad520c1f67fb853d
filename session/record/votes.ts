/**
 * The council's votes in the sheet "Biểu quyết": sealed with their count, rule and outcome, read back, checked for a
 * changed past, added to.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { voteCells } from '../../core/council/vote-columns.ts';
import { readVoteTable, type VoteEntry, type VoteLog, verifyVotes } from '../../core/council/vote-log.ts';
import { findTable, headerPlace } from '../book/own-tables.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { VOTES } from './council-tables.ts';
import { sealedActions } from './sealed-rows.ts';

export interface Votes {
  readonly log: VoteLog;
  /** Set when the past of the votes was changed: one Vietnamese sentence. */
  readonly fault: string | null;
}

/** `seals` are those of the last votes known. Refused when the table lost a column. */
export function readVotes(book: HostBook, seals: readonly string[]): Result<Votes> {
  const table = findTable(book, VOTES.table);
  const read = readVoteTable(table?.columns ?? VOTES.columns.map(({ name }) => name), table?.rows ?? []);
  if (!read.ok) return refuse(read.refusal.code, `${table ? headerPlace(table) : ''}: ${read.refusal.message}`);
  const { log, edited } = read.value;
  return done({ log, fault: verifyVotes(log, seals)[0]?.message ?? edited[0]?.message ?? null });
}

/** Actions that append votes; `fromOf` names the copy of the workbook a vote came from. */
export function voteRowActions(
  book: HostBook,
  entries: readonly VoteEntry[],
  fromOf: (entry: VoteEntry) => string | null = () => null,
): readonly HostAction[] {
  return sealedActions(
    book,
    VOTES,
    'Mỗi dòng là một lần biểu quyết, chỉ ghi thêm; dòng bị sửa không được tính. Tỷ lệ không làm tròn.',
    entries.map((entry) => ({ cells: voteCells(entry), from: fromOf(entry) })),
  );
}
