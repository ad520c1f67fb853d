/** Totals, classes and what stands between them: SR-12, SR-15 … SR-19, and PC-3, PC-5. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CriteriaSet, Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Entry } from '../../../../core/report/report.ts';
import {
  BANDS,
  criterion,
  entry,
  flag,
  movement,
  no,
  none,
  number,
  read,
  report,
  run,
  set,
  unit,
  yes,
} from './sets.ts';

function sheetOf(
  criteria: readonly Criterion[],
  entries: readonly Entry[],
  more: Partial<CriteriaSet> = {},
  input: Parameters<typeof run>[2] = {},
) {
  const [sheet] = run(movement([set(criteria, more)]), [report('Bản A', entries)], input).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** A criterion for the rest of the points, in percent. */
const rest = (max: number) => criterion('r', max, { kind: 'proportional', full: 100 });

describe('gates (SR-12)', () => {
  const criteria = [
    criterion('1', 2000, { kind: 'yes-no' }),
    criterion('2', 3000, { kind: 'yes-no' }, { gates: ['1'] }),
    criterion('3', 1000, { kind: 'yes-no' }, { gates: ['2'] }),
    rest(4000),
  ];
  const filled = (first: typeof yes | typeof no) => [
    entry('1', { value: first }),
    entry('2', { value: yes }),
    entry('3', { value: yes }),
    entry('r', { value: number(100) }),
  ];
  it('take the points of what stands behind, and behind that', () => {
    const sheet = sheetOf(criteria, filled(no));
    expect(sheet.points.map((point) => point.points)).toEqual([0, 0, 0, 4000]);
    expect(sheet.points[1]?.reason).toBe(
      'Có → 30/30 (Tân Quang II.4.a; cách chấm đề xuất); chưa đạt tiêu chí điều kiện → 0',
    );
    expect(sheetOf(criteria, filled(yes)).total).toBe(10_000);
  });
  it('of the set take everything', () => {
    expect(sheetOf(criteria, filled(no), { gates: ['1'] })).toMatchObject({ total: 0, share: 0 });
  });
  it('that did not arise hold nobody back', () => {
    const entries = [entry('1', { value: none }), ...filled(yes).slice(1)];
    expect(sheetOf(criteria, entries)).toMatchObject({ total: 8000, max: 8000, share: 10_000 });
  });
});

it('a sheet is plain data: a copy by spread has all of it', () => {
  const { points, ...sheet } = sheetOf([rest(10_000)], [entry('r', { value: number(50) })]);
  const copy = { ...sheet, points: points.map((point) => ({ ...point })) };
  expect(copy).toMatchObject({ total: 5000, share: 5000, points: [{ criterion: 'r', points: 5000 }] });
  expect(copy).toEqual(JSON.parse(JSON.stringify({ ...sheet, points })));
  expect(copy.points[0]?.reason).toContain('→ 50/100');
});

describe('bonus (SR-15)', () => {
  const criteria = [rest(10_000), criterion('b', 2000, { kind: 'yes-no' }, { bonus: true })];
  const entries = [entry('r', { value: number(100) }), entry('b', { value: yes })];
  it('adds beyond the 100 points up to its cap', () => {
    expect(sheetOf(criteria, entries, { bonusCap: 1500 })).toMatchObject({ total: 11_500, share: 11_500 });
  });
  it('is not in the maximum (PC-5)', () => {
    expect(sheetOf(criteria, entries, { bonusCap: 300 })).toMatchObject({ total: 10_300, max: 10_000 });
    expect(sheetOf(criteria, [entries[0]!, entry('b', { value: no })], { bonusCap: 300 })).toMatchObject({
      share: 10_000,
    });
  });
  it('left blank is not claimed: no range stays open; own points without a figure are', () => {
    const blank = entry('b', { value: read({ kind: 'missing' }) });
    expect(sheetOf(criteria, [entries[0]!, blank])).toMatchObject({ total: 10_000, low: 10_000, high: 10_000 });
    const claimed = entry('b', { value: read({ kind: 'missing' }), self: number(5) });
    expect(sheetOf(criteria, [entries[0]!, claimed], { bonusCap: 300 })).toMatchObject({ low: 10_000, high: 10_300 });
  });
});

describe('deductions (SR-16)', () => {
  const criteria = [rest(10_000), criterion('t', 0, { kind: 'deduction', points: 100, cap: 300 })];
  const total = (percent: number, times: number) =>
    sheetOf(criteria, [entry('r', { value: number(percent) }), entry('t', { value: number(times) })]).total;
  it('take off up to their cap and never below 0', () => {
    expect([total(90, 0), total(90, 2), total(90, 9), total(1, 9)]).toEqual([9000, 8800, 8700, 0]);
  });
});

describe('classes', () => {
  const criteria = [rest(9500), criterion('z', 500, { kind: 'yes-no' })];
  const classOf = (percent: number, z: typeof yes | typeof no, more: Partial<CriteriaSet> = {}, facts: string[] = []) =>
    sheetOf(criteria, [entry('r', { value: number(percent) }), entry('z', { value: z })], more, {
      register: [unit('Bản A', { facts })],
    });
  it('go by the share, inclusive and exact', () => {
    // 95 × 94,73684 % + 5 = 94,999998 → 94,99…: one hundredth below 95 is not 95.
    expect(classOf(94.73, yes).classification?.code).toBe('good');
    expect(classOf(94.736842, yes)).toMatchObject({ total: 9500, classification: { code: 'excellent' } });
  });
  it('are none below the least that the plan names', () => {
    const classification = BANDS.filter(({ from }) => from > 0);
    expect(classOf(74, yes, { classification })).toMatchObject({ classification: { code: 'completed' } });
    const below = classOf(70, yes, { classification });
    expect(below).toMatchObject({ share: 7150, classification: null, possibleClasses: [] });
  });
  it('ask for no criterion without points (SR-17)', () => {
    const sheet = classOf(100, no);
    expect(sheet).toMatchObject({ share: 9500, classification: { code: 'completed' } });
    expect(sheet.classReasons).toEqual([
      'Đạt 95 % nhưng có tiêu chí 0 điểm (z) nên không được xếp “Hoàn thành xuất sắc nhiệm vụ”, xuống “Hoàn thành nhiệm vụ”.',
    ]);
  });
  it('go by the share of what applies, not by points (PC-3)', () => {
    const sheet = sheetOf(
      [rest(5000), criterion('z', 1000, { kind: 'yes-no' })],
      [entry('r', { value: number(96) }), entry('z', { value: none })],
    );
    expect(sheet).toMatchObject({ total: 4800, max: 5000, share: 9600, classification: { code: 'excellent' } });
  });
  it('fall to the lowest by a knock-out (SR-18)', () => {
    const knockOuts = [{ code: 'tham-nhung', label: 'Có tham nhũng' }];
    expect(classOf(100, yes, { knockOuts }, ['tham-nhung'])).toMatchObject({
      classification: { code: 'not-completed' },
      classReasons: ['Có tham nhũng: xếp loại thấp nhất.'],
      possibleClasses: ['Không hoàn thành nhiệm vụ'],
    });
  });
  it('are capped by facts (SR-19)', () => {
    const classCaps = [{ code: 'khien-trach', label: 'Bị khiển trách', atMost: 'good' as const }];
    expect(classOf(100, yes, { classCaps }, ['khien-trach'])).toMatchObject({
      classification: { code: 'good' },
      classReasons: ['Bị khiển trách: không được xếp trên mức “Hoàn thành tốt nhiệm vụ”.'],
    });
    expect(classOf(100, yes, { classCaps }).classification?.code).toBe('excellent');
  });
  it('still possible are listed while something is open', () => {
    const sheet = sheetOf(
      criteria,
      [entry('r', { value: number(100) }), entry('z', { value: yes })],
      {},
      {
        flags: [flag('Bản A', 'z')],
      },
    );
    expect(sheet).toMatchObject({ total: 9500, low: 9500, high: 10_000, classification: { code: 'completed' } });
    expect(sheet.possibleClasses).toEqual(['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành nhiệm vụ']);
  });
});

describe('the unit’s own total', () => {
  it('is summed from its cells (CR-13)', () => {
    const sheet = sheetOf(
      [rest(1000), criterion('z', 500, { kind: 'yes-no' })],
      [entry('r', { value: number(50), self: number(9.5) }), entry('z', { value: yes, self: number(0.2) })],
    );
    expect(sheet).toMatchObject({ self: 970, total: 1000 });
  });
});

describe('sums', () => {
  it('never pass the maximum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 10, max: 60_000 }), fc.integer({ min: 0, max: 30_000 })), {
          minLength: 1,
          maxLength: 12,
        }),
        (rows) => {
          const criteria = rows.map(([max], at) => criterion(String(at), max, { kind: 'proportional', full: 80 }));
          const entries = rows.map(([, value], at) => entry(String(at), { value: number(value / 100) }));
          const sheet = sheetOf(criteria, entries);
          expect(sheet.max).toBe(rows.reduce((sum, [max]) => sum + max, 0));
          expect(sheet.total).toBe(sheet.points.reduce((sum, criterionScore) => sum + criterionScore.points, 0));
          expect(sheet.total).toBeLessThanOrEqual(sheet.max);
        },
      ),
    );
  });
});
