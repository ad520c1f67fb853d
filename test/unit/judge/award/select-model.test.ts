/**
 * The selection held against a model that counts: who has how many before them, how many places there are, and which
 * single list each unit stands in.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastAward } from '../../../../core/judge/award/ledger.ts';
import { scoredLines } from '../../../../core/judge/award/scored-lines.ts';
import { type Selection, selectForAwards } from '../../../../core/judge/award/select.ts';
import type { RankedUnit, ScoreSheet } from '../../../../core/judge/score/score-sheet.ts';
import type { Movement, Quota } from '../../../../core/movement/movement.ts';
import { BANDS, criterion, movement, SOURCE, set, unit } from '../score/sets.ts';

const FORM = 'Giấy khen của Chủ tịch UBND xã';
const PERIOD = { kind: 'year', year: 2025 } as const;
const TOP = 95;

interface Drawn {
  readonly name: string;
  readonly audience: 'village' | 'individual';
  /** Whole percent of its own maximum. */
  readonly percent: number;
  readonly max: number;
  readonly state: 'free' | 'granted' | 'earlier' | 'down';
  readonly registered: boolean;
  /** In a lower class than its points would give: what the share says is not what the class says. */
  readonly capped: boolean;
}

const unitsDrawn = fc
  .array(
    fc.record({
      audience: fc.constantFrom('village' as const, 'individual' as const),
      percent: fc.constantFrom(90, 94, 95, 96, 97, 100),
      max: fc.constantFrom(8000, 10_000),
      state: fc.constantFrom('free' as const, 'free' as const, 'free' as const, 'granted', 'earlier', 'down'),
      registered: fc.constantFrom(true, true, true, false),
      capped: fc.constantFrom(false, false, true),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) => rows.map((row, at): Drawn => ({ ...(row as Omit<Drawn, 'name'>), name: `Đơn vị ${at + 1}` })));

interface Case {
  readonly units: readonly Drawn[];
  readonly quota: Quota;
  readonly withRegister: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  units: unitsDrawn,
  withRegister: fc.boolean(),
  quota: fc
    .record({
      max: fc.constantFrom(null, 1, 2, 3, 5),
      percent: fc.constantFrom(null, null, 10, 33.33, 50, 100),
      base: fc.constantFrom(
        'participants' as const,
        'registered' as const,
        'eligible' as const,
        'listed' as const,
        null,
      ),
      kind: fc.constantFrom('combined' as const, 'collective' as const, 'individual' as const),
      condition: fc.constantFrom(null, null, null, 'nếu có'),
    })
    .map(
      (drawn): Quota => ({
        ...drawn,
        ...{ code: 'Q', text: 'Q', award: 'A', round: 'yearly', phase: null, source: SOURCE },
        base: drawn.percent === null ? null : drawn.base,
      }),
    ),
});

const totalOf = ({ percent, max }: Drawn) => (max / 100) * percent;

function inputOf({ units, quota, withRegister }: Case) {
  const plan: Movement = movement([set([criterion('1', 10_000, { kind: 'proportional', full: 100 })])], {
    quotas: [quota],
    awards: [{ code: 'A', name: FORM, level: 'commune', source: SOURCE }],
  });
  plan.criteriaSets.push({ ...plan.criteriaSets[0]!, audience: 'individual' });
  const sheets = units.map((unit): ScoreSheet => {
    const band = BANDS.find(({ from }) => (unit.capped ? unit.percent - 10 : unit.percent) >= from)!;
    const total = totalOf(unit);
    return {
      ...{ unit: unit.name, audience: unit.audience, file: `${unit.name}.xlsx`, table: 'A!A1', set: '1', version: '1' },
      ...{ points: [], self: null, total, low: total, high: total, max: unit.max, share: unit.percent * 100 },
      ...{ classification: band, classReasons: [], possibleClasses: [band.name] },
    };
  });
  const rankings = (['village', 'individual'] as const).flatMap((audience) =>
    units
      .filter((unit) => unit.audience === audience)
      .sort((x, y) => y.percent - x.percent)
      .map((unit, _, all): RankedUnit => {
        const rank = 1 + all.filter(({ percent }) => percent > unit.percent).length;
        const place = { rank, best: rank, worst: rank, points: totalOf(unit), share: unit.percent * 100, tie: null };
        return { unit: unit.name, audience, ...place };
      }),
  );
  const pastAwards = units.flatMap(({ name, audience, state }): PastAward[] => {
    const kind = audience === 'village' ? ('collective' as const) : ('individual' as const);
    if (state === 'granted') return [{ unit: name, form: FORM, year: 2025, round: 'Hằng năm', kind }];
    return state === 'earlier' ? [{ unit: name, form: 'Bằng khen', year: 2025, round: 'Sơ kết', kind }] : [];
  });
  const register = units.map(({ name, audience, registered }) => unit(name, { audience, registered }));
  const down = new Set(units.filter(({ state }) => state === 'down').map(({ name }) => name));
  return {
    ...{ movement: plan, period: PERIOD, sheets, rankings, alreadyAwarded: pastAwards },
    ...{ nominations: [], byKey: new Map() },
    register: withRegister ? register : null,
    votedDown: (_quota: Quota, ranked: RankedUnit) => down.has(ranked.unit),
  };
}

/** Which list each unit has to stand in, by counting alone. */
function modelOf({ units, quota, withRegister }: Case) {
  const under = units.filter(
    ({ audience }) => quota.kind === 'combined' || (quota.kind === 'collective') === (audience === 'village'),
  );
  const isKnown = ({ registered }: Drawn) => !withRegister || registered;
  const fate = (drawn: Drawn) => {
    if (drawn.state === 'granted' || drawn.state === 'earlier') return drawn.state;
    if (!isKnown(drawn)) return 'unregistered';
    if (drawn.percent < TOP || drawn.capped) return 'class';
    return drawn.state === 'down' ? 'down' : 'eligible';
  };
  const of = (...fates: readonly string[]) => under.filter((drawn) => fates.includes(fate(drawn)));
  const eligible = of('eligible');
  const taken = of('granted').length;
  const listed = withRegister ? under.length : 0;
  const counts = {
    participants: under.length,
    eligible: eligible.length + of('down').length + taken,
    listed,
    registered: withRegister ? under.filter(({ registered }) => registered).length : 0,
  };
  const share = () => {
    const { base, percent } = quota;
    const known = base === 'registered' || base === 'listed' ? listed : under.length;
    if (percent === null || base === null || known === 0) return null;
    return Math.floor((counts[base] * Math.round(percent * 100)) / 10_000);
  };
  const most = quota.percent === null ? quota.max : share() === null ? null : Math.min(share()!, quota.max ?? Infinity);
  const left = most === null ? null : Math.max(0, most - taken);
  const isNamed = left === null || quota.condition !== null;
  const before = (drawn: Drawn) => eligible.filter(({ percent }) => percent > drawn.percent).length;
  const upTo = (drawn: Drawn) => eligible.filter(({ percent }) => percent >= drawn.percent).length;
  const chosen = isNamed ? [] : eligible.filter((drawn) => upTo(drawn) <= left);
  const undecided = isNamed ? [] : eligible.filter((drawn) => upTo(drawn) > left && before(drawn) < left);
  const holders = [...chosen, ...undecided];
  const isBehind = (drawn: Drawn) =>
    !isNamed && holders.length >= left && holders.every(({ percent }) => drawn.percent < percent);
  return {
    taken,
    placesLeft: left === null ? null : left - chosen.length,
    lists: {
      chosen,
      undecided,
      qualified: isNamed ? eligible : [],
      behind: isNamed ? [] : [...eligible.filter((drawn) => !holders.includes(drawn)), ...of('class').filter(isBehind)],
      waiting: [...of('class').filter((drawn) => !isBehind(drawn)), ...of('unregistered')],
      granted: of('granted'),
      down: of('down'),
      excluded: of('earlier'),
    },
  };
}

const LISTS = ['chosen', 'undecided', 'qualified', 'behind', 'waiting', 'granted', 'down', 'excluded'] as const;

function namesIn(selection: Selection, list: (typeof LISTS)[number]): readonly string[] {
  return selection[list].map((item) => (typeof item.unit === 'string' ? item.unit : item.unit.unit));
}

describe('the selection under any quota', () => {
  it('puts every unit into the list that counting puts it in, and knows its places', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const [selection] = selectForAwards(inputOf(drawn));
        const model = modelOf(drawn);
        for (const list of LISTS)
          expect([list, [...namesIn(selection!, list)].sort()]).toEqual([
            list,
            model.lists[list].map(({ name }) => name).sort(),
          ]);
        expect(selection!.placesLeft).toBe(model.placesLeft);
        expect(selection!.places.taken).toBe(model.taken);
      }),
      { numRuns: 400 },
    );
  });

  it('lists the best first', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const [selection] = selectForAwards(inputOf(drawn));
        const percentOf = new Map(drawn.units.map(({ name, percent }) => [name, percent] as const));
        for (const list of ['chosen', 'qualified', 'granted'] as const) {
          const percents = namesIn(selection!, list).map((name) => percentOf.get(name)!);
          expect(percents, list).toEqual(percents.toSorted((x, y) => y - x));
        }

        const behind = namesIn(selection!, 'behind').map((name) => percentOf.get(name)!);
        expect(behind).toEqual(behind.toSorted((x, y) => y - x));
      }),
      { numRuns: 200 },
    );
  });

  it('tells the council of each line why it is theirs, and puts on the ballot whom a vote can help', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const input = inputOf(drawn);
        const [selection] = selectForAwards(input);
        const lines = new Map(scoredLines(selection!, input).map((line) => [line.unit, line] as const));
        const shown = (name: string) => {
          const { state, cause, onBallot } = lines.get(name)!;
          return [state, cause, onBallot];
        };
        const expected = {
          ...{ chosen: ['proposed', null, true], undecided: ['council', 'tie', true] },
          ...{ qualified: ['council', 'list', true], down: ['council', 'judgement', true] },
          ...{
            behind: ['refused', null, false],
            excluded: ['refused', null, false],
            granted: ['proposed', null, false],
          },
        } as const;
        for (const list of Object.keys(expected) as (keyof typeof expected)[])
          for (const name of namesIn(selection!, list)) expect(shown(name), list).toEqual(expected[list]);
        for (const { unit: ranked, on } of selection!.waiting)
          expect(shown(ranked.unit)).toEqual(['council', on, on !== 'points']);
        expect(lines.size).toBe(LISTS.reduce((sum, list) => sum + selection![list].length, 0));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps whose points wait off the ballot', () => {
    const [drawn] = fc.sample(cases, { numRuns: 1, seed: 3 });
    const item: Drawn = {
      ...{
        name: 'Bản A',
        audience: 'village',
        percent: 96,
        max: 10_000,
        state: 'free',
        registered: true,
        capped: false,
      },
    };
    const input = inputOf({ units: [item], quota: { ...drawn!.quota, kind: 'combined', max: 1 }, withRegister: false });
    input.movement.standards.push({
      ...{
        code: 'S',
        text: '',
        audiences: ['village'],
        proposedFor: [],
        kind: 'score-share',
        value: 90,
        source: SOURCE,
      },
    });
    const sheets = input.sheets.map((sheet) => ({ ...sheet, low: 8000 }));
    const [selection] = selectForAwards({ ...input, sheets });
    expect(scoredLines(selection!, { ...input, sheets })).toMatchObject([
      { unit: 'Bản A', state: 'council', cause: 'points', onBallot: false },
    ]);
  });
});
