/**
 * Sums over units, ranges, and the state of each target: small movements, all five bundled movements, and properties.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownFigure } from '../../../../core/base/quantity/shown-figure.ts';
import { communeResult } from '../../../../core/commune/result/commune.ts';
import type { TargetResult } from '../../../../core/commune/result/commune-result.ts';
import { measuredBy } from '../../../../core/commune/result/measured-by.ts';
import type { Flag } from '../../../../core/judge/flag/flag.ts';
import { joinResults, type RunResult } from '../../../../core/judge/run/run-result.ts';
import type { Target } from '../../../../core/movement/movement.ts';
import type { Comparator } from '../../../../core/movement/rule.ts';
import { findMovement, MOVEMENTS } from '../../../../core/movements/index.ts';
import type { Entry } from '../../../../core/report/report.ts';
import {
  criterion,
  entry,
  flag,
  movement,
  no,
  none,
  number,
  report,
  run,
  set,
  unit,
  yes,
} from '../../judge/score/sets.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;

function aim(comparator: Comparator | null, value: number | null, more: Partial<Target> = {}): Target {
  const blank = { qualifier: null, exclusion: null, perSector: false, startsOn: null, note: null };
  const rest = {
    unit: '%',
    subject: 'hộ',
    scope: 'unit',
    deadline: '2025-12-31',
    kind: 'numeric',
    section: 'II',
  } as const;
  return { code: 'T', text: 'chỉ tiêu', comparator, value, ...blank, ...rest, ...more };
}

interface Given {
  readonly entries: Readonly<Record<string, Entry | null>>;
  readonly flags?: readonly Flag[];
  readonly measure?: 'percentage' | 'count' | 'yes-no';
  readonly lower?: boolean;
  readonly registered?: readonly string[];
}

/** The result of one target over units that each have one criterion "1" aiming at it. */
function resultOf(target: Target, expected: Given): TargetResult {
  const measure = expected.measure ?? 'percentage';
  const isReached = target.comparator && target.value !== null;
  const item = criterion('1', 1000, measure === 'yes-no' ? { kind: 'yes-no' } : { kind: 'proportional', full: 100 }, {
    measure,
    direction: expected.lower ? 'lower' : 'higher',
    target: isReached ? { code: 'T', comparator: target.comparator!, value: target.value!, by: null } : null,
    source: { section: 'II', code: 'T' },
    notApplicable: 'drop',
  });
  const plan = movement([set([item])], { targets: [target] });
  const flags = expected.flags ?? [];
  const sent = Object.entries(expected.entries).flatMap(([name, own]) => (own ? [report(name, [own])] : []));
  const register = (expected.registered ?? Object.keys(expected.entries)).map((name) => unit(name));
  const scored = run(plan, sent, { flags, register });
  const named = sent.map((own) => ({ report: own, unit: own.unit!.text }));
  const result: RunResult = {
    ...{ movement: plan, period: PERIOD, flags, rankings: scored.rankings, impacts: [], silent: [], register },
    ...{ observations: null, ...joinResults(named, flags, scored.sheets) },
  };
  return communeResult({ result }).targets[0]!;
}

const pair = (a: number, b: number) => entry('1', { numerator: number(a), denominator: number(b) });
const share = (value: number) => entry('1', { value: number(value) });

describe('a share of the commune', () => {
  it('is the sum of a over the sum of b, never a mean of shares', () => {
    const found = resultOf(aim('gte', 50), { entries: { A: pair(1, 1), B: pair(0, 9) } });
    expect(found).toMatchObject({ figure: { a: 1, b: 10, value: 10 }, state: 'not-met', low: 10, high: 10 });
  });

  it('is not reached by "trên" at the level itself, and is by "tối thiểu"', () => {
    expect(resultOf(aim('gt', 50), { entries: { A: pair(5, 10) } }).state).toBe('not-met');
    expect(resultOf(aim('gte', 50), { entries: { A: pair(5, 10) } }).state).toBe('met');
    expect(resultOf(aim('eq', 50), { entries: { A: pair(9, 10) } }).state).toBe('met');
  });

  it('waits for a unit that sent nothing, by name', () => {
    const found = resultOf(aim('gt', 40), { entries: { A: pair(9, 10), B: null } });
    expect(found).toMatchObject({ state: 'not-enough-data', soFar: 'met', low: null, high: null });
    expect(found.units.missing).toEqual([{ unit: 'B', why: 'chưa có báo cáo' }]);
  });

  it('takes in a share without counts as a bound only', () => {
    const entries = { A: pair(45, 100), B: share(90) };
    expect(resultOf(aim('gt', 40), { entries })).toMatchObject({
      state: 'met',
      figure: { a: 45, b: 100 },
      low: 45,
      high: 90,
    });
    expect(resultOf(aim('gt', 50), { entries }).state).toBe('not-enough-data');
  });

  it('lets a doubtful a be anything up to its b, and a doubtful b be anything', () => {
    const inDoubt = { ...flag('B', '1'), cell: null };
    const entries = { A: pair(60, 100), B: pair(50, 100) };
    expect(resultOf(aim('gt', 29), { entries, flags: [inDoubt] })).toMatchObject({ state: 'met', low: 30, high: 80 });
    const other = { sheet: 'Sheet1', address: 'E9' };
    const sized = {
      A: pair(60, 100),
      B: entry('1', { numerator: number(50), denominator: { ...number(100), cell: other } }),
    };
    const found = resultOf(aim('gt', 29), { entries: sized, flags: [{ ...inDoubt, cell: other }] });
    expect(found).toMatchObject({ state: 'not-enough-data', figure: { a: 60, b: 100 } });
  });

  it('never adds an impossible pair', () => {
    const found = resultOf(aim('gt', 40), { entries: { A: pair(50, 100), B: pair(130, 120) } });
    expect(found).toMatchObject({ figure: { a: 50, b: 100 }, state: 'not-enough-data' });
  });

  it('leaves out a unit where nothing arose, and still counts it as reported', () => {
    const found = resultOf(aim('gt', 40), { entries: { A: pair(50, 100), B: entry('1', { value: none }) } });
    expect(found).toMatchObject({ figure: { a: 50, b: 100 }, state: 'met', units: { gave: ['A', 'B'], missing: [] } });
  });

  it('knows no unit beyond the register', () => {
    const found = resultOf(aim('gt', 40), { entries: { A: pair(5, 10), X: pair(0, 90) }, registered: ['A'] });
    expect(found).toMatchObject({ figure: { a: 5, b: 10 }, state: 'met' });
  });
});

describe('other figures', () => {
  it('adds counts: no household left means none of anybody', () => {
    const none = aim('eq', 0, { unit: 'hộ' });
    const counted = (entries: Given['entries']) => resultOf(none, { entries, measure: 'count', lower: true });
    expect(counted({ A: share(0), B: share(0) })).toMatchObject({ state: 'met', figure: { a: null, value: 0 } });
    expect(counted({ A: share(0), B: share(3) })).toMatchObject({ state: 'not-met', figure: { value: 3 } });
    expect(counted({ A: share(0), B: null }).state).toBe('not-enough-data');
    expect(counted({ A: share(2), B: null }).state).toBe('not-met');
  });

  it('counts units that answer yes', () => {
    const duty = aim(null, null, { kind: 'yes-no', unit: null });
    const answered = (entries: Given['entries']) => resultOf(duty, { entries, measure: 'yes-no' });
    const [said, denied] = [entry('1', { value: yes }), entry('1', { value: no })];
    expect(answered({ A: said, B: said })).toMatchObject({
      state: 'met',
      source: 'unit-count',
      figure: { a: 2, b: 2 },
    });
    expect(answered({ A: said, B: denied })).toMatchObject({ state: 'not-met', figure: { a: 1, b: 2, value: 50 } });
    expect(answered({ A: said, B: null })).toMatchObject({ state: 'not-enough-data', low: 50, high: 100 });
  });
});

describe('a figure that the plan asks of each unit', () => {
  const visits = (text: string, entries: Given['entries']) =>
    resultOf(aim('gte', 4, { text, unit: 'buổi' }), { entries, measure: 'count' });

  it('is counted by units, however much the others did', () => {
    const text = 'Mỗi bản tổ chức ít nhất 04 buổi';
    expect(visits(text, { A: share(9), B: share(1) })).toMatchObject({
      ...{ state: 'not-met', source: 'unit-count', figure: { a: 1, b: 2, value: 50 } },
      ...{ unit: '%', asked: 100, level: 'mỗi đơn vị tối thiểu 4 buổi' },
      reason: '1/2 = 50 %, yêu cầu 100 %: chưa đạt.',
    });
    expect(visits(text, { A: share(4), B: share(5) })).toMatchObject({ state: 'met', figure: { a: 2, b: 2 } });
    expect(visits(text, { A: share(9), B: null })).toMatchObject({ state: 'not-enough-data', low: 50, high: 100 });
    const rate = aim('gt', 50, { text: 'Từng bản có trên 50 % hộ dùng mạng' });
    expect(resultOf(rate, { entries: { A: pair(99, 100), B: pair(1, 2) } })).toMatchObject({
      ...{ state: 'not-met', figure: { a: 1, b: 2 } },
    });
  });

  it('is of all together where no unit is named after the word', () => {
    for (const text of [
      'Mỗi năm tổ chức 04 buổi',
      'Tổ chức 04 buổi, mỗi buổi 30 người',
      'Từng bước tổ chức 04 buổi',
      'Mỗi hội viên dự 04 buổi',
    ])
      expect(visits(text, { A: share(3), B: share(1) }), text).toMatchObject({ state: 'met', figure: { value: 4 } });
  });
});

it.each([
  ['Mỗi hội dự ít nhất 02 buổi', 'each'],
  ['Mỗi hội viên dự ít nhất 02 buổi', 'sum'],
  ['mỗi đoàn viên thanh niên kèm ít nhất 02 người', 'sum'],
  ['Mỗi tổ chức, đơn vị làm 02 buổi', 'each'],
  ['Mỗi trường hợp được hỗ trợ 02 buổi', 'sum'],
  ['Từng trường làm 02 buổi', 'each'],
])('“%s” is measured by %s', (text, kind) => {
  const audiences = (['association', 'school'] as const).map((text) => ({
    ...{ kind: text, name: text === 'school' ? 'Trường học' : 'Đoàn thể, hội', subject: 'collective' as const },
    ...{ members: [], competes: true, source: { section: 'II' } },
  }));
  const item = criterion(
    '1',
    1000,
    { kind: 'proportional', full: 2 },
    {
      ...{ measure: 'count', source: { section: 'II', code: 'T' } },
      target: { code: 'T', comparator: 'gte', value: 2, by: null },
    },
  );
  const target = aim('gte', 2, { text, unit: 'buổi' });
  expect(
    measuredBy(target, movement([set([item], { audience: 'association' })], { targets: [target], audiences })).kind,
  ).toBe(kind);
});

describe('the bundled movements', () => {
  it('measure every target in one known way, or say that none is honest', () => {
    const none = (id: string) =>
      findMovement(id)!
        .targets.filter((target) => measuredBy(target, findMovement(id)!).kind === 'none')
        .map(({ code }) => code);
    expect(none('ta-ma-2023-2030')).toEqual([
      ...['TM-G12', 'TM-G13', 'TM-G14', 'TM-G25', 'TM-G26', 'TM-G31', 'TM-G30'],
    ]);
    expect(none('tan-quang-2023-2025')).toEqual(['TQ-G09', 'TQ-G14', 'TQ-G15', 'TQ-G16', 'TQ-G18']);
    expect(none('cat-ne-2024')).toEqual([]);
  });

  it('never add two audiences that count the same people', () => {
    for (const plan of MOVEMENTS) {
      const subject = new Map(plan.audiences.map((audience) => [audience.kind, audience.subject]));
      for (const target of plan.targets) {
        const method = measuredBy(target, plan);
        if (method.kind !== 'sum') continue;
        expect(method.criteria.every(({ set: own }) => subject.get(own.audience) === 'collective')).toBe(true);
        const people = /người dân|dân số|^hộ /.test(target.subject);
        if (people && plan.id.startsWith('ta-ma'))
          expect(new Set(method.criteria.map((criterion) => criterion.set.audience)).size).toBe(1);
      }
    }
  });

  it('stand every target in exactly one state without a single report', () => {
    for (const plan of MOVEMENTS) {
      const empty = { reports: [], flags: [], looseFlags: [], rankings: [], impacts: [], silent: [], register: null };
      const { targets, counts } = communeResult({
        result: { movement: plan, period: PERIOD, observations: null, ...empty },
      });
      expect(targets).toHaveLength(plan.targets.length);
      expect(counts.met + counts['not-met']).toBe(0);
    }
  });
});

describe('properties', () => {
  const units = fc.array(
    fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 })).map(([a, b]) => [Math.min(a, b), b] as const),
    { minLength: 1, maxLength: 8 },
  );
  const entriesOf = (pairs: readonly (readonly [number, number])[]) =>
    Object.fromEntries(pairs.map(([a, b], at) => [`Bản ${at}`, pair(a, b)]));

  it('sum of the units = the commune, in any order', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 100 }), (pairs, level) => {
        const forth = resultOf(aim('gte', level), { entries: entriesOf(pairs) });
        const back = resultOf(aim('gte', level), { entries: entriesOf([...pairs].reverse()) });
        const a = pairs.reduce((sum, entry) => sum + entry[0], 0);
        const b = pairs.reduce((sum, entry) => sum + entry[1], 0);
        expect(forth).toMatchObject({ figure: { a, b }, state: a * 100 >= level * b ? 'met' : 'not-met' });
        expect(back).toMatchObject({ figure: forth.figure, state: forth.state });
      }),
      { numRuns: 60 },
    );
  });

  it('a conclusion drawn while a unit is missing stays true whatever that unit reports', () => {
    const brought = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(units, brought, fc.integer({ min: 0, max: 100 }), (pairs, [a, b], level) => {
        const before = resultOf(aim('gte', level), { entries: { ...entriesOf(pairs), Z: null } });
        const after = resultOf(aim('gte', level), { entries: { ...entriesOf(pairs), Z: pair(Math.min(a, b), b) } });
        if (before.state !== 'not-enough-data') expect(after.state).toBe(before.state);
      }),
      { numRuns: 60 },
    );
  });

  it('a share shown never reaches a level it does not reach', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 100 }),
        (n, d, level) => {
          const number = shownFigure({ n: 100 * Math.min(n, d), d }, [level]);
          expect(number >= level).toBe(100 * Math.min(n, d) >= level * d);
          expect(number === 100).toBe(n >= d);
        },
      ),
    );
    expect(shownFigure({ n: 4_999_900, d: 50_000 })).toBe(99.99);
  });
});
