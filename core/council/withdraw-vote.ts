/**
 * Withdraws a vote without deleting or rewriting it: a further sealed row repeats the vote's figures, refers to it by
 * its code and states the reason, so that the minutes show both; the vote may then be held again.
 */
import { type Result, refuse } from '../base/result.ts';
import { tidy } from '../base/text/tidy.ts';
import { inOrder, nextLink } from './ancestry.ts';
import { idOf, sealOf } from './seal.ts';
import { type VoteEntry, type VoteLog, voteEntrySchema } from './vote-log.ts';
import { withdrawalRule, withdrawals } from './withdrawals.ts';

/**
 * Adds the row that takes the vote of this code back. Refused, with a Vietnamese sentence, when there is none, or a
 * name or reason is missing.
 */
export function withdrawVote(
  log: VoteLog,
  id: string,
  by: { readonly who: string; readonly at: string; readonly reason: string },
): Result<{ readonly log: VoteLog; readonly entry: VoteEntry }> {
  const vote = log.find((entry) => entry.id === id && entry.result !== 'withdrawn');
  if (!vote || withdrawals(log).has(id)) return refuse('gone', 'Không có biểu quyết nào để rút.');
  if (tidy(by.reason) === '') return refuse('no-reason', 'Rút biểu quyết phải kèm lý do.');
  if (tidy(by.who) === '') return refuse('no-decider', 'Hãy ghi họ tên người rút biểu quyết.');
  const { hash: _hash, id: _id, ...figures } = vote;
  const body = {
    ...figures,
    ...nextLink(log),
    at: by.at,
    who: tidy(by.who),
    rule: withdrawalRule(id),
    result: 'withdrawn' as const,
    sentence: tidy(by.reason),
  };
  const hash = sealOf(body);
  const parsed = voteEntrySchema.safeParse({ ...body, id: idOf(hash), hash });
  if (!parsed.success) return refuse('bad-vote', 'Lý do rút biểu quyết quá dài hoặc thiếu thời điểm.');
  return { ok: true, value: { log: inOrder([...log, parsed.data]), entry: parsed.data } };
}
