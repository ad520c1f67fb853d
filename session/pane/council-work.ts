/**
 * What the council has done through the pane: decisions and votes, made, taken back, merged. All of it is of record.
 */
import type { Result } from '../../core/base/result.ts';
import type { Host } from '../host/port.ts';
import type { Scored, Unscored } from '../run/check-and-score.ts';
import { leftOut } from './left-out.ts';
import type { Done, PaneSession } from './pane-session.ts';

interface CouncilTools {
  /** Refused while the results are closed. */
  readonly host: Host;
  /** The workbook itself, closed or not. */
  readonly bare: Host;
  readonly now: () => string;
  /** Says what was done; nothing before it is taken back across it. */
  readonly recorded: (said: readonly string[], left?: readonly string[]) => Promise<Result<Done>>;
  /** The same after points were reckoned anew; `ofRecord` = not to be taken back. */
  readonly finishScored: (
    scored: Scored | Unscored,
    said: readonly string[],
    left: readonly string[],
    ofRecord: boolean,
  ) => Promise<Result<Done>>;
}

export type CouncilWork = Pick<
  PaneSession,
  | 'decide'
  | 'decideAll'
  | 'withdraw'
  | 'vote'
  | 'withdrawVote'
  | 'castBallot'
  | 'recordSession'
  | 'closeResults'
  | 'reopenResults'
  | 'mergeCopies'
  | 'takeShared'
>;

export function councilWork({ host, bare, now, recorded, finishScored }: CouncilTools): CouncilWork {
  return {
    decide: async (wanted) => {
      const { decide } = await import('../council/review.ts');
      const scored = await decide(host, wanted, now());
      if (!scored.ok) return scored;
      const said = 'unscored' in scored.value ? 'Đã ghi quyết định.' : 'Đã ghi quyết định và chấm lại điểm.';
      return finishScored(scored.value, [said], [], true);
    },
    decideAll: async (wanted) => {
      const { decideAll } = await import('../council/review.ts');
      const scored = await decideAll(host, wanted, now());
      if (!scored.ok) return scored;
      const isAppraised = wanted.every(({ kind }) => kind === 'appraise');
      const made = isAppraised
        ? `Đã ghi ${wanted.length} điểm thẩm định để trình Hội đồng`
        : `Đã ghi ${wanted.length} quyết định, mỗi quyết định một dòng`;
      return finishScored(
        scored.value,
        [`${made}${'unscored' in scored.value ? '' : ', và chấm lại điểm'}.`],
        [],
        true,
      );
    },
    withdraw: async (wanted) => {
      const { withdraw } = await import('../council/review.ts');
      const taken = await withdraw(host, wanted, now());
      if (!taken.ok) return taken;
      return finishScored(
        taken.value,
        ['Đã rút; dòng cũ vẫn còn trong sổ, nội dung này chờ quyết định lại.'],
        [],
        true,
      );
    },
    vote: async (wanted) => {
      const { recordVote } = await import('../council/record-vote.ts');
      const voted = await recordVote(host, wanted, now());
      return voted.ok ? recorded([`Đã ghi kết quả biểu quyết. ${voted.value.entry.sentence}`]) : voted;
    },
    withdrawVote: async (wanted) => {
      const { takeVoteBack } = await import('../council/record-vote.ts');
      const taken = await takeVoteBack(host, wanted, now());
      return taken.ok ? recorded(['Đã rút biểu quyết; có thể biểu quyết lại.']) : taken;
    },
    castBallot: async (wanted) => {
      const { recordBallot } = await import('../council/ballot.ts');
      const cast = await recordBallot(host, wanted, now());
      if (!cast.ok) return cast;
      const passed = cast.value.filter(({ result }) => result === 'passed').length;
      return recorded([`Đã ghi biểu quyết ${cast.value.length} ứng viên, ${passed} được thông qua.`]);
    },
    recordSession: async (facts, who) => {
      const { recordSession } = await import('../council/close.ts');
      const held = await recordSession(host, facts, { who, at: now() });
      return held.ok ? recorded(['Đã ghi phiên họp.']) : held;
    },
    closeResults: async (who) => {
      const { closeResults } = await import('../council/close.ts');
      const closed = await closeResults(bare, { who, at: now() });
      if (!closed.ok) return closed;
      return finishScored(closed.value, ['Đã chốt kết quả: chấm lại, quyết định, sửa tiêu chí đều bị khóa.'], [], true);
    },
    reopenResults: async ({ reason, who }) => {
      const { reopenResults } = await import('../council/close.ts');
      const reopened = await reopenResults(bare, reason, { who, at: now() });
      return reopened.ok ? recorded(['Đã mở lại kết quả; dòng chốt và lý do mở lại vẫn còn trong sổ.']) : reopened;
    },
    mergeCopies: async (files, progress) => {
      const { mergeCopies } = await import('../council/merge-copies.ts');
      const merged = await mergeCopies(host, files, progress);
      if (!merged.ok) return merged;
      return finishScored(merged.value, merged.value.said, leftOut(merged.value.unused), true);
    },
    takeShared: async (given, progress) => {
      const { takeShared } = await import('../share/shared-book.ts');
      const taken = await takeShared(bare, given, progress);
      if (!taken.ok) return taken;
      const { record, said, refused } = taken.value;
      return record === null ? recorded(said, refused) : finishScored(record, said, refused, true);
    },
  };
}
