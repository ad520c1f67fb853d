/** The council's decisions and votes: made, taken back, merged. All of it is of record. */
import type { Result } from '../../core/base/result.ts';
import type { SessionFacts } from '../../core/council/session-log.ts';
import type { BallotCast } from '../council/ballot.ts';
import type { VoteWanted } from '../council/record-vote.ts';
import type { DecisionWanted, WithdrawWanted } from '../council/review.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import { leftOut } from './left-out.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type CouncilWork = ReturnType<typeof councilWork>;

export function councilWork({ host, bare, now, recorded, finishScored }: WorkTools) {
  return {
    decide: async (wanted: DecisionWanted): Promise<Result<Done>> => {
      const { decide } = await import('../council/review.ts');
      const scored = await decide(host, wanted, now());
      if (!scored.ok) return scored;
      const message = 'unscored' in scored.value ? 'Đã ghi quyết định.' : 'Đã ghi quyết định và chấm lại điểm.';
      return finishScored(scored.value, [message], [], true);
    },
    /** Many in one act, an entry each; all or none. */
    decideAll: async (wanted: readonly DecisionWanted[]): Promise<Result<Done>> => {
      const { decideAll } = await import('../council/review.ts');
      const scored = await decideAll(host, wanted, now());
      if (!scored.ok) return scored;
      const isAppraised = wanted.every(({ kind }) => kind === 'appraise');
      const made = isAppraised
        ? `Đã ghi ${wanted.length} điểm thẩm định để trình Hội đồng`
        : `Đã ghi ${wanted.length} quyết định, mỗi quyết định một dòng`;
      const message = `${made}${'unscored' in scored.value ? '' : ', và chấm lại điểm'}.`;
      return finishScored(scored.value, [message], [], true);
    },
    /** Takes a decision back; its subject is open again. */
    withdraw: async (wanted: WithdrawWanted): Promise<Result<Done>> => {
      const { withdraw } = await import('../council/review.ts');
      const taken = await withdraw(host, wanted, now());
      if (!taken.ok) return taken;
      const message = 'Đã rút; dòng cũ vẫn còn trong sổ, nội dung này chờ quyết định lại.';
      return finishScored(taken.value, [message], [], true);
    },
    vote: async (wanted: VoteWanted): Promise<Result<Done>> => {
      const { recordVote } = await import('../council/record-vote.ts');
      const voted = await recordVote(host, wanted, now());
      return voted.ok ? recorded([`Đã ghi kết quả biểu quyết. ${voted.value.entry.sentence}`]) : voted;
    },
    withdrawVote: async (wanted: WithdrawWanted): Promise<Result<Done>> => {
      const { takeVoteBack } = await import('../council/record-vote.ts');
      const taken = await takeVoteBack(host, wanted, now());
      return taken.ok ? recorded(['Đã rút biểu quyết; có thể biểu quyết lại.']) : taken;
    },
    castBallot: async (wanted: BallotCast): Promise<Result<Done>> => {
      const { recordBallot } = await import('../council/ballot.ts');
      const cast = await recordBallot(host, wanted, now());
      if (!cast.ok) return cast;
      const passed = cast.value.filter(({ result }) => result === 'passed').length;
      return recorded([`Đã ghi biểu quyết ${cast.value.length} ứng viên, ${passed} được thông qua.`]);
    },
    /** Records who met; replaces an earlier record. */
    recordSession: async (facts: SessionFacts, who: string): Promise<Result<Done>> => {
      const { recordSession } = await import('../council/close.ts');
      const held = await recordSession(host, facts, { who, at: now() });
      return held.ok ? recorded(['Đã ghi phiên họp.']) : held;
    },
    /** Closes the results: until they are reopened nothing is scored, decided or changed. */
    closeResults: async (who: string): Promise<Result<Done>> => {
      const { closeResults } = await import('../council/close.ts');
      const closed = await closeResults(bare, { who, at: now() });
      if (!closed.ok) return closed;
      return finishScored(closed.value, ['Đã chốt kết quả: chấm lại, quyết định, sửa tiêu chí đều bị khóa.'], [], true);
    },
    reopenResults: async ({ reason, who }: Omit<WithdrawWanted, 'id'>): Promise<Result<Done>> => {
      const { reopenResults } = await import('../council/close.ts');
      const reopened = await reopenResults(bare, reason, { who, at: now() });
      return reopened.ok ? recorded(['Đã mở lại kết quả; dòng chốt và lý do mở lại vẫn còn trong sổ.']) : reopened;
    },
    /** Decisions and votes of other copies of this workbook come into it. */
    mergeCopies: async (files: readonly NamedFile[], progress: Progress): Promise<Result<Done>> => {
      const { mergeCopies } = await import('../council/merge-copies.ts');
      const merged = await mergeCopies(host, files, progress);
      if (!merged.ok) return merged;
      return finishScored(merged.value, merged.value.messages, leftOut(merged.value.unused), true);
    },
  };
}
