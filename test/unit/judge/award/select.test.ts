/** SR-32 and the quotas of real plans (TM-Q01 … TM-Q05, TQ-G20). */
import { describe, expect, it } from 'vitest';
import { earlierAward, ledgerOf } from '../../../../core/judge/award/ledger.ts';
import { audiencesOf, quotasFor } from '../../../../core/judge/award/quotas.ts';
import { roundsOf } from '../../../../core/judge/award/rounds.ts';
import { selectForAwards } from '../../../../core/judge/award/select.ts';
import type { Flag } from '../../../../core/judge/flag/flag.ts';
import type { Movement, Quota } from '../../../../core/movement/movement.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import type { Register } from '../../../../core/report/register.ts';
import { criterion, entry, flag, movement, number, report, run, SOURCE, set, unit } from '../score/sets.ts';

const criteria = [criterion('1', 10_000, { kind: 'proportional', full: 100 })];
const sets = [set(criteria), set(criteria, { audience: 'individual' })];

const quota = (code: string, kind: Quota['kind'], max: number | null, more: Partial<Quota> = {}): Quota => ({
  code,
  text: code,
  max,
  percent: null,
  base: null,
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
  { register = null, flags = [], ...more }: Partial<Movement> & { register?: Register | null; flags?: Flag[] } = {},
  alreadyAwarded: string[] = [],
) {
  const plan = movement(sets, { quotas: [...quotas], ...more });
  const reports = rows.map(([name, percent, audience = 'village']) =>
    report(name, [entry('1', { value: number(percent) })], { audience }),
  );
  const period = { kind: 'year', year: 2025 } as const;
  const output = run(plan, reports, { period, register, flags });
  const ledger = alreadyAwarded.map((name) => ({ unit: name, form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025 }));
  return selectForAwards({ movement: plan, period, ...output, register, alreadyAwarded: ledger }).map((selection) => ({
    code: selection.quota.code,
    chosen: selection.chosen.map((unit) => unit.unit),
    undecided: selection.undecided.map((unit) => unit.unit),
    qualified: selection.qualified.map((unit) => unit.unit),
    waiting: selection.waiting.map(({ unit, why }) => `${unit.unit}: ${why}`),
    left: selection.placesLeft,
    excluded: selection.excluded.map(({ unit, why }) => `${unit.unit}: ${why}`),
  }));
}

describe('selection', () => {
  it('takes the best of the top class up to the quota', () => {
    const [item] = select(
      [quota('Q', 'collective', 2)],
      [
        ['A', 96],
        ['B', 99],
        ['C', 97],
        ['D', 94],
      ],
    );
    expect(item).toEqual({
      code: 'Q',
      chosen: ['B', 'C'],
      undecided: [],
      qualified: [],
      // With fewer points than the units that hold the places it is behind the quota, whatever our class.
      waiting: [],
      left: 0,
      excluded: [],
    });
  });
  it('leaves who only our class would refuse to the council while places are left', () => {
    const [item] = select(
      [quota('Q', 'collective', 3)],
      [
        ['A', 96],
        ['B', 99],
        ['D', 94],
      ],
    );
    expect(item).toMatchObject({ chosen: ['B', 'A'], left: 1, excluded: [] });
    expect(item?.waiting).toEqual([
      'D: Đạt 94 % số điểm, xếp loại “Hoàn thành tốt nhiệm vụ”; mức đề xuất để xét khen là “Hoàn thành xuất sắc nhiệm vụ”, kế hoạch không đặt mức: Hội đồng xét.',
    ]);
  });
  it('leaves equals at the cut to the authority', () => {
    const [item] = select(
      [quota('Q', 'collective', 2)],
      [
        ['A', 99],
        ['B', 97],
        ['C', 97],
        ['D', 96],
      ],
    );
    expect(item).toMatchObject({ chosen: ['A'], undecided: ['B', 'C'], left: 1 });
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
    expect(apart.slice(0, 2).map((item) => item.chosen)).toEqual([['B'], ['Bà Hai']]);
  });
  it('keeps outsiders outside the cap and proposes nobody on its own where no number is stated', () => {
    const [outside, open] = select(
      [quota('Q02', 'outside', 3), quota('Q07', 'collective', null, { award: 'A' })],
      [
        ['A', 96],
        ['B', 98],
      ],
    );
    expect(outside).toMatchObject({ chosen: [], left: 3 });
    expect(open).toMatchObject({ chosen: [], qualified: ['B', 'A'], left: null });
  });
  it('shuts out who was awarded in a yearly round (TM-Q04)', () => {
    const [item] = select(
      [quota('Q', 'collective', 1)],
      [
        ['A', 99],
        ['B', 98],
      ],
      {},
      ['A'],
    );
    expect(item).toMatchObject({
      chosen: ['B'],
      excluded: [
        'A: Đã được khen: Bằng khen của Chủ tịch UBND tỉnh năm 2025; một thành tích không khen nhiều lần, nhiều hình thức (Luật Thi đua, khen thưởng, Điều 5).',
      ],
    });
  });
  it('asks for the share and place the plan’s standards name (TQ-G20, TM-S05)', () => {
    const standard = (kind: 'score-share' | 'rank', value: number | null) => ({
      code: kind,
      text: '',
      audiences: ['village'],
      proposedFor: [],
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
      excluded: ['C: Đạt 96 % số điểm, tiêu chuẩn của kế hoạch từ 97 % (mục II.4.a).'],
    });
    expect(select([quota('Q', 'collective', 5)], rows, { standards: [standard('rank', 1)] })[0]).toMatchObject({
      chosen: ['A'],
    });
    // "Tốp đầu" without a number shuts nobody out.
    expect(
      select([quota('Q', 'collective', 5)], rows, { standards: [standard('rank', null)] })[0]?.chosen,
    ).toHaveLength(3);
  });
  it('uses the quotas of every round the period belongs to, the yearly round beside the review', () => {
    const phases = [
      { code: 'I', name: 'Giai đoạn I', from: '2023-01-01', to: '2025-12-31', source: SOURCE },
      { code: 'II', name: 'Giai đoạn II', from: '2026-01-01', to: '2030-12-31', source: SOURCE },
    ];
    const quotas = [
      quota('Q01', 'combined', 5),
      quota('Q03', 'collective', 5, { round: 'interim', phase: 'I' }),
      quota('Q05', 'collective', 3, { round: 'final', phase: 'II' }),
    ];
    const codes = select(quotas, [['A', 99]], { phases }).map((item) => item.code);
    expect(codes.filter((code) => code.startsWith('Q'))).toEqual(['Q01', 'Q03']);
  });

  const share90 = {
    code: 'S',
    text: '',
    audiences: ['village'],
    proposedFor: [],
    kind: 'score-share' as const,
    value: 90,
    source: SOURCE,
  };
  it('goes by the plan’s own share, above our class bands: 90 % is enough, 89,99 % is not', () => {
    const rows: Row[] = [
      ['A', 92],
      ['B', 90],
      ['C', 89.99],
    ];
    expect(select([quota('Q', 'collective', 5)], rows, { standards: [share90] })[0]).toMatchObject({
      chosen: ['A', 'B'],
      excluded: ['C: Đạt 89,99 % số điểm, tiêu chuẩn của kế hoạch từ 90 % (mục II.4.a).'],
    });
  });
  it('waits where an open flag may still bring the unit there', () => {
    const [item] = select([quota('Q', 'collective', 5)], [['A', 92]], {
      standards: [share90],
      flags: [flag('A', '1')],
    });
    expect(item).toMatchObject({ chosen: [], excluded: [] });
    expect(item?.waiting).toEqual([
      'A: Đạt 0 % số điểm, còn nội dung chưa chốt có thể thay đổi; tiêu chuẩn của kế hoạch từ 90 % (mục II.4.a).',
    ]);
  });
  it('refuses who did not register, and lays a late report before the council', () => {
    const standards = (['registration', 'reporting'] as const).map((kind) => ({
      ...share90,
      code: kind,
      kind,
      value: null,
    }));
    const calendar: Movement['calendar'] = [
      {
        code: 'D',
        what: 'unit-report',
        text: 'trước ngày 05/11',
        when: { kind: 'month-day', monthDay: '11-05', exclusive: true },
        from: null,
        to: null,
        source: SOURCE,
      },
    ];
    const register = [
      unit('A', { registered: false, received: '2025-11-04' }),
      unit('B', { received: '2025-11-05' }),
      unit('C', { received: '2025-11-04' }),
    ];
    const rows: Row[] = [
      ['A', 99],
      ['B', 98],
      ['C', 97],
    ];
    expect(select([quota('Q', 'collective', 5)], rows, { standards, calendar, register })[0]).toMatchObject({
      chosen: ['C'],
      excluded: ['A: Chưa đăng ký thi đua (mục II.4.a).'],
      waiting: [
        'B: Báo cáo nhận ngày 05/11/2025, sau hạn 04/11/2025: Hội đồng xét tiêu chuẩn chế độ báo cáo (mục II.4.a).',
      ],
    });
  });
  it('knows earlier awards from the register, of this year or without a year', () => {
    const ledger = ledgerOf([
      unit('A', { awards: ['Bằng khen của Chủ tịch UBND tỉnh năm 2024', 'Giấy khen của Chủ tịch UBND xã (2025)'] }),
      unit('B', { awards: ['Giấy khen của Chủ tịch UBND xã'] }),
    ]);
    expect(earlierAward(ledger, 'A', 2025)).toEqual({ unit: 'A', form: 'Giấy khen của Chủ tịch UBND xã', year: 2025 });
    expect(earlierAward(ledger, 'A', 2024)?.form).toBe('Bằng khen của Chủ tịch UBND tỉnh');
    expect(earlierAward(ledger, 'A', 2026)).toBeNull();
    expect(earlierAward(ledger, 'B', 2026)).not.toBeNull();
  });
});

describe('rounds of the bundled plans', () => {
  const year = (of: number) => ({ kind: 'year', year: of }) as const;
  it.each([
    ['ta-ma-2023-2030', year(2024), ['yearly']],
    ['ta-ma-2023-2030', year(2025), ['yearly', 'interim']],
    ['ta-ma-2023-2030', year(2030), ['yearly', 'final']],
    ['ta-ma-2023-2030', { kind: 'month', year: 2025, month: 11 } as const, ['interim']],
    ['ta-ma-2023-2030', { kind: 'quarter', year: 2025, quarter: 2 } as const, []],
    ['tan-quang-2023-2025', year(2023), ['yearly']],
    ['tan-quang-2023-2025', year(2024), ['interim']],
    ['tan-quang-2023-2025', { kind: 'quarter', year: 2024, quarter: 3 } as const, ['interim']],
    ['tan-quang-2023-2025', year(2025), ['final']],
    ['luc-ba-2024', year(2024), ['yearly']],
    ['tan-linh-2025', year(2025), ['yearly']],
    ['cat-ne-2024', year(2024), ['final']],
  ] as const)('%s, %o', (id, period, rounds) => {
    expect(roundsOf(findMovement(id)!, period)).toEqual(rounds);
  });
  it('Ta Ma 2025: five together for the year, and five of each kind at the review; 2030: three and ten', () => {
    const numbers = (of: number) =>
      quotasFor(findMovement('ta-ma-2023-2030')!, year(of)).flatMap((quota) =>
        quota.max === null ? [] : [[quota.round, quota.kind, quota.max]],
      );
    expect(numbers(2025)).toEqual([
      ['yearly', 'combined', 5],
      ['interim', 'collective', 5],
      ['interim', 'individual', 5],
    ]);
    expect(numbers(2030)).toEqual([
      ['yearly', 'combined', 5],
      ['final', 'collective', 3],
      ['final', 'individual', 10],
    ]);
  });
  it('plans without numbers give the commune’s own form, for those who qualify', () => {
    const quotas = quotasFor(findMovement('luc-ba-2024')!, year(2024));
    expect(quotas.map(({ award, kind, max }) => [award, kind, max])).toEqual([
      ['LB-A01', 'collective', null],
      ['LB-A01', 'individual', null],
      ['LB-A01', 'household', null],
      ['LB-A01', 'outside', null],
    ]);
    expect([...audiencesOf(quotas[2]!, findMovement('luc-ba-2024')!)]).toEqual(['household']);
  });
});
