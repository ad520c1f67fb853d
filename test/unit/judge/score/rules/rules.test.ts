/** Every rule kind with the rows real sets have. */
import { describe, expect, it } from 'vitest';
import type { Band, RulePart } from '../../../../../core/movement/rule.ts';
import { criterion, date, fraction, level, no, none, number, read, score, yes } from '../sets.ts';

const band = (points: number, from?: number, to?: number): Band => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  fromInclusive: true,
  toInclusive: false,
  points,
});
const ratio = (a: number, b: number) => ({ numerator: number(a), denominator: number(b) });

describe('yes-no (SR-01)', () => {
  const item = criterion('1', 20, { kind: 'yes-no' });
  it('gives all or nothing', () => {
    expect(score(item, { value: yes })).toMatchObject({
      computed: 20,
      reason: 'Có → 0,2/0,2 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(item, { value: no })).toMatchObject({
      computed: 0,
      reason: 'Không → 0/0,2 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
  });
});

describe('threshold (SR-01 on a figure)', () => {
  const at80 = criterion('1', 500, { kind: 'threshold', comparator: 'gte', value: 80 });
  it('compares a/b exactly and shows it', () => {
    expect(score(at80, ratio(72, 90))).toMatchObject({
      computed: 500,
      reason: '72/90 = 80 % ≥ 80 % → 5/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(at80, ratio(71, 90)).reason).toBe(
      '71/90 = 78,89 % < 80 % → 0/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    );
  });
  it('never prints a missed figure as a reached one', () => {
    expect(score(at80, ratio(79_999, 100_000)).reason).toBe(
      '79.999/100.000 = 79,999 % < 80 % → 0/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    );
  });
  it('reads a bare figure and an aspiration as a floor', () => {
    for (const comparator of ['eq', 'soft'] as const) {
      const item = criterion('1', 500, { kind: 'threshold', comparator, value: 50 });
      expect(score(item, { value: number(51) }).computed).toBe(500);
      expect(score(item, { value: number(50) }).computed).toBe(500);
      expect(score(item, { value: number(49.999999) }).computed).toBe(0);
    }
  });
  it('takes "trên" as exclusive', () => {
    const over40 = criterion('1', 500, { kind: 'threshold', comparator: 'gt', value: 40 });
    expect(score(over40, ratio(40, 100)).computed).toBe(0);
    expect(score(over40, ratio(4001, 10000)).computed).toBe(500);
  });
  it('takes "không còn hộ nghèo về thông tin" (TM-G29) as a ceiling', () => {
    const none = criterion(
      '1',
      500,
      { kind: 'threshold', comparator: 'eq', value: 0 },
      {
        direction: 'lower',
        measure: 'count',
        unit: 'hộ',
      },
    );
    expect(score(none, { value: number(0) })).toMatchObject({
      computed: 500,
      reason: '0 hộ ≤ 0 hộ → 5/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(none, { value: number(1) }).computed).toBe(0);
  });
});

describe('levels (SR-02, CR-01)', () => {
  const head = criterion('1.1', 2000, {
    kind: 'levels',
    levels: [
      { code: 'head', label: 'Bí thư hoặc Chủ tịch', points: 2000 },
      { code: 'deputy', label: 'Cấp phó', points: 1000 },
      { code: 'none', label: 'Chưa có Ban Chỉ đạo', points: 0 },
    ],
  });
  it('looks the level up', () => {
    expect(score(head, { value: level('head') }).computed).toBe(2000);
    expect(score(head, { value: level('deputy') }).reason).toBe(
      'Cấp phó → 10/20 (Tân Quang II.4.a; cách chấm đề xuất)',
    );
    expect(score(head, { value: level('none') }).computed).toBe(0);
  });
  it('stays open for a level the list does not have', () => {
    expect(score(head, { value: level('other') })).toMatchObject({ computed: null, low: 0, high: 2000 });
  });
});

describe('sum (SR-03, SR-10)', () => {
  const part = (code: string, maxPoints: number): RulePart => ({
    code,
    title: code,
    measure: 'yes-no',
    maxPoints,
    rule: { kind: 'yes-no' },
  });
  const plan = criterion('1.1.2', 30, { kind: 'sum', parts: [part('a', 10), part('b', 10), part('c', 10)] });
  const parts = (...values: (typeof yes | typeof no | typeof none)[]) => ({
    parts: values.map((value, at) => ({ ...entryOf(`1.1.2.${'abc'[at]}`), value })),
  });
  const entryOf = (code: string) => ({
    criterion: code,
    title: { text: code, cell: { sheet: 'S', address: 'A1' } },
    matched: { by: 'code' as const, similarity: 1 },
    evidence: [],
  });
  it('adds the parts (CR-07)', () => {
    expect(score(plan, parts(yes, no, yes))).toMatchObject({
      computed: 20,
      reason: 'a) Có → 0,1 + b) Không → 0 + c) Có → 0,1 → 0,2/0,3 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
  });
  it('leaves open only the part that is missing', () => {
    const found = score(plan, parts(yes, no));
    expect(found).toMatchObject({ computed: null, low: 10, high: 20, status: 'in-doubt' });
    expect(found.reason).toContain('a) Có → 0,1 + b) Không → 0 + c) Chưa có số liệu → chưa tính được điểm');
  });
  it('takes a part that did not arise out of the maximum', () => {
    expect(score(plan, parts(yes, none, no))).toMatchObject({ computed: 10, max: 20 });
  });
  it('composes different rules (SR-10: ratio × 45 + applications up to 5)', () => {
    const wan = criterion('2', 5000, {
      kind: 'sum',
      parts: [
        { code: 'a', title: 'WAN', measure: 'percentage', maxPoints: 4500, rule: { kind: 'proportional', full: 100 } },
        {
          code: 'b',
          title: 'App',
          measure: 'count',
          maxPoints: 500,
          rule: { kind: 'per-unit', points: 100, cap: 500 },
        },
      ],
    });
    const found = {
      parts: [
        { ...entryOf('a'), ...ratio(9, 10) },
        { ...entryOf('b'), value: number(7) },
      ],
    };
    expect(score(wan, found).computed).toBe(4050 + 500);
  });
});

describe('proportional (SR-04, SR-27)', () => {
  it('multiplies the share with the maximum (CR-03)', () => {
    const chaired = criterion('1.2', 2000, { kind: 'proportional', full: 100 });
    expect(score(chaired, ratio(18, 20))).toMatchObject({
      computed: 1800,
      reason: '18/20 = 90 % × 20 → 18/20 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
  });
  it('caps b > a, which one movement allows by design (CR-12)', () => {
    expect(score(criterion('3', 2000, { kind: 'proportional', full: 100 }), ratio(25, 20)).computed).toBe(2000);
  });
  it('bridges a target to points and rounds half up', () => {
    const item = criterion('1', 500, { kind: 'proportional', full: 80 });
    expect(score(item, ratio(25, 50))).toMatchObject({
      computed: 313,
      reason: '25/50 = 50 % ÷ 80 % × 5 → 3,13/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(item, ratio(45, 50)).reason).toBe('45/50 = 90 % ≥ 80 % → 5/5 (Tân Quang II.4.a; cách chấm đề xuất)');
  });
  it('gives nothing below the floor', () => {
    const item = criterion('1', 500, { kind: 'proportional', full: 80, floor: 30 });
    expect(score(item, ratio(29, 100))).toMatchObject({ computed: 0 });
    expect(score(item, ratio(29, 100)).reason).toContain('29/100 = 29 % < mức sàn 30 %');
    expect(score(item, ratio(30, 100)).computed).toBe(188);
  });
  it('turns round where lower is better', () => {
    const days = criterion(
      '1',
      1000,
      { kind: 'proportional', full: 2, floor: 10 },
      {
        direction: 'lower',
        measure: 'amount',
        unit: 'ngày',
      },
    );
    expect(score(days, { value: number(1) }).computed).toBe(1000);
    expect(score(days, { value: number(4) })).toMatchObject({
      computed: 500,
      reason: '2 ngày ÷ 4 ngày × 10 → 5/10 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(days, { value: number(11) }).computed).toBe(0);
  });
  it('reaches a full of 0 by 0 alone', () => {
    const poor = criterion('1', 1000, { kind: 'proportional', full: 0 }, { direction: 'lower', measure: 'count' });
    expect([0, 1, 5].map((value) => score(poor, { value: number(value) }).computed)).toEqual([1000, 0, 0]);
  });
});

describe('bands', () => {
  const meetings = criterion(
    '1.1',
    2000,
    {
      kind: 'bands',
      bands: [band(2000, 4), band(1500, 3, 4), band(1000, 2, 3), band(500, 1, 2), band(0, undefined, 1)],
    },
    { measure: 'count', unit: 'cuộc' },
  );
  it('is a ladder of counts (SR-05, CR-02)', () => {
    const points = [9, 4, 3, 2, 1, 0].map((n) => score(meetings, { value: number(n) }).computed);
    expect(points).toEqual([2000, 2000, 1500, 1000, 500, 0]);
    expect(score(meetings, { value: number(3) }).reason).toBe(
      '3 cuộc, khoảng từ 3 cuộc đến dưới 4 cuộc → 15/20 (Tân Quang II.4.a; cách chấm đề xuất)',
    );
  });
  it('looks a ratio up in closed-open intervals (SR-06, CR-10)', () => {
    const cases = criterion('1', 6000, {
      kind: 'bands',
      bands: [
        band(6000, 90),
        band(5000, 80, 90),
        band(4000, 70, 80),
        band(3000, 60, 70),
        band(2000, 50, 60),
        band(1000, undefined, 50),
      ],
    });
    const points = [90, 89.99, 80, 50, 49.9, 0].map((value) => score(cases, { value: number(value) }).computed);
    expect(points).toEqual([6000, 5000, 5000, 2000, 1000, 1000]);
    // 8999/10000 is below 90 however it is rounded for showing.
    expect(score(cases, ratio(89999, 100000)).computed).toBe(5000);
  });
  it('takes the first of two bands that hold, and none in a gap (SR-07)', () => {
    const bad = criterion('5.2', 500, {
      kind: 'bands',
      bands: [
        { from: 88, to: 90, fromInclusive: true, toInclusive: true, points: 200 },
        { from: 90, to: 95, fromInclusive: true, toInclusive: true, points: 300 },
      ],
    });
    expect(score(bad, { value: number(90) }).computed).toBe(200);
    expect(score(bad, { value: number(87) })).toMatchObject({ computed: 0 });
    expect(score(bad, { value: number(87) }).reason).toContain('không thuộc khoảng điểm nào');
  });
});

describe('per-unit', () => {
  it('counts with a cap (SR-08)', () => {
    const apps = criterion('1', 500, { kind: 'per-unit', points: 100, cap: 500 });
    expect([0, 3, 5, 8].map((n) => score(apps, { value: number(n) }).computed)).toEqual([0, 300, 500, 500]);
    expect(score(apps, { value: number(8) }).reason).toBe(
      '8 × 1, không quá 5 → 5/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    );
  });
  it('never pays more than the fixed sample (SR-13: 50 people × 0,4)', () => {
    const survey = criterion('1', 2500, { kind: 'per-unit', points: 40, cap: 2500, sample: 50 }, { unit: 'người' });
    expect(score(survey, { value: fraction(45, 50) })).toMatchObject({
      computed: 1800,
      reason: '45/50 người (mẫu 50) × 0,4, không quá 25 → 18/25 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(survey, { value: number(60) }).computed).toBe(2000);
  });
});

describe('best (SR-09)', () => {
  it('takes the best alternative', () => {
    const data = criterion('1', 1000, {
      kind: 'best',
      parts: [
        { code: 'a', title: 'Tự xây', measure: 'yes-no', maxPoints: 1000, rule: { kind: 'yes-no' } },
        { code: 'b', title: 'Thuê', measure: 'yes-no', maxPoints: 600, rule: { kind: 'yes-no' } },
      ],
    });
    const parts = [no, yes].map((value, at) => ({
      criterion: 'ab'[at] ?? '',
      title: { text: '', cell: { sheet: 'S', address: 'A1' } },
      matched: { by: 'code' as const, similarity: 1 },
      evidence: [],
      value,
    }));
    expect(score(data, { parts })).toMatchObject({ computed: 600, max: 1000 });
  });
});

describe('peer (SR-11)', () => {
  const item = criterion('1', 1000, { kind: 'peer' });
  it('measures by the best unit and stays open without it', () => {
    const peers = new Map([['1', { n: 80, d: 1 }]]);
    expect(score(item, ratio(30, 50), { peers })).toMatchObject({
      computed: 750,
      reason: '30/50 = 60 % ÷ 80 % (đơn vị tốt nhất) × 10 → 7,5/10 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(item, ratio(30, 50))).toMatchObject({ computed: null, low: 0, high: 1000 });
  });
});

describe('deduction (SR-16, SR-21)', () => {
  const late = criterion('9', 0, { kind: 'deduction', points: 50, cap: 300 }, { unit: 'lần' });
  it('takes off up to its cap', () => {
    expect([0, 1, 4, 60].map((n) => score(late, { value: number(n) }).computed)).toEqual([0, -50, -200, -300]);
    expect(score(late, { value: number(3) }).reason).toBe(
      '3 lần, trừ 0,5 mỗi lần, không quá 3 → -1,5 điểm (Tân Quang II.4.a; cách chấm đề xuất)',
    );
  });
  it('left blank deducts nothing; unreadable it ranges over the whole cap', () => {
    expect(score(late, null)).toMatchObject({ computed: 0, low: 0, high: 0, status: 'settled' });
    const unreadable = { value: read({ kind: 'text', text: 'vài lần' }) };
    expect(score(late, unreadable)).toMatchObject({ computed: null, low: -300, high: 0 });
  });
  it('deducts nothing for what did not arise', () => {
    expect(score(late, { value: none })).toMatchObject({ computed: 0, low: 0, high: 0 });
  });
});

describe('by-date (SR-20, CR-06)', () => {
  const plan = criterion('1.1.1', 20, { kind: 'by-date', steps: [{ onOrBefore: '01-31', points: 20 }], late: 0 });
  it('goes by the day of the document, in the year under review', () => {
    expect(score(plan, { value: date('2025-01-31') })).toMatchObject({
      computed: 20,
      reason: '31/01/2025, chậm nhất 31/01/2025 → 0,2/0,2 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(plan, { value: date('2025-02-01') }).reason).toContain('01/02/2025, sau ngày 31/01/2025 → 0/0,2');
    expect(score(plan, { value: no }).computed).toBe(0);
  });
  it('cannot tell a year without a period', () => {
    expect(score(plan, { value: date('2025-01-31') }, { period: null }).computed).toBeNull();
  });
});

describe('improvement (SR-26)', () => {
  const item = criterion('1', 500, { kind: 'improvement', full: 100 });
  it('pays the part of the gap that was closed', () => {
    expect(score(item, { ...ratio(70, 100), baseline: number(40) })).toMatchObject({
      computed: 250,
      reason: '(70/100 = 70 % − 40 %) ÷ (100 % − 40 %) × 5 → 2,5/5 (Tân Quang II.4.a; cách chấm đề xuất)',
    });
    expect(score(item, { ...ratio(30, 100), baseline: number(40) }).computed).toBe(0);
  });
  it('gives the unit that was already there its points', () => {
    const already = score(item, { ...ratio(100, 100), baseline: number(100) });
    expect(already.computed).toBe(500);
    expect(already.reason).toContain('đã đạt từ trước phong trào');
  });
  it('stays open without a baseline', () => {
    expect(score(item, ratio(70, 100)).computed).toBeNull();
    expect(score(item, ratio(100, 100)).computed).toBe(500);
  });
});

describe('council-graded (SR-14, CR-05)', () => {
  it('is open until graded; the unit’s own points do not count', () => {
    const satisfaction = criterion('I', 3500, { kind: 'council-graded', by: 'survey' });
    expect(score(satisfaction, { self: number(35), value: number(90) })).toMatchObject({
      computed: null,
      low: 0,
      high: 3500,
      status: 'to-grade',
      reason: 'Chờ kết quả khảo sát: 0 đến 35 điểm (Tân Quang II.4.a; cách chấm đề xuất)',
    });
  });
});
