/**
 * All candidates in a single vote: members who may not vote, what can be counted, its effect on the proposals, and what
 * is read back.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../core/base/result.ts';
import { type Ballot, ballotOf, type LineCount } from '../../../core/council/ballot.ts';
import { candidateCode } from '../../../core/council/candidate-code.ts';
import { castBallot } from '../../../core/council/cast-ballot.ts';
import { sealOf } from '../../../core/council/seal.ts';
import type { SessionEntry } from '../../../core/council/session-log.ts';
import { VOTE_COLUMNS, VOTE_MARKS, VOTE_TITLES, voteCells } from '../../../core/council/vote-columns.ts';
import { appendVote, readVoteTable, type VoteEntry, type VoteLog } from '../../../core/council/vote-log.ts';
import type { VoteRule } from '../../../core/council/vote-rule.ts';
import { votedOn } from '../../../core/council/voted-on.ts';
import { withdrawVote } from '../../../core/council/withdraw-vote.ts';
import { awardCandidates } from '../../../core/judge/award/candidates.ts';
import type { Nomination } from '../../../core/judge/award/nomination.ts';
import { awardInput, type Scored } from '../judge/award/award-input.ts';
import { unit } from '../judge/score/sets.ts';
import { at } from './logs.ts';

const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const message = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.message);
const by = { who: 'Thư ký', at: at(0) };
const RULE: VoteRule = {
  ...{ code: 'Giấy khen', name: 'Giấy khen', quorum: { n: 2, d: 3 }, threshold: { n: 2, d: 3 }, over: false },
  ...{ of: 'all', ballot: 'show', writtenCounts: true, proxies: true, tie: 'fails', source: '', proposed: false },
};

/** Ta Ma's combined quota of a year: five for collectives and individuals together. */
const UNITS: readonly Scored[] = [9900, 9800, 9700, 9600, 9550, 9550, 9520].map((total, index) => ({
  ...{ name: `Bản ${'ABCDEGH'[index]}`, audience: 'village', total },
}));
const NOMINATIONS: readonly Nomination[] = [
  { name: 'Ông Giàng A Páo', audience: 'individual', by: 'Bản A', achievement: 'dạy dân dùng', outOfTurn: true },
];
const REGISTER = UNITS.map(({ name, audience = '' }) => unit(name, { audience, registered: true }));
const occasion = { movement: 'ta-ma-2023-2030', period: { kind: 'year', year: 2025 } } as const;
const MEMBERS = [
  { name: 'Lò Văn A', post: 'Chủ tịch', unit: '' },
  { name: 'Sùng Thị B', post: 'Ủy viên', unit: 'bản A' },
  { name: 'Giàng A Páo', post: 'Ủy viên', unit: '' },
  { name: 'Vàng D', post: 'Ủy viên', unit: 'Bản B' },
  { name: 'Quàng E', post: 'Ủy viên', unit: '' },
  { name: 'Lường G', post: 'Ủy viên', unit: '' },
];
const SESSION = {
  present: ['Lò Văn A, Chủ tịch', 'Sùng Thị B, Ủy viên', 'Giàng A Páo, Ủy viên'],
  proxies: ['Vàng D, Ủy viên ủy quyền cho Lò Văn A'],
  written: ['Quàng E, Ủy viên'],
  absent: ['Lường G, Ủy viên'],
} as unknown as SessionEntry;

const candidatesAfter = (votes: VoteLog, nominations = NOMINATIONS) => {
  const input = awardInput('ta-ma-2023-2030', '2025', UNITS, { register: REGISTER, nominations });
  return awardCandidates({ ...input, votedOn: votedOn(votes, occasion) });
};
const ballotAfter = (votes: VoteLog, session: SessionEntry | null = SESSION, nominations = NOMINATIONS) =>
  ballotOf({
    candidates: candidatesAfter(votes, nominations),
    occasion,
    register: REGISTER,
    session,
    members: MEMBERS,
    votes,
  });
const yearly = ({ lines }: Ballot, name: string) =>
  lines.find(({ candidate }) => candidate.unit === name && candidate.quota === 'TM-Q01')!;
const counted = (code: string, more: Partial<LineCount>): LineCount => ({
  ...{ code, inFavour: 0, against: 0, abstained: 0, writtenInFavour: 0, chairInFavour: null },
  ...more,
});
const cast = (votes: VoteLog, counts: readonly LineCount[], rule = RULE) =>
  castBallot(votes, sure(ballotAfter(votes)), rule, { counts, papers: null }, by);

describe('the ballot', () => {
  it('lists the candidates that may be proposed, none the plan excludes, and on each line the members who may not vote', () => {
    const ballot = sure(ballotAfter([]));
    expect([ballot.members, ballot.seats.length]).toEqual([6, 5]);
    const aside = (name: string) => yearly(ballot, name).recused.map(({ member }) => member);
    // Five places: A to D, then two equals for the last; H is behind them.
    expect(ballot.lines.filter(({ candidate }) => candidate.quota === 'TM-Q01').map(({ candidate }) => candidate.unit)) //
      .toEqual(['Bản A', 'Bản B', 'Bản C', 'Bản D', 'Bản E', 'Bản G']);
    expect([aside('Bản A'), aside('Bản B'), aside('Bản C')]) //
      .toEqual([['Sùng Thị B, Ủy viên'], ['Vàng D, Ủy viên'], []]);
    const person = ballot.lines.find(({ candidate }) => candidate.unit === 'Ông Giàng A Páo')!;
    expect(person.recused.map(({ member }) => member)).toEqual(['Sùng Thị B, Ủy viên', 'Giàng A Páo, Ủy viên']);
    expect(ballot.notes).toEqual([]);
  });

  it('a person belongs to the nominating unit; the secretary is asked where it is missing or no unit', () => {
    const [own] = NOMINATIONS;
    const asides = (nominated: readonly Nomination[]) => {
      const ballot = sure(ballotAfter([], SESSION, nominated));
      const { candidate, recused } = ballot.lines.find((line) => line.candidate.unit === nominated[0]!.name)!;
      return { subject: candidate.subject, aside: recused.map(({ member }) => member), notes: ballot.notes };
    };
    const person = { ...own!, name: 'Bà Hờ Thị Mai' };
    expect(asides([{ ...person, by: 'bản B' }])) //
      .toEqual({ subject: 'individual', aside: ['Vàng D, Ủy viên'], notes: [] });
    for (const by of ['', 'Tổ nào đó'])
      expect(asides([{ ...person, by }])).toEqual({
        ...{ subject: 'individual', aside: [] },
        notes: [expect.stringContaining('Chưa rõ đơn vị của Bà Hờ Thị Mai: hãy ghi cột "Đơn vị đề cử"')],
      });
    // Who puts an outsider forward is not whom the outsider belongs to.
    expect(asides([{ ...person, audience: 'outside-individual', by: 'Bản B' }])) //
      .toEqual({ subject: 'individual', aside: [], notes: [] });
  });

  it('is refused without a session, and tells whose unit it cannot make sure of', () => {
    expect(message(ballotAfter([], null))).toBe('Hãy ghi phiên họp trước: ai có mặt, ai vắng, ai ủy quyền.');
    const strange = { ...SESSION, present: [...SESSION.present, 'Người lạ'] };
    expect(sure(ballotAfter([], strange)).notes).toEqual([expect.stringContaining('Người lạ không có trong trang')]);
  });

  it('is refused in one sentence when too few took part, proxies counted only where the rule lets them', () => {
    const { code } = yearly(sure(ballotAfter([])), 'Bản C');
    expect(message(cast([], [counted(code, { inFavour: 4, writtenInFavour: 1 })]))).toBe('done');
    expect(message(cast([], [counted(code, { inFavour: 3 })], { ...RULE, proxies: false }))).toBe(
      'Có mặt 3/6 thành viên, cần ít nhất 4 (2/3): không đủ số thành viên dự họp.',
    );
  });

  it('two thirds of six is four: three and a written opinion pass, three do not; who stands aside cannot be counted', () => {
    const ballot = sure(ballotAfter([]));
    const [a, c] = [yearly(ballot, 'Bản A').code, yearly(ballot, 'Bản C').code];
    const { entries, log } = sure(
      cast([], [counted(a, { inFavour: 3, writtenInFavour: 1 }), counted(c, { inFavour: 3, against: 1 })]),
    );
    expect(entries.map(({ result }) => result)).toEqual(['passed', 'failed']);
    expect(entries[0]!.tally).toMatchObject({ voters: 3, recused: ['Sùng Thị B, Ủy viên'] });
    expect(message(cast([], [counted(a, { inFavour: 3, against: 1 })]))).toBe(
      'Bản A: Số phiếu đã ghi (4) nhiều hơn số phiếu được biểu quyết (3).',
    );
    expect(message(cast([], [counted(a, { inFavour: 2, against: 1, abstained: 1 })]))).toContain('nhiều hơn');
    expect(message(cast(log, [counted(a, { inFavour: 3 })]))).toContain('đã biểu quyết');
    expect(message(cast([], [counted(a, { inFavour: 3 }), counted(a, { inFavour: 3 })]))).toContain('không còn');
    expect(message(cast([], [counted('000000000000', { inFavour: 3 })]))).toContain('không còn');
  });

  it('decides the lines: who passed is proposed, who failed is not and leaves the place to the next', () => {
    const ballot = sure(ballotAfter([]));
    const vote = (name: string, inFavour: number) =>
      counted(yearly(ballot, name).code, { inFavour, against: 4 - inFavour });
    const { log } = sure(cast([], [vote('Bản C', 1), vote('Bản E', 4)]));
    const lines = candidatesAfter(log).filter(({ quota }) => quota === 'TM-Q01');
    const stateOf = (name: string) => lines.find((line) => line.unit === name)!;
    expect(stateOf('Bản C')).toMatchObject({ state: 'refused', reason: expect.stringContaining('không thông qua') });
    // There was a single place for two equals; with the place of the failed candidate both fit.
    expect(['Bản E', 'Bản G'].map((name) => stateOf(name).state)).toEqual(['proposed', 'proposed']);
    expect(stateOf('Bản E').reason).toContain('Hội đồng biểu quyết: Đồng ý 4/6');
    // Taken back, all is as before.
    const back = log.reduce((grown, { id }) => sure(withdrawVote(grown, id, { ...by, reason: 'đếm nhầm' })).log, log);
    expect(candidatesAfter(back)).toEqual(candidatesAfter([]));
  });

  it('each deed of a person has its own vote; a deed reworded since becomes a question', () => {
    const [own] = NOMINATIONS;
    const two = [own!, { ...own!, achievement: 'cứu sổ hộ khẩu số' }];
    const deedsOf = (votes: VoteLog, nominations: readonly Nomination[]) =>
      candidatesAfter(votes, nominations)
        .filter(({ round }) => round === 'out-of-turn')
        .map(({ achievement, state }) => [achievement, state]);
    const [, second] = sure(ballotAfter([], SESSION, two)).lines.filter(
      ({ candidate }) => candidate.round === 'out-of-turn',
    );
    expect(second!.subject).toBe(
      'Tặng Giấy khen của Chủ tịch UBND xã cho Ông Giàng A Páo (đột xuất: cứu sổ hộ khẩu số)',
    );
    const count = counted(second!.code, { inFavour: 2, writtenInFavour: 1 });
    const rule = { ...RULE, threshold: { n: 1, d: 2 } };
    const ballot = sure(ballotAfter([], SESSION, two));
    const { log } = sure(castBallot([], ballot, rule, { counts: [count], papers: null }, by));
    expect(deedsOf(log, two)).toEqual([
      ['cứu sổ hộ khẩu số', 'proposed'],
      ['dạy dân dùng', 'council'],
    ]);
    expect(sure(ballotAfter(log, SESSION, two)).notes).toEqual([]);
    const reworded = [own!, { ...own!, achievement: 'cứu sổ hộ tịch số' }];
    expect(deedsOf(log, reworded).map(([, state]) => state)).toEqual(['council', 'council']);
    expect(sure(ballotAfter(log, SESSION, reworded)).notes).toEqual([
      expect.stringContaining('(đột xuất: cứu sổ hộ khẩu số)” không khớp thành tích nào đang đề cử'),
    ]);
  });

  it('whatever the votes, no quota is exceeded, and a candidate the plan excludes stays excluded', () => {
    const ballot = sure(ballotAfter([]));
    const refused = candidatesAfter([]).filter(({ state }) => state === 'refused');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 20 }), (votes) => {
        const counts = ballot.lines.flatMap(({ code, recused, candidate }, index) =>
          candidate.onBallot && recused.length === 0 ? counted(code, { inFavour: votes[index % 20] ?? 0 }) : [],
        );
        const lines = candidatesAfter(sure(cast([], counts)).log);
        const { quotas } = awardInput('ta-ma-2023-2030', '2025', []).movement;
        for (const { code, max } of quotas)
          expect(lines.filter(({ quota, state }) => quota === code && state === 'proposed').length) //
            .toBeLessThanOrEqual(max ?? Infinity);
        const down = counts.length - counts.filter(({ inFavour }) => inFavour === 4).length;
        if (down === 0)
          for (const { quota, unit: name } of refused)
            expect(lines.find((line) => line.quota === quota && line.unit === name)!.state).toBe('refused');
      }),
      { numRuns: 40 },
    );
  });
});

describe('the rows', () => {
  const { code } = yearly(sure(ballotAfter([])), 'Bản A');
  const [entry] = sure(cast([], [counted(code, { inFavour: 2, abstained: 1, writtenInFavour: 1 })])).entries;
  const read = (titles: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
    sure(readVoteTable([...titles], rows));

  it('come back whole; a table made before the new columns is read as it was', () => {
    expect(read(VOTE_TITLES, [voteCells(entry!)])).toEqual({ log: [entry], edited: [] });
    const { tally: _, ...old } = entry!;
    const { hash: _hash, id: _id, ...body } = old;
    const hash = sealOf(body);
    const sealed: VoteEntry = { ...body, hash, id: hash.slice(0, 12) };
    const cells = VOTE_COLUMNS.flatMap(({ show, late }) => (late ? [] : [show(sealed)]));
    expect(read(VOTE_MARKS, [cells])).toEqual({ log: [sealed], edited: [] });
  });

  it('that count more votes than there were are not believed, sealed or not', () => {
    const forged = (more: Partial<VoteEntry>) => {
      const { hash: _hash, id: _id, ...body } = { ...entry!, ...more };
      const hash = sealOf(body);
      return read(VOTE_TITLES, [voteCells({ ...body, hash, id: hash.slice(0, 12) })]);
    };
    const tally = entry!.tally!;
    expect(forged({}).log).toHaveLength(1);
    const impossible: readonly Partial<VoteEntry>[] = [
      { inFavour: 3 },
      { writtenInFavour: 2 },
      { present: 6 },
      { tally: { ...tally, against: 1 } },
      { tally: { ...tally, voters: 5 } },
      { tally: { ...tally, recused: [] } },
    ];
    for (const more of impossible) expect(forged(more), JSON.stringify(more)).toMatchObject({ log: [], edited: [{}] });
  });
});

describe('more than the places passed', () => {
  const people = ['A', 'B', 'C', 'D', 'E', 'G'].map(
    (name, at): Nomination => ({
      ...{
        name: `Ông ${name}`,
        audience: 'individual',
        by: `Bản ${name}`,
        achievement: `việc ${at}`,
        outOfTurn: false,
      },
    }),
  );
  const linesFor = (units: readonly Scored[], votes: VoteLog, nominations = people) =>
    awardCandidates({
      ...awardInput('ta-ma-2023-2030', '2025', units, { nominations }),
      votedOn: votedOn(votes, occasion),
    }).filter(({ quota }) => quota === 'TM-Q01');
  /** Five in the room for each; the last has four there and two more in writing. */
  const cast = (writtenCounts: boolean) =>
    linesFor([], []).reduce<VoteLog>((log, candidate, at) => {
      const isLast = at === people.length - 1;
      const vote = {
        ...{ subject: candidate.unit, members: 9, present: 6, proxies: 0, written: 2, chairInFavour: null },
        ...{ writtenInFavour: isLast ? 2 : 0, count: { kind: 'show', inFavour: isLast ? 4 : 5 } as const },
        tally: { candidate: candidateCode(occasion, candidate), voters: 6, against: 0, abstained: 0, recused: [] },
      };
      const rule = { ...RULE, threshold: { n: 4, d: 9 }, writtenCounts };
      return sure(appendVote(log, vote, rule, by)).log;
    }, []);
  const stateOf = (lines: ReturnType<typeof linesFor>, name: string) => lines.find((line) => line.unit === name)?.state;

  it('the most votes come first, with opinions in writing where the rule counts them', () => {
    const counted = linesFor([], cast(true));
    expect([stateOf(counted, 'Ông G'), stateOf(counted, 'Ông A')]).toEqual(['proposed', 'council']);
    const lines = linesFor([], cast(false));
    expect([stateOf(lines, 'Ông G'), stateOf(lines, 'Ông A')]).toEqual(['refused', 'proposed']);
  });

  it('the reason of a candidate behind those proposed by points does not speak of fewer votes', () => {
    const five = UNITS.slice(0, 5).map((scored, at) => ({ ...scored, total: 9900 - at }));
    const after = linesFor(five, cast(true), people.slice(5)).find(({ unit: name }) => name === 'Ông G');
    expect(after).toMatchObject({ state: 'refused' });
    expect(after?.reason).toMatch(/thông qua\. Chỉ tiêu 5 đã đủ: trước hết là 5 ứng viên theo điểm\.$/u);
  });

  it('a vote in words alone says nothing of a later period', () => {
    const subject = 'Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh cho Bản A';
    const count = { kind: 'show', inFavour: 1 } as const;
    const vote = {
      subject,
      members: 6,
      present: 6,
      proxies: 0,
      written: 0,
      writtenInFavour: 0,
      chairInFavour: null,
      count,
    };
    const on = (day: string) =>
      linesFor(UNITS, sure(appendVote([], vote, RULE, { ...by, at: `${day}T08:00:00.000Z` })).log, []);
    expect(stateOf(on('2025-11-20'), 'Bản A')).toBe('refused');
    expect(stateOf(on('2024-11-20'), 'Bản A')).toBe('proposed');
  });
});
