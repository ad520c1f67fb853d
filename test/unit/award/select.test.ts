/** SR-32 and the quotas of real plans (TM-Q01 … TM-Q05, TQ-G20). */
import { describe, expect, it } from 'vitest';
import { selectForAwards } from '../../../core/award/select.ts';
import type { Movement, Quota } from '../../../core/movement/movement.ts';
import { criterion, entry, movement, number, report, run, SOURCE, set } from '../score/sets.ts';

const criteria = [criterion('1', 10_000, { kind: 'proportional', full: 100 })];
const sets = [set(criteria), set(criteria, { audience: 'individual' })];

const quota = (code: string, kind: Quota['kind'], max: number | null, more: Partial<Quota> = {}): Quota => ({
  code,
  text: code,
  max,
  kind,
  award: null,
  round: 'yearly',
  phase: null,
  condition: null,
  source: SOURCE,
  ...more,
});

type Row = readonly [name: string, percent: number, audience?: string];

function select(
  quotas: readonly Quota[],
  rows: readonly Row[],
  more: Partial<Movement> = {},
  alreadyAwarded: string[] = [],
) {
  const plan = movement(sets, { quotas: [...quotas], ...more });
  const reports = rows.map(([name, percent, audience = 'village']) =>
    report(name, [entry('1', { value: number(percent) })], { audience }),
  );
  const period = { kind: 'year', year: 2025 } as const;
  const output = run(plan, reports, { period });
  return selectForAwards({ movement: plan, period, ...output, alreadyAwarded: new Set(alreadyAwarded) }).map((one) => ({
    code: one.quota.code,
    chosen: one.chosen.map((unit) => unit.unit),
    undecided: one.undecided.map((unit) => unit.unit),
    left: one.placesLeft,
    excluded: one.excluded.map(({ unit, why }) => `${unit.unit}: ${why}`),
  }));
}

describe('selection', () => {
  it('takes the best of the top class up to the quota', () => {
    const [one] = select(
      [quota('Q', 'collective', 2)],
      [
        ['A', 96],
        ['B', 99],
        ['C', 97],
        ['D', 94],
      ],
    );
    expect(one).toEqual({
      code: 'Q',
      chosen: ['B', 'C'],
      undecided: [],
      left: 0,
      excluded: ['D: Xếp loại “Hoàn thành tốt nhiệm vụ”, chưa đạt “Hoàn thành xuất sắc nhiệm vụ”.'],
    });
  });
  it('leaves equals at the cut to the authority', () => {
    const [one] = select(
      [quota('Q', 'collective', 2)],
      [
        ['A', 99],
        ['B', 97],
        ['C', 97],
        ['D', 96],
      ],
    );
    expect(one).toMatchObject({ chosen: ['A'], undecided: ['B', 'C'], left: 1 });
    const [fits] = select(
      [quota('Q', 'collective', 3)],
      [
        ['A', 99],
        ['B', 97],
        ['C', 97],
        ['D', 96],
      ],
    );
    expect(fits).toMatchObject({ chosen: ['A', 'B', 'C'], undecided: [], left: 0 });
  });
  it('counts collectives and individuals together or apart (TM-Q01, TM-Q03)', () => {
    const rows: Row[] = [
      ['A', 96],
      ['Bà Hai', 99, 'individual'],
      ['B', 98],
      ['Ông Tư', 97, 'individual'],
    ];
    expect(select([quota('Q01', 'combined', 3)], rows)[0]?.chosen).toEqual(['Bà Hai', 'B', 'Ông Tư']);
    const apart = select([quota('Q03a', 'collective', 1), quota('Q03b', 'individual', 1)], rows);
    expect(apart.map((one) => one.chosen)).toEqual([['B'], ['Bà Hai']]);
  });
  it('keeps outsiders outside the cap and takes everybody where no number is stated', () => {
    const [outside, open] = select(
      [quota('Q02', 'outside', null), quota('Q07', 'collective', null)],
      [
        ['A', 96],
        ['B', 98],
      ],
    );
    expect(outside).toMatchObject({ chosen: [], left: null });
    expect(open).toMatchObject({ chosen: ['B', 'A'], left: null });
  });
  it('shuts out who was awarded in a yearly round (TM-Q04)', () => {
    const [one] = select(
      [quota('Q', 'collective', 1)],
      [
        ['A', 99],
        ['B', 98],
      ],
      {},
      ['A'],
    );
    expect(one).toMatchObject({ chosen: ['B'], excluded: ['A: Đã được khen trong phong trào này.'] });
  });
  it('asks for the share and place the plan’s standards name (TQ-G20, TM-S05)', () => {
    const standard = (kind: 'score-share' | 'rank', value: number | null) => ({
      code: kind,
      text: '',
      audiences: ['village'],
      kind,
      value,
      source: SOURCE,
    });
    const rows: Row[] = [
      ['A', 99],
      ['B', 97],
      ['C', 96],
    ];
    expect(select([quota('Q', 'collective', 5)], rows, { standards: [standard('score-share', 97)] })[0]).toMatchObject({
      chosen: ['A', 'B'],
      excluded: ['C: Đạt 96 % số điểm, tiêu chuẩn từ 97 %.'],
    });
    expect(select([quota('Q', 'collective', 5)], rows, { standards: [standard('rank', 1)] })[0]).toMatchObject({
      chosen: ['A'],
    });
    // "Tốp đầu" without a number shuts nobody out.
    expect(
      select([quota('Q', 'collective', 5)], rows, { standards: [standard('rank', null)] })[0]?.chosen,
    ).toHaveLength(3);
  });
  it('uses the quotas of the round the period belongs to', () => {
    const phases = [
      { code: 'I', name: 'Giai đoạn I', from: '2023-01-01', to: '2025-12-31', source: SOURCE },
      { code: 'II', name: 'Giai đoạn II', from: '2026-01-01', to: '2030-12-31', source: SOURCE },
    ];
    const quotas = [
      quota('Q01', 'combined', 5),
      quota('Q03', 'collective', 5, { round: 'interim', phase: 'I' }),
      quota('Q05', 'collective', 3, { round: 'final', phase: 'II' }),
    ];
    expect(select(quotas, [['A', 99]], { phases }).map((one) => one.code)).toEqual(['Q03']);
  });
});
