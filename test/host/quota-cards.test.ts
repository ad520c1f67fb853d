/** The ballot as cards: a card for each quota, each candidate once, the plan's clause and the plan's threshold. */
import { describe, expect, it } from 'vitest';
import type { Ballot, BallotLine } from '../../core/council/ballot.ts';
import type { AwardCandidate } from '../../core/judge/award/candidate.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { quotaCards } from '../../ui/pane/quota-cards.ts';
import { planRule } from '../../ui/pane/vote-wanted.ts';

const movement = MOVEMENTS.find(({ quotas }) => quotas.length > 1)!;
const [first, second] = movement.quotas;

function candidate(quota: string, unit: string, rank: number | null): AwardCandidate {
  return {
    ...{ round: 'yearly', quota, form: 'Giấy khen', section: 'V.1', places: 1, limit: '', level: 'commune', unit },
    ...{ audience: 'village', subject: 'collective', outsider: false, state: 'proposed', cause: null, onBallot: true },
    ...{ reason: 'nộp muộn: không xét (mục IV.3).', rank, share: null, achievement: '', hasOtherDeed: false },
    ...{ overlap: null, granted: null, nominatedBy: [] },
  };
}
const line = (awardCandidate: AwardCandidate): BallotLine => ({
  ...{
    code: `${awardCandidate.quota} ${awardCandidate.unit}`,
    candidate: awardCandidate,
    subject: awardCandidate.unit,
    recused: [],
    vote: null,
  },
});

describe('the ballot', () => {
  const ballot: Ballot = {
    ...{ members: 3, seats: [], notes: [] },
    lines: [
      line(candidate(first!.code, 'Bản B', 2)),
      line(candidate(first!.code, 'Bản A', 1)),
      line(candidate(second!.code, 'Bản A', null)),
    ],
    aside: [{ ...candidate(first!.code, 'Bản C', 3), onBallot: false, state: 'refused' }],
  };
  const cards = quotaCards(ballot, movement);

  it('has a card a quota with its clause, best first, and who is left out with the reason', () => {
    expect(cards.map(({ clause }) => clause)).toEqual([first!.text, second!.text]);
    expect(cards[0]!.lines.map(({ candidate: { unit } }) => unit)).toEqual(['Bản A', 'Bản B']);
    expect(cards[0]!.places).toBe(1);
    expect(cards[0]!.aside.map(({ unit, reason }) => [unit, reason])).toEqual([
      ['Bản C', 'nộp muộn: không xét (mục IV.3).'],
    ]);
    expect(cards[1]!.aside).toEqual([]);
  });

  it('says for whom the plan numbers none, where it numbers others', () => {
    const limit = 'kế hoạch không nêu số lượng cho hộ gia đình';
    const own = { ...candidate('TM-A03-household', 'Hộ A', null), limit };
    const [card] = quotaCards({ ...ballot, lines: [line(own)], aside: [] }, movement);
    expect(card).toMatchObject({ clause: '', limit });
  });

  it('compares audiences that share the places by their share of the points', () => {
    const of = (unit: string, audience: string, rank: number, share: number) =>
      line({ ...candidate(first!.code, unit, rank), audience, share });
    const lines = [of('Trường A', 'school', 1, 9000), of('Trường B', 'school', 2, 1000), of('Trạm', 'agency', 1, 9500)];
    const [card] = quotaCards({ ...ballot, lines: [...lines, of('Công an', 'agency', 2, 5000)], aside: [] }, movement);
    const units = card!.lines.map(({ candidate: { unit } }) => unit);
    expect(units).toEqual(['Trạm', 'Trường A', 'Công an', 'Trường B']);
  });
});

describe("the plan's threshold", () => {
  it('is filled in with its words; what the plan leaves open is our proposal', () => {
    const source = { section: 'V.4', text: 'đạt từ 70 % số phiếu trở lên' };
    const rule = planRule({ vote: { least: 70, of: null, source } })!;
    expect(rule).toMatchObject({ threshold: { n: 7000, d: 10_000 }, over: false, proposed: false });
    expect(rule.source).toBe('Kế hoạch, mục V.4: “đạt từ 70 % số phiếu trở lên”');
    expect(planRule({})).toBeNull();
  });
});
