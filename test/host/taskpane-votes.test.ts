/**
 * What is typed about a vote: what is missing, what cannot be right, and the outcome that is shown before it is
 * recorded.
 */
import { describe, expect, it } from 'vitest';
import { DEFAULT_VOTE_RULES } from '../../core/council/vote-rule.ts';
import { INITIAL } from '../../ui/pane/state.ts';
import { parseDrafts } from '../../ui/pane/stored-drafts.ts';
import { EMPTY_VOTE, type VoteTexts } from '../../ui/pane/vote-texts.ts';
import { countFields, ruleTexts, ruleTyped, votePreview } from '../../ui/pane/vote-wanted.ts';

const RULE: Partial<VoteTexts> = {
  ruleName: 'Cờ thi đua',
  ruleThreshold: '80 %',
  ruleOver: 'least',
  ruleOf: 'all',
  ruleBallot: 'secret',
  ruleProxies: 'no',
  ruleWritten: 'yes',
  ruleTie: 'chair',
};
const COUNT: Partial<VoteTexts> = {
  voteMembers: '7',
  votePresent: '6',
  voteWritten: '1',
  voteWrittenInFavour: '1',
  voteIssued: '6',
  voteReturned: '6',
  voteValid: '5',
  voteInvalid: '1',
  voteInFavour: '5',
};
const preview = (...typed: readonly Partial<VoteTexts>[]) =>
  votePreview(Object.assign({}, EMPTY_VOTE, RULE, COUNT, ...typed));
const messageOf = (...typed: readonly Partial<VoteTexts>[]) => {
  const shown = preview(...typed);
  return shown.kind === 'counted' ? shown.outcome.sentence : shown.message;
};

describe('a rule', () => {
  it('is nobody’s until it is typed or picked', () => {
    expect(ruleTyped(EMPTY_VOTE).ok).toBe(false);
    expect(votePreview({ ...EMPTY_VOTE, ...COUNT }).kind).toBe('waiting');
  });
  it('survives its fields unchanged, and our proposal keeps its name', () => {
    for (const rule of DEFAULT_VOTE_RULES) {
      const read = ruleTyped({ ...EMPTY_VOTE, ...ruleTexts(rule) });
      const again = read.ok ? read.value : null;
      expect(again && ruleTexts(again)).toEqual(ruleTexts(rule));
      expect(again?.proposed).toBe(true);
    }
    const own = ruleTyped({ ...EMPTY_VOTE, ...ruleTexts(DEFAULT_VOTE_RULES[0]!), ruleSource: 'Quy chế, Điều 8' });
    expect(own.ok && own.value.proposed).toBe(false);
  });
  it.each([
    'ruleName',
    'ruleThreshold',
    'ruleOver',
    'ruleOf',
    'ruleBallot',
    'ruleProxies',
    'ruleWritten',
    'ruleTie',
  ] as const)('waits for %s', (field) => {
    expect(preview({ [field]: '' }).kind).toBe('waiting');
  });
});

describe('the outcome while it is typed', () => {
  it('counts written opinions where the rule does, and is never rounded down', () => {
    expect(messageOf()).toBe('Đồng ý 6/7 thành viên Hội đồng (85,71 %), cần ít nhất 80 % (từ 6): thông qua.');
    expect(messageOf({ voteInFavour: '4' })).toContain('(từ 6): không thông qua');
    expect(messageOf({ ruleWritten: 'no' })).toContain('Đồng ý 5/7');
  });
  it('says which figure is not there yet, and takes none for 0 that has to be counted', () => {
    expect(messageOf({ voteInFavour: '' })).toBe('Hãy ghi số “Đồng ý”.');
    expect(preview({ voteInFavour: '' }).kind).toBe('waiting');
    expect(preview({ voteWritten: '', voteWrittenInFavour: '', voteInvalid: '', voteValid: '6' }).kind).toBe('counted');
  });
  it('says why a count cannot be right', () => {
    expect(preview({ voteValid: '6' })).toEqual({
      kind: 'wrong',
      message: 'Phiếu hợp lệ (6) cộng phiếu không hợp lệ (1) phải bằng số phiếu thu về (6).',
    });
    expect(preview({ votePresent: '5,5' })).toEqual({ kind: 'wrong', message: '“Có mặt” phải là số nguyên không âm.' });
    expect(preview({ voteMembers: '0' }).kind).toBe('wrong');
  });
  it('asks the chair only where the chair decides, and forgets the answer where not', () => {
    const half = { ruleThreshold: '1/2', ruleOver: 'over', voteMembers: '8', voteInFavour: '3' };
    const open = preview(half);
    expect(open.kind === 'counted' && [open.chairDecides, open.outcome.result]).toEqual([true, 'undecided']);
    const shown = preview(half, { voteChair: 'yes' });
    expect(shown.kind === 'counted' && [shown.chairDecides, shown.outcome.result]).toEqual([true, 'passed']);
    const other = preview(half, { voteChair: 'yes', voteInFavour: '5' });
    expect(other.kind === 'counted' && [other.chairDecides, other.vote.chairInFavour]).toEqual([false, null]);
  });
  it('asks for ballot papers only for a secret ballot, for proxies only where they may vote', () => {
    expect(countFields({ ballot: 'show', proxies: false })).not.toContain('voteIssued');
    expect(countFields({ ballot: 'secret', proxies: true })).toEqual(
      expect.arrayContaining(['voteIssued', 'voteProxies']),
    );
    const shown = preview({ ruleBallot: 'show' });
    expect(shown.kind === 'counted' && shown.vote.count).toEqual({ kind: 'show', inFavour: 5 });
  });
});

it('a half typed vote survives a reload of the pane', () => {
  const texts = { ...INITIAL.texts, ...RULE, ...COUNT, voteInFavour: '' };
  expect(parseDrafts(JSON.stringify({ drafts: [], texts })).texts).toEqual(texts);
});
