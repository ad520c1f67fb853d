/** Votes: counts that add up, thresholds never rounded down, ties, places. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareToShare,
  DEFAULT_VOTE_RULES,
  leastOf,
  shareOfPercent,
  type VoteRule,
  voteRuleSchema,
} from '../../../core/council/vote-rule.ts';
import { type Vote, type VoteCount, voteOutcome } from '../../../core/council/votes.ts';

const eighty: VoteRule = {
  code: 'x',
  name: 'Cờ thi đua',
  quorum: null,
  threshold: { n: 80, d: 100 },
  over: false,
  of: 'all',
  ballot: 'show',
  writtenCounts: false,
  proxies: false,
  tie: 'chair',
  source: '',
  proposed: true,
};
const majority: VoteRule = { ...eighty, threshold: { n: 1, d: 2 }, over: true };

function vote(members: number, inFavour: number, more: Partial<Vote> = {}): Vote {
  return {
    subject: 'Tặng Giấy khen',
    members,
    present: members,
    proxies: 0,
    written: 0,
    writtenInFavour: 0,
    count: { kind: 'show', inFavour },
    chairInFavour: null,
    ...more,
  };
}

function outcome(vote: Vote, rule: VoteRule = eighty) {
  const result = voteOutcome(vote, rule);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
const refused = (vote: Vote, rule: VoteRule = eighty) => {
  const result = voteOutcome(vote, rule);
  return result.ok ? '' : result.refusal.message;
};

describe('the threshold', () => {
  it('80 % of 7 members is 6 votes', () => {
    expect(outcome(vote(7, 5))).toMatchObject({ result: 'failed', needed: 6 });
    expect(outcome(vote(7, 6))).toMatchObject({ result: 'passed', needed: 6 });
    expect(outcome(vote(7, 6)).sentence).toBe(
      'Đồng ý 6/7 thành viên Hội đồng (85,71 %), cần ít nhất 80 % (từ 6): thông qua.',
    );
    expect(outcome(vote(7, 6)).rule).toBe('cần ít nhất 80 % thành viên Hội đồng, tức từ 6/7 phiếu đồng ý');
    expect(outcome(vote(10, 8)).result).toBe('passed');
  });
  it('two thirds is two thirds, and a share short of it never looks reached', () => {
    const rule = { ...eighty, threshold: { n: 2, d: 3 } };
    expect(outcome(vote(9, 6), rule)).toMatchObject({ result: 'passed', needed: 6 });
    expect(outcome(vote(3, 2), rule).sentence).toContain('(66,67 %), cần ít nhất 2/3 (từ 2): thông qua');
    expect(outcome(vote(100_000, 79_999)).sentence).toContain(
      '(79,99 %), cần ít nhất 80 % (từ 80000): không thông qua',
    );
  });
  it('least number is exactly the first that reaches it, for every share and council', () => {
    const shares = fc.oneof(
      fc.integer({ min: 1, max: 10_000 }).map((n) => shareOfPercent(n / 100)),
      fc.integer({ min: 1, max: 12 }).chain((d) => fc.integer({ min: 0, max: d }).map((n) => ({ n, d }))),
    );
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 200 }), fc.boolean(), (share, members, over) => {
        const reaches = (votes: number) => {
          const [left, right] = [BigInt(votes) * BigInt(share.d), BigInt(share.n) * BigInt(members)];
          return over ? left > right : left >= right;
        };
        const least = leastOf(share, members, over);
        expect(reaches(least)).toBe(true);
        expect(least === 0 || !reaches(least - 1)).toBe(true);
        expect(Math.sign(compareToShare(least, share, members))).toBeGreaterThanOrEqual(over ? 1 : 0);
      }),
    );
  });
  it('passes exactly when the least number is reached', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 100 }),
        (members, raw, percent) => {
          const inFavour = raw % (members + 1);
          const { result, needed } = outcome(vote(members, inFavour), {
            ...eighty,
            threshold: shareOfPercent(percent),
          });
          expect(result).toBe(inFavour >= needed ? 'passed' : 'failed');
        },
      ),
    );
  });
});

describe('who counts', () => {
  const absent = vote(9, 5, { present: 6, written: 2, writtenInFavour: 2 });
  it('all members or those present', () => {
    expect(outcome(absent)).toMatchObject({ base: 9, inFavour: 5, result: 'failed' });
    expect(outcome(absent, { ...eighty, of: 'present' })).toMatchObject({ base: 6, inFavour: 5, result: 'passed' });
  });
  it('written opinions where the rule counts them, on both sides', () => {
    const rule = { ...eighty, writtenCounts: true };
    expect(outcome(absent, rule)).toMatchObject({ base: 9, inFavour: 7, needed: 8, result: 'failed' });
    expect(outcome(absent, { ...rule, of: 'present' })).toMatchObject({
      base: 8,
      inFavour: 7,
      needed: 7,
      result: 'passed',
    });
  });
  it('proxies where the rule lets them', () => {
    const sent = vote(7, 6, { present: 5, proxies: 1 });
    expect(refused(sent)).toBe('Quy chế không cho phép ủy quyền biểu quyết.');
    expect(outcome(sent, { ...eighty, proxies: true, of: 'present' })).toMatchObject({ base: 6, result: 'passed' });
  });
});

describe('quorum', () => {
  const rule = { ...majority, quorum: { n: 2, d: 3 } };
  it('is of all members, written opinions do not make it up', () => {
    const few = outcome(vote(10, 6, { present: 6, written: 4, writtenInFavour: 4 }), { ...rule, writtenCounts: true });
    expect(few.result).toBe('no-quorum');
    expect(few.sentence).toBe('Có mặt 6/10 thành viên, cần ít nhất 7 (2/3): không đủ số thành viên dự họp.');
    expect(outcome(vote(10, 6, { present: 7 }), rule).result).toBe('passed');
    expect(outcome(vote(9, 6, { present: 6 }), rule).result).toBe('passed');
  });
});

describe('half of the votes', () => {
  it('is not a majority; the chair decides', () => {
    expect(outcome(vote(8, 4), majority)).toMatchObject({ result: 'undecided', needed: 5 });
    expect(outcome(vote(8, 4), majority).sentence).toContain(
      'cần quá một nửa (từ 5): ngang phiếu, chờ ý kiến của Chủ tịch Hội đồng.',
    );
    expect(outcome(vote(8, 4, { chairInFavour: true }), majority).result).toBe('passed');
    expect(outcome(vote(8, 4, { chairInFavour: false }), majority).result).toBe('failed');
    expect(outcome(vote(8, 4, { chairInFavour: true }), { ...majority, tie: 'fails' }).result).toBe('failed');
    expect(outcome(vote(8, 3, { chairInFavour: true }), majority).result).toBe('failed');
    expect(outcome(vote(7, 4), majority).result).toBe('passed');
  });
});

describe('counts that cannot be', () => {
  const secret = { ...eighty, ballot: 'secret' as const };
  const papers = (more: Partial<Extract<VoteCount, { kind: 'secret' }>>) =>
    refused(
      vote(7, 0, { count: { kind: 'secret', issued: 7, returned: 7, valid: 6, invalid: 1, inFavour: 6, ...more } }),
      secret,
    );
  it('ballot papers add up', () => {
    expect(papers({})).toBe('');
    expect(papers({ issued: 8 })).toBe('Số phiếu phát ra (8) nhiều hơn số người bỏ phiếu (7).');
    expect(papers({ issued: 6 })).toBe('Số phiếu thu về (7) nhiều hơn số phiếu phát ra (6).');
    expect(papers({ returned: 6 })).toBe('Phiếu hợp lệ (6) cộng phiếu không hợp lệ (1) phải bằng số phiếu thu về (6).');
    expect(papers({ inFavour: 7 })).toBe('Số phiếu đồng ý (7) nhiều hơn số phiếu hợp lệ (6).');
  });
  it('follow the rule, in whole people who are present', () => {
    expect(refused(vote(7, 6), secret)).toBe('Nội dung này phải bỏ phiếu kín.');
    expect(papers({})).toBe('');
    expect(
      refused(vote(7, 6, { count: { kind: 'secret', issued: 7, returned: 7, valid: 7, invalid: 0, inFavour: 6 } })),
    ).toBe('Nội dung này biểu quyết bằng giơ tay.');
    expect(refused(vote(7, 5.5))).toBe('Số phiếu và số thành viên phải là số nguyên không âm.');
    expect(refused(vote(7, -1))).toContain('số nguyên không âm');
    expect(refused(vote(0, 0))).toBe('Hãy ghi số thành viên Hội đồng.');
    expect(refused(vote(7, 8))).toBe('Số đồng ý (8) nhiều hơn số người biểu quyết (7).');
    expect(refused(vote(7, 6, { written: 1 }))).toContain('nhiều hơn 7 thành viên');
    expect(refused(vote(7, 5, { present: 5, written: 1, writtenInFavour: 2 }))).toContain('nhiều hơn số nhận được (1)');
  });
});

describe('rules to start from', () => {
  it('are settings, none of them presented as law', () => {
    for (const rule of DEFAULT_VOTE_RULES) {
      expect(voteRuleSchema.parse(rule)).toEqual(rule);
      expect(rule.proposed).toBe(true);
      expect(rule.source).not.toBe('');
    }
    expect(voteRuleSchema.safeParse({ ...eighty, threshold: { n: 101, d: 100 } }).success).toBe(false);
  });
});
