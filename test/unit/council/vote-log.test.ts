/** Votes stored in the visible table "Biểu quyết". */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf } from '../../../core/council/ancestry.ts';
import { VOTE_TITLES, voteCells } from '../../../core/council/vote-columns.ts';
import { appendVote, mergeVotes, readVoteTable, type VoteLog, verifyVotes } from '../../../core/council/vote-log.ts';
import { DEFAULT_VOTE_RULES, type VoteRule } from '../../../core/council/vote-rule.ts';
import type { Vote } from '../../../core/council/votes.ts';
import type { CellValue } from '../../../core/sheet/grid/sheet.ts';
import { at } from './logs.ts';

const [certificate, fighter] = DEFAULT_VOTE_RULES as [VoteRule, VoteRule];
const hands: Vote = {
  subject: 'Tặng Giấy khen cho Bản Nà Đít',
  members: 9,
  present: 8,
  proxies: 0,
  written: 1,
  writtenInFavour: 0,
  count: { kind: 'show', inFavour: 6 },
  chairInFavour: null,
};
const papers: Vote = {
  ...hands,
  subject: 'Chiến sĩ thi đua cơ sở: bà Lò Thị Mai',
  count: { kind: 'secret', issued: 8, returned: 8, valid: 7, invalid: 1, inFavour: 7 },
  chairInFavour: true,
};

function add(log: VoteLog, vote: Vote, rule: VoteRule, minutes = log.length): VoteLog {
  const result = appendVote(log, vote, rule, { who: 'Thư ký Hội đồng', at: at(minutes) });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.log;
}
const two = add(add([], hands, certificate), papers, fighter);
const read = (rows: readonly (readonly (CellValue | null)[])[]) => {
  const result = readVoteTable(VOTE_TITLES, rows);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};

describe('the log of votes', () => {
  it('keeps the count, the rule and what came of it', () => {
    expect(two[0]).toMatchObject({
      result: 'passed',
      rule: 'cần quá một nửa thành viên Hội đồng, tức từ 5/9 phiếu đồng ý',
      sentence: 'Đồng ý 6/9 thành viên Hội đồng (66,67 %), cần quá một nửa (từ 5): thông qua.',
      issued: null,
    });
    expect(two[1]).toMatchObject({
      result: 'failed',
      sentence: 'Đồng ý 7/9 thành viên Hội đồng (77,78 %), cần ít nhất 80 % (từ 8): không thông qua.',
      invalid: 1,
      previous: [two[0]!.hash],
    });
  });
  it('refuses what cannot be right, and a vote on nothing', () => {
    const by = { who: 'A', at: at(0) };
    expect(appendVote([], { ...hands, present: 9 }, certificate, by)).toMatchObject({ refusal: { code: 'bad-count' } });
    expect(appendVote([], { ...hands, subject: ' ' }, certificate, by)).toMatchObject({
      refusal: { code: 'bad-vote' },
    });
    expect(appendVote([], hands, certificate, { who: '', at: at(0) })).toMatchObject({ refusal: { code: 'bad-vote' } });
  });
  it('comes back from its table exactly, and tells any changed cell apart', () => {
    const rows = two.map(voteCells);
    expect(read([...rows].reverse())).toEqual({ log: two, edited: [] });
    for (const [row, cells] of rows.entries()) {
      for (const [column, title] of VOTE_TITLES.entries()) {
        for (const value of ['Khác', 99, 0, '']) {
          const cell = cells[column] ?? null;
          if (value === cell || (value === '' && cell === null)) continue;
          const { log, edited } = read(rows.with(row, cells.with(column, value)));
          expect([log.length, edited.length], `${title} ← ${value}`).toEqual([1, 1]);
        }
      }
    }
  });
  it('shows a changed past, and merges copies in any order', () => {
    expect(verifyVotes(two, headsOf(two))).toEqual([]);
    expect(verifyVotes(two.slice(1)).map((fault) => fault.kind)).toEqual(['missing-before']);
    expect(verifyVotes(two.with(0, { ...two[0]!, inFavour: 7 }))[0]?.message).toBe(
      'Biểu quyết số 1 (Tặng Giấy khen cho Bản Nà Đít) đã bị sửa sau khi ghi.',
    );
    const branches = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 30 })), { maxLength: 6 });
    fc.assert(
      fc.property(branches, branches, (left, right) => {
        const grow = (steps: readonly (readonly [boolean, number])[]) =>
          steps.reduce(
            (log, [secret, minutes]) =>
              secret ? add(log, papers, fighter, minutes) : add(log, hands, certificate, minutes),
            two,
          );
        const [a, b] = [grow(left), grow(right)];
        expect(mergeVotes([a, b])).toEqual(mergeVotes([b, mergeVotes([a, b])]));
        expect(verifyVotes(mergeVotes([a, b]), [...headsOf(a), ...headsOf(b)])).toEqual([]);
      }),
    );
  });
});
