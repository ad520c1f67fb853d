/** Places: ties, tie-break chains, sets without points, peers, duplicates (SR-11, SR-28, SR-31). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieBreak } from '../../../../core/movement/criteria-set.ts';
import type { Report } from '../../../../core/report/report.ts';
import { criterion, entry, flag, movement, none, number, report, run, set, unit, yes } from './sets.ts';

const criteria = [
  criterion('1', 5000, { kind: 'proportional', full: 100 }),
  criterion('2', 5000, { kind: 'proportional', full: 50 }),
];
const plan = (tieBreaks: TieBreak[] = [{ kind: 'council' }]) => movement([set(criteria, { tieBreaks })]);
const filed = (name: string, first: number, second: number, more: Partial<Report> = {}) =>
  report(name, [entry('1', { value: number(first) }), entry('2', { value: number(second) })], more);
const places = (rankings: readonly { unit: string; rank: number }[]) =>
  rankings.map((ranking) => `${ranking.rank} ${ranking.unit}`);

describe('competition ranking', () => {
  it('is 1-2-2-4, and says that only the council can part the equal', () => {
    const { rankings } = run(plan(), [filed('A', 60, 50), filed('B', 80, 50), filed('C', 90, 50), filed('D', 80, 50)]);
    expect(places(rankings)).toEqual(['1 C', '2 B', '2 D', '4 A']);
    expect(rankings.map((ranking) => ranking.tie)).toEqual([
      null,
      'Ngang nhau với D: chỉ Hội đồng phân định được.',
      'Ngang nhau với B: chỉ Hội đồng phân định được.',
      null,
    ]);
  });
  it('goes by the share of what applies', () => {
    const less = report('Ít việc', [entry('1', { value: number(90) }), entry('2', { value: none })]);
    expect(places(run(plan(), [filed('Nhiều việc', 85, 45), less]).rankings)).toEqual(['1 Ít việc', '2 Nhiều việc']);
  });
  it('does not depend on the order of the reports', () => {
    const row = fc.tuple(fc.integer({ min: 80, max: 83 }), fc.integer({ min: 48, max: 51 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const reports = rows.map(([first, second], at) => filed(`U${at}`, first, second));
        const shuffled = reports
          .map((report) => ({ one: report, key: keys.next().value ?? 0 }))
          .sort((x, y) => x.key - y.key);
        const chain: TieBreak[] = [{ kind: 'figure', criterion: '2' }, { kind: 'council' }];
        expect(
          run(
            plan(chain),
            shuffled.map(({ one }) => one),
          ).rankings,
        ).toEqual(run(plan(chain), reports).rankings);
      }),
    );
  });
});

describe('tie-break chain (SR-28)', () => {
  const equal = [filed('A', 80, 60), filed('B', 80, 70)];
  it('looks at raw figures, not points', () => {
    const { rankings } = run(plan([{ kind: 'figure', criterion: '2' }, { kind: 'council' }]), equal);
    expect(places(rankings)).toEqual(['1 B', '2 A']);
    expect(rankings.map((ranking) => ranking.tie)).toEqual([
      'Bằng điểm với A: xếp trước theo số liệu tiêu chí 2 (70 %).',
      'Bằng điểm với B: xếp sau theo số liệu tiêu chí 2 (60 %).',
    ]);
  });
  it('looks at points of a criterion or group', () => {
    const { rankings } = run(plan([{ kind: 'points', criterion: '2' }]), [filed('A', 100, 40), filed('B', 80, 50)]);
    expect(places(rankings)).toEqual(['1 B', '2 A']);
  });
  it('puts a collective with 70 % women first, then the earlier receipt', () => {
    const chain: TieBreak[] = [{ kind: 'women' }, { kind: 'received' }, { kind: 'council' }];
    const register = [
      unit('A', { women: 69.9, received: '2025-11-01' }),
      unit('B', { women: 70, received: '2025-11-04' }),
      unit('C', { received: '2025-10-30' }),
    ];
    const { rankings } = run(plan(chain), [filed('A', 80, 60), filed('B', 80, 60), filed('C', 80, 60)], { register });
    expect(places(rankings)).toEqual(['1 B', '2 C', '3 A']);
    expect(rankings[0]?.tie).toBe('Bằng điểm với C: xếp trước theo tỷ lệ nữ từ 70 % trở lên.');
  });
});

describe('a set without points (SR-31)', () => {
  it('ranks by figures alone', () => {
    const chain: TieBreak[] = [
      { kind: 'figure', criterion: '1' },
      { kind: 'figure', criterion: '2' },
      { kind: 'council' },
    ];
    const unscored = movement([set(criteria, { scored: false, classification: [], tieBreaks: chain })]);
    const { rankings, sheets } = run(unscored, [
      filed('A', 10, 5),
      filed('B', 30, 1),
      filed('C', 10, 7),
      filed('D', 10, 5),
    ]);
    expect(places(rankings)).toEqual(['1 B', '2 C', '3 A', '3 D']);
    expect(rankings.map((ranking) => ranking.tie)).toEqual([
      null,
      'Ngang nhau với A: xếp trước theo số liệu tiêu chí 2 (7 %).',
      'Ngang nhau với D: chỉ Hội đồng phân định được.',
      'Ngang nhau với A: chỉ Hội đồng phân định được.',
    ]);
    expect(sheets[0]).toMatchObject({ classification: null, possibleClasses: [] });
  });
});

describe('figures in doubt', () => {
  it('can part equal totals either way', () => {
    const chain: TieBreak[] = [{ kind: 'figure', criterion: '2' }, { kind: 'council' }];
    const flags = [flag('A', '2', { code: 'ambiguous-number', candidates: [60, 90], isOneOf: true })];
    const { rankings, impacts } = run(plan(chain), [filed('A', 80, 60), filed('B', 80, 70)], { flags });
    expect(rankings.map(({ unit: name, rank, best, worst }) => [name, rank, best, worst])).toEqual([
      ['B', 1, 1, 2],
      ['A', 2, 1, 2],
    ]);
    expect(impacts).toEqual([{ flag: 'A:2', class: false, place: true, award: false }]);
  });
});

describe('peer rules (SR-11)', () => {
  const peer = movement([set([criterion('1', 1000, { kind: 'peer' })])]);
  const filedPeer = (name: string, value: number) => report(name, [entry('1', { value: number(value) })]);
  it('measure by the best settled figure; a doubtful one bounds how far that can rise', () => {
    const reports = [filedPeer('A', 40), filedPeer('B', 50), filedPeer('C', 90)];
    const settled = run(peer, reports).sheets;
    expect(settled.map((scoreSheet) => scoreSheet.total)).toEqual([444, 556, 1000]);
    const { sheets, rankings } = run(peer, reports, {
      flags: [flag('C', '1', { code: 'ambiguous-number', candidates: [9, 90], isOneOf: true })],
    });
    expect(sheets.map(({ total, low, high }) => [total, low, high])).toEqual([
      [800, 444, 800],
      [1000, 556, 1000],
      [100, 100, 1000],
    ]);
    expect(sheets[0]?.points[0]?.reason).toContain('còn phụ thuộc số liệu chưa rõ của đơn vị khác');
    for (const ranking of rankings) expect(ranking.best <= ranking.rank && ranking.rank <= ranking.worst).toBe(true);
    expect(rankings.find((ranking) => ranking.unit === 'C')).toMatchObject({ best: 1, worst: 3 });
  });
  it('is computed anew after a correction', () => {
    expect(run(peer, [filedPeer('A', 40), filedPeer('C', 45)]).sheets[0]?.total).toBe(889);
  });
});

describe('several reports of one unit', () => {
  it('are all scored; the latest dated report is ranked once', () => {
    const cell = { sheet: 'Sheet1', address: 'A1' };
    const day = (date: string) => ({ date: { date, text: date, cell } });
    const reports = [
      filed('A', 90, 50, { file: 'moi.xlsx', ...day('2025-11-02') }),
      filed('A', 10, 5, { file: 'cu.xlsx', ...day('2025-10-01') }),
      filed('B', 50, 50),
    ];
    const { sheets, rankings } = run(plan(), reports);
    expect(sheets).toHaveLength(3);
    expect(rankings.map(({ unit: name, points }) => [name, points])).toEqual([
      ['A', 9500],
      ['B', 7500],
    ]);
  });
});

describe('audiences', () => {
  it('are ranked apart, in the movement’s order', () => {
    const sets = [set(criteria), set(criteria, { audience: 'individual' })];
    const reports = [
      filed('Ông Tư', 99, 50, { audience: 'individual' }),
      filed('Bản A', 50, 50),
      report('Khác', [entry('1', { value: yes })], { audience: 'enterprise' }),
    ];
    const { rankings, sheets } = run(movement(sets), reports);
    expect(rankings.map(({ audience, unit: name, rank }) => [audience, name, rank])).toEqual([
      ['village', 'Bản A', 1],
      ['individual', 'Ông Tư', 1],
    ]);
    expect(sheets).toHaveLength(2);
  });
});
