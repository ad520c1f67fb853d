/** Records a table of votes, a sealed row for each vote: all of them or none. */
import { type Result, refuse } from '../base/result.ts';
import { type Ballot, type BallotLine, ballotQuorum, type LineCount, type Papers, voteOnLine } from './ballot.ts';
import { appendVote, type VoteEntry, type VoteLog } from './vote-log.ts';
import type { VoteRule } from './vote-rule.ts';

/**
 * Refused when too few took part, a line is not (or no longer) on the ballot, was counted twice, has its vote, or its
 * count cannot be right, and when it passes though the votes before it hold every place of its quota; the sentence names
 * the candidate. Of those that pass in one table the most votes take the places (candidates.ts).
 */
export function castBallot(
  log: VoteLog,
  ballot: Ballot,
  rule: VoteRule,
  cast: { readonly counts: readonly LineCount[]; readonly papers: Papers },
  by: { readonly who: string; readonly at: string },
): Result<{ readonly log: VoteLog; readonly entries: readonly VoteEntry[] }> {
  const few = ballotQuorum(ballot, rule);
  if (few !== null) return refuse('no-quorum', few);
  const { counts, papers } = cast;
  if (counts.length === 0) return refuse('nothing', 'Hãy ghi số phiếu cho ít nhất một ứng viên.');
  let grown = log;
  const entries: VoteEntry[] = [];
  const lines = new Map(ballot.lines.map((line) => [line.code, line] as const));
  for (const count of counts) {
    const line = lines.get(count.code);
    if (!line?.candidate.onBallot) return refuse('gone', 'Ứng viên không còn trong bảng biểu quyết; hãy mở lại bảng.');
    lines.delete(count.code);
    const { unit } = line.candidate;
    if (line.vote && (line.vote.result === 'passed' || line.vote.result === 'failed'))
      return refuse('voted', `${unit}: đã biểu quyết; muốn biểu quyết lại, hãy rút biểu quyết cũ trước.`);
    const added = appendVote(grown, voteOnLine(ballot, line, rule, count, papers), rule, by);
    if (!added.ok) return refuse(added.refusal.code, `${unit}: ${added.refusal.message}`);
    if (added.value.entry.result === 'passed') {
      const full = fullQuota(ballot, line, counts);
      if (full !== null) return refuse('quota-full', full);
    }
    grown = added.value.log;
    entries.push(added.value.entry);
  }
  return { ok: true, value: { log: grown, entries } };
}

/** Why no further candidate of a quota can pass, in Vietnamese; null while earlier votes leave a place. */
function fullQuota({ lines }: Ballot, { candidate }: BallotLine, counts: readonly LineCount[]): string | null {
  const { quota, places, section, form, unit } = candidate;
  if (places === null) return null;
  const counted = new Set(counts.map(({ code }) => code));
  const passed = lines.filter(
    (line) => line.candidate.quota === quota && line.vote?.result === 'passed' && !counted.has(line.code),
  );
  if (passed.length < places) return null;
  const names = passed.map((line) => line.candidate.unit).join('; ');
  const where = section === '' ? '' : ` (mục ${section})`;
  return `${unit}: chỉ tiêu ${places} ${form}${where} đã đủ theo các biểu quyết trước${names === '' ? '' : `: ${names}`}. Muốn thay, hãy rút một biểu quyết cũ trước.`;
}
