/**
 * The ledger of candidates over random movements, registers, nominations and quotas: everybody stands exactly once in
 * each list (a round and a form of award), a quota limits only whom it names, and only the plan and the law refuse.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '../../../../core/base/period/period.ts';
import type { AwardCandidate } from '../../../../core/judge/award/candidate.ts';
import { awardCandidates } from '../../../../core/judge/award/candidates.ts';
import { roundsOf } from '../../../../core/judge/award/rounds.ts';
import type { Movement, Quota } from '../../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../../core/movements/index.ts';
import { drawn } from '../../../draws.ts';
import { unit } from '../score/sets.ts';
import { awardInput, nominated, type Scored } from './award-input.ts';

const YEARS: Readonly<Record<string, readonly string[]>> = {
  'luc-ba-2024': ['2024'],
  'ta-ma-2023-2030': ['2023', '2025', '2027', '2030'],
  'tan-linh-2025': ['2025'],
  'tan-quang-2023-2025': ['2024', '2025'],
  'cat-ne-2024': ['2024'],
};
const ROUNDS = ['yearly', 'interim', 'final'] as const;

const people = fc.record({
  at: fc.nat(MOVEMENTS.length - 1),
  year: fc.nat(3),
  /** For each unit: total in hundredths, its row in the register, and whether it was nominated. */
  units: fc.array(
    fc.record({
      total: fc.option(fc.integer({ min: 0, max: 10_000 }), { freq: 3 }),
      audience: fc.nat(9),
      listed: fc.boolean(),
      registered: fc.boolean(),
      forward: fc.boolean(),
      fact: fc.constantFrom('', 'lo-bi-mat', 'canh-cao'),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  outsiders: fc.nat(3),
  given: fc.option(
    fc.record({ year: fc.constantFrom(2023, 2024, 2025), form: fc.constantFrom('Giấy khen', 'Bằng khen') }),
  ),
  rows: fc.array(
    fc.record({
      kind: fc.constantFrom<Quota['kind']>('combined', 'collective', 'individual', 'household', 'outside'),
      max: fc.constantFrom(null, 0, 1, 2),
      award: fc.nat(7),
      round: fc.constantFrom(...ROUNDS),
      only: fc.option(fc.nat(9)),
      condition: fc.constantFrom(null, null, 'nếu có', 'chưa được khen năm'),
      share: fc.constantFrom(null, null, 10, 33.33, 100),
      base: fc.constantFrom(
        'participants' as const,
        'registered' as const,
        'eligible' as const,
        'listed' as const,
        null,
      ),
      phase: fc.constantFrom(null, null, 0, 1),
    }),
    { maxLength: 4 },
  ),
});
type People = typeof people extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(movement: Movement, rows: People['rows']): Movement['quotas'] {
  return rows.map(({ only, award, share, base, phase, ...row }, at) => {
    const named = movement.awards[award % (movement.awards.length + 1)];
    const own = movement.audiences.filter(({ subject, kind }) => subject === row.kind && !kind.startsWith('outside-'));
    const audience = only === null ? undefined : own[only % Math.max(1, own.length)];
    return {
      ...{ code: `THEM-${at}`, text: 'thêm', percent: share, base: share === null ? null : base },
      phase: phase === null ? null : (movement.phases[phase]?.code ?? null),
      ...{ ...row, award: named?.code ?? null, source: { section: 'IX.9' } },
      ...(audience ? { audiences: [audience.kind] } : {}),
    };
  });
}

function inputOf(
  { at, year, units, outsiders, given, rows }: People,
  extra: readonly Movement['quotas'][number][] = [],
) {
  const movement = MOVEMENTS[at]!;
  const years = YEARS[movement.id]!;
  const scorable = movement.criteriaSets.map(({ audience }) => audience);
  const drawn = units.map((unit, index) => ({
    ...unit,
    name: `Đơn vị ${index}`,
    audience: scorable[unit.audience % scorable.length]!,
  }));
  const scored = drawn.flatMap(({ name, audience, total }): Scored[] =>
    total === null ? [] : [{ name, audience, total }],
  );
  const register = drawn
    .filter(({ listed }) => listed)
    .map(({ name, audience, registered, fact }) =>
      unit(name, { audience, registered, facts: fact === '' ? [] : [fact], received: '2023-01-01' }),
    );
  const nominations = [
    ...drawn.filter(({ forward }) => forward).map(({ name, audience }) => nominated(name, audience)),
    ...Array.from({ length: outsiders }, (_, index) =>
      nominated(`Người ngoài ${index}`, index === 1 ? 'outside-collective' : 'outside-individual'),
    ),
  ];
  const ledger =
    given === null ? [] : [{ unit: 'Đơn vị 0', form: `${given.form} của Chủ tịch UBND xã`, year: given.year }];
  const input = awardInput(movement.id, years[year % years.length]!, scored, { register, nominations, ledger });
  const plan = { ...movement, quotas: [...movement.quotas, ...rowsOf(movement, rows), ...extra] };
  const present = [
    ...drawn.filter(({ total, listed, forward }) => total !== null || listed || forward).map(({ name }) => name),
    ...nominations.filter(({ name }) => name.startsWith('Người')).map(({ name }) => name),
  ];
  return { input: { ...input, movement: plan }, present };
}

function isOfNow({ phases }: Movement, period: Period | null, at: number | null): boolean {
  const phase = at === null ? undefined : phases[at];
  const year = String(period?.year);
  return phase === undefined || (phase.from.slice(0, 4) <= year && year <= phase.to.slice(0, 4));
}

const listOf = ({ round, form }: AwardCandidate) => `${round} | ${form}`;
const keyOf = (line: AwardCandidate) => `${listOf(line)} | ${line.audience} | ${line.unit}`;

describe('the ledger of candidates', () => {
  it('has every unit, nominee and outsider exactly once in each list of each round of the plan', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const { input, present } = inputOf(drawn);
        const lines = awardCandidates(input);
        const lists = new Set(lines.map(listOf));
        expect(new Set(lines.map(keyOf)).size).toBe(lines.length);
        for (const list of lists)
          expect(
            lines
              .filter((line) => listOf(line) === list)
              .map((line) => line.unit)
              .sort(),
          ).toEqual([...present].sort());
        if (present.length > 0)
          expect(new Set(lines.map(({ round }) => round))).toEqual(new Set(roundsOf(input.movement, input.period)));
      }),
      { numRuns: drawn(80, 200) },
    );
  });

  it('loses no line of any form to a further row of quotas', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const few = inputOf({ ...drawn, rows: [] }).input;
        // A plan without a form of award gets one by a row that names it: then it names a form.
        fc.pre(few.movement.awards.length > 0);
        const held = new Set(roundsOf(few.movement, few.period));
        // A row for another round or phase says when its form is awarded: then, and not now.
        const rows = drawn.rows.filter(
          ({ round, phase }) => held.has(round) && isOfNow(few.movement, few.period, phase),
        );
        const more = inputOf({ ...drawn, rows }).input;
        fc.pre(roundsOf(more.movement, more.period).length === held.size);
        const after = new Set(awardCandidates(more).map(keyOf));
        for (const line of awardCandidates(few)) expect(after.has(keyOf(line))).toBe(true);
      }),
      { numRuns: drawn(80, 200) },
    );
  });

  it('proposes no more than a quota has places, and says where each line comes from', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const { input } = inputOf(drawn);
        const lines = awardCandidates(input);
        for (const quota of input.movement.quotas) {
          const own = lines.filter((line) => line.quota === quota.code && line.state === 'proposed');
          if (quota.max !== null) expect(own.length).toBeLessThanOrEqual(quota.max);
        }
        for (const { reason, state } of lines) {
          expect(reason).toMatch(/\.$/);
          // Only a section of the plan or the law refuses; nothing that we propose does.
          if (state === 'refused') expect(reason).toMatch(/mục [IVX]|Luật Thi đua, khen thưởng, Điều 5/);
          if (state === 'refused') expect(reason).not.toContain('đề xuất,');
        }
      }),
      { numRuns: drawn(80, 200) },
    );
  });

  it('keeps on the ballot whom the plan numbers no award of a form for, and says so on the line', () => {
    const NONE = /kế hoạch không nêu số lượng cho \p{L}/u;
    let told = 0;
    fc.assert(
      fc.property(people, (drawn) => {
        const { input } = inputOf(drawn);
        const { quotas } = input.movement;
        const lines = awardCandidates(input);
        const isStated = ({ quota }: AwardCandidate) => quotas.some(({ code }) => code === quota);
        const numbered = new Set(
          lines
            .filter((line) => {
              const quota = quotas.find(({ code }) => code === line.quota);
              return quota !== undefined && quota.phase === null && (quota.max ?? quota.percent) !== null;
            })
            .map(listOf),
        );
        for (const line of lines) {
          if (isStated(line)) {
            expect(line.limit).not.toMatch(NONE);
            continue;
          }
          if (!numbered.has(listOf(line)) || line.state !== 'council') continue;
          told += 1;
          expect(line.limit, line.reason).toMatch(NONE);
          if (line.cause === 'list' || line.cause === 'nominated') expect(line.reason).toMatch(NONE);
          expect(line.onBallot || line.cause !== 'list').toBe(true);
        }
      }),
      { numRuns: drawn(80, 200) },
    );
    expect(told).toBeGreaterThan(0);
  });

  it('is the same whatever the order of units, register and nominations', () => {
    fc.assert(
      fc.property(people, (drawn) => {
        const { input } = inputOf(drawn);
        const turned = {
          ...input,
          sheets: [...input.sheets].reverse(),
          register: [...input.register!].reverse(),
          nominations: [...input.nominations].reverse(),
        };
        const byUnit = (lines: readonly AwardCandidate[]) =>
          Object.fromEntries(lines.map((line) => [keyOf(line), [line.state, line.onBallot, line.reason]]));
        expect(byUnit(awardCandidates(turned))).toEqual(byUnit(awardCandidates(input)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('one vote', () => {
  it('in words counts in one round, though the candidate stands in two', () => {
    const units: Scored[] = [{ name: 'Bản 1', total: 9900, audience: 'village' }];
    const input = awardInput('ta-ma-2023-2030', '2025', units);
    const vote = { outcome: 'passed', inFavour: 7, sentence: '7/7.', id: 'v1' } as const;
    const lines = awardCandidates({ ...input, votedOn: ({ form }) => (form.startsWith('Giấy khen') ? vote : null) });
    const voted = lines.filter(({ reason }) => reason.includes('Hội đồng biểu quyết'));
    expect(voted.map(({ round, state }) => [round, state])).toEqual([['yearly', 'proposed']]);
  });
});
