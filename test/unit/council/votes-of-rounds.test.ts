/** A vote in words counts for the one line whose round and form it names, whatever else it would fit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotOf } from '../../../core/council/ballot.ts';
import type { SessionEntry } from '../../../core/council/session-log.ts';
import { appendVote, type VoteLog } from '../../../core/council/vote-log.ts';
import { DEFAULT_VOTE_RULES, type VoteRule } from '../../../core/council/vote-rule.ts';
import { votedOn } from '../../../core/council/voted-on.ts';
import { ROUND_NAME } from '../../../core/judge/award/candidate.ts';
import { awardCandidates } from '../../../core/judge/award/candidates.ts';
import { awardInput, nominated, type Scored } from '../judge/award/award-input.ts';

const RULE: VoteRule = {
  ...DEFAULT_VOTE_RULES[0]!,
  ...{ ballot: 'show', threshold: { n: 1, d: 2 }, over: true, of: 'all', quorum: null, tie: 'fails' },
};
const BY = { who: 'Thư ký', at: '2025-11-20T08:00:00.000Z' };
const MEMBERS = { members: 7, present: 7, proxies: 0, written: 0, writtenInFavour: 0, chairInFavour: null };

/** A commune of Ta Ma at the end of its first phase: awards of the year and of the interim review side by side. */
function inputOf(totals: readonly number[]) {
  const units = totals.map((total, at): Scored => ({ name: `Bản ${at}`, total, audience: 'village' }));
  return awardInput('ta-ma-2023-2030', '2025', units, { nominations: [nominated('Quàng B', 'individual')] });
}

/** For each vote: which line it is about, whether its words name the round, and how many are in favour. */
const votes = fc.array(
  fc.record({ at: fc.nat(), named: fc.boolean(), wording: fc.nat(2), inFavour: fc.constantFrom(0, 3, 5, 7) }),
  { minLength: 1, maxLength: 8 },
);
const totals = fc.array(fc.integer({ min: 5_000, max: 10_000 }), { minLength: 1, maxLength: 6 });

function castOn(
  before: ReturnType<typeof awardCandidates>,
  drawn: typeof votes extends fc.Arbitrary<infer T> ? T : never,
) {
  return drawn.reduce<{ log: VoteLog; cast: readonly { id: string; key: string; round: string | null }[] }>(
    ({ log, cast }, { at, named, wording, inFavour }) => {
      const { form, unit, round } = before[at % before.length]!;
      const words = ROUND_NAME[round].toLowerCase();
      const plain = `Tặng ${form} cho ${unit}`;
      const subject = named ? [`${plain} (${words})`, `${plain}, đợt ${words}`, `${words}: ${plain}`][wording]! : plain;
      const added = appendVote(log, { ...MEMBERS, subject, count: { kind: 'show', inFavour } }, RULE, BY);
      if (!added.ok) throw new Error(added.refusal.message);
      const vote = { id: added.value.entry.id, key: `${form} | ${unit}`, round: named ? round : null };
      // The last vote in the same words stands.
      const others = cast.filter(({ key, round: other }) => key !== vote.key || other !== vote.round);
      return { log: added.value.log, cast: [...others, vote] };
    },
    { log: [], cast: [] },
  );
}

describe('a vote in words', () => {
  it('counts in a single round, in the round it names, and changes the state of no line of another round', () => {
    fc.assert(
      fc.property(totals, votes, (points, drawn) => {
        const input = inputOf(points);
        const before = awardCandidates(input);
        const { log, cast } = castOn(before, drawn);
        const after = awardCandidates({
          ...input,
          votedOn: votedOn(log, { movement: input.movement.id, period: input.period }),
        });
        const keyOf = ({ form, unit }: { form: string; unit: string }) => `${form} | ${unit}`;
        for (const { id, key, round } of cast) {
          const own = after.filter(({ vote }) => vote === id);
          for (const line of own) expect(keyOf(line)).toBe(key);
          expect(new Set(own.map((line) => line.round)).size).toBeLessThanOrEqual(1);
          if (round !== null) expect(own.map((line) => line.round)).toEqual(own.map(() => round));
          // A vote that names its round is lost on nobody.
          if (round !== null) expect(own.length).toBeGreaterThan(0);
          // Nor is a vote that names none, unless votes with their round stand on every line it fits.
          const free = after.filter((line) => keyOf(line) === key && (line.vote === undefined || line.vote === id));
          if (free.length > 0) expect(own.length).toBeGreaterThan(0);
        }
        const rounds = new Set(after.filter(({ vote }) => vote !== undefined).map(({ round }) => round));
        const lineOf = new Map(before.map((line) => [`${line.quota} | ${line.unit}`, line.state]));
        for (const { quota, unit, round, state } of after)
          if (!rounds.has(round)) expect(state).toBe(lineOf.get(`${quota} | ${unit}`));
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the other rounds on the ballot, and says so in their lines', () => {
    const input = inputOf([9_900]);
    const both = awardCandidates(input).filter(({ unit, form }) => unit === 'Bản 0' && form.startsWith('Bằng khen'));
    const rounds = [...new Set(both.map(({ round }) => round))];
    expect(rounds.length).toBe(2);
    const occasion = { movement: input.movement.id, period: input.period };
    const subject = `Đề nghị tặng ${both[0]!.form} cho Bản 0`;
    const added = appendVote([], { ...MEMBERS, subject, count: { kind: 'show', inFavour: 7 } }, RULE, BY);
    if (!added.ok) throw new Error(added.refusal.message);
    const candidates = awardCandidates({ ...input, votedOn: votedOn(added.value.log, occasion) });
    const session = { present: ['Ông A'], proxies: [], written: [], absent: [] } as unknown as SessionEntry;
    const ballot = ballotOf({
      ...{ candidates, occasion, register: null, session, members: [] },
      votes: added.value.log,
    });
    if (!ballot.ok) throw new Error(ballot.refusal.message);
    const own = ballot.value.lines.filter(({ candidate }) => keyedAs(candidate, both[0]!));
    expect(own.map(({ vote }) => vote !== null)).toEqual([true, false]);
    expect(own[1]!.candidate.reason).toContain(
      `Biểu quyết không ghi đợt đã tính cho đợt ${ROUND_NAME[rounds[0]!].toLowerCase()}: đợt này chờ biểu quyết riêng.`,
    );
  });
});

function keyedAs(x: { form: string; unit: string }, y: { form: string; unit: string }): boolean {
  return x.form === y.form && x.unit === y.unit;
}
