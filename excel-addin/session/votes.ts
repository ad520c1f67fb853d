/** The council's votes in the sheet "Biểu quyết": recorded with their outcome, read back, judged anew from their figures. */
import { DEFAULT_VOTE_RULES, type VoteRule } from '../../core/council/vote-rule.ts';
import { type VoteOutcome, voteOutcome } from '../../core/council/votes.ts';
import { numberValue, textValue } from '../../core/workbook/council/look.ts';
import type { NewValue, Result } from '../../core/workbook/port.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, numberOf, OWN_TABLES, rowsOf, textOf } from './own-tables.ts';
import { done, refuse } from './refusal.ts';

export interface Vote {
  /** What was voted on, e.g. `Đề nghị khen thưởng: Bản Nà Đít`. */
  readonly subject: string;
  readonly ballot: 'hands' | 'secret';
  readonly members: number;
  readonly present: number;
  readonly inFavour: number;
}

export interface VoteRecorded extends Vote {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly quorum: boolean;
  readonly passed: boolean;
  /** The rule and the outcome in words: `cần ít nhất 6/7 thành viên (80 %)`. */
  readonly rule: string;
}

const BALLOTS = { hands: 'Giơ tay', secret: 'Phiếu kín' } as const;

/** Outcome by the rule for certificates, which settings start from; how the votes are cast is the council's choice. */
export function judgeVote(vote: Vote): Result<VoteOutcome> {
  const [base] = DEFAULT_VOTE_RULES;
  if (!base) return refuse('no-rule', 'Chưa có quy tắc biểu quyết.');
  const { subject, members, present, inFavour, ballot } = vote;
  const rule: VoteRule = { ...base, ballot: ballot === 'secret' ? 'secret' : 'show' };
  const all = { subject, members, present, proxies: 0, written: 0, writtenInFavour: 0, chairInFavour: null };
  // Only the votes in favour are told, so every paper given out counts as returned and valid.
  const papers = { issued: present, returned: present, valid: present, invalid: 0 };
  const count =
    ballot === 'secret' ? { kind: 'secret' as const, ...papers, inFavour } : { kind: 'show' as const, inFavour };
  return voteOutcome({ ...all, count }, rule);
}

export function readVotes(book: HostBook): readonly VoteRecorded[] {
  return rowsOf(findTable(book, OWN_TABLES.votes.table)).flatMap((row): VoteRecorded[] => {
    const vote: Vote = {
      subject: textOf(row, 'Nội dung'),
      ballot: textOf(row, 'Hình thức') === BALLOTS.secret ? 'secret' : 'hands',
      members: numberOf(row, 'Số thành viên') ?? 0,
      present: numberOf(row, 'Có mặt') ?? 0,
      inFavour: numberOf(row, 'Đồng ý') ?? 0,
    };
    const outcome = judgeVote(vote);
    if (!outcome.ok) return [];
    const { result, sentence } = outcome.value;
    const recorded = { id: textOf(row, 'Mã'), at: textOf(row, 'Thời điểm'), who: textOf(row, 'Người ghi') };
    return [{ ...vote, ...recorded, quorum: result !== 'no-quorum', passed: result === 'passed', rule: sentence }];
  });
}

/** What writes one more vote down. Refused when its figures cannot be those of a vote. */
export function voteActions(book: HostBook, vote: Vote, who: string, at: string): Result<readonly HostAction[]> {
  if (vote.subject.trim() === '') return refuse('no-subject', 'Hãy ghi nội dung biểu quyết.');
  if (who.trim() === '') return refuse('no-decider', 'Hãy ghi họ tên người ghi kết quả biểu quyết.');
  const outcome = judgeVote(vote);
  if (!outcome.ok) return outcome;
  const { sheet, table, title, columns } = OWN_TABLES.votes;
  const standing = findTable(book, table);
  const row: NewValue[] = [
    textValue(vote.subject.trim()),
    textValue(BALLOTS[vote.ballot]),
    numberValue(vote.members),
    numberValue(vote.present),
    numberValue(vote.inFavour),
    textValue(outcome.value.sentence),
    textValue(who.trim()),
    textValue(at),
    textValue(`BQ-${rowsOf(standing).length + 1}`),
  ];
  const heading = [title, 'Kết luận tính theo số phiếu, không làm tròn xuống.'];
  return done([
    standing
      ? { kind: 'append-rows', table, rows: [row] }
      : { kind: 'put-table', plan: { sheet, table, heading, columns, rows: [row] } },
  ]);
}
