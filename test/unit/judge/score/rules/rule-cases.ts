/** A case for every rule kind: a rule as in a real set, and the expected results wherever kinds differ. */

import { quantityOf } from '../../../../../core/base/quantity/quantity.ts';
import type { Measure, RulePart, ScoringRule } from '../../../../../core/movement/rule.ts';
import type { Entry } from '../../../../../core/report/report.ts';
import { date, entry, level, no, number, yes } from '../sets.ts';

export interface RuleCase<R extends ScoringRule> {
  readonly rule: R;
  /** Hundredths. */
  readonly max: number;
  readonly measure: Measure;
  /** What the unit wrote and what it earns; null = only people can say. */
  readonly entry: Partial<Entry>;
  readonly peers?: ReadonlyMap<string, ReturnType<typeof quantityOf>>;
  readonly points: number | null;
  readonly goals: readonly number[];
  /** The form's sentence, for the unit `lần` (percentages `%`). */
  readonly sentence: string;
  /** As `movements --json` writes it, where that differs from the rule. */
  readonly json?: object;
  /** A mistake in writing the criteria, and the code of its finding; null = no mistake is possible. */
  readonly slip: readonly [rule: ScoringRule, code: string] | null;
}

const ratio = (a: number, b: number) => ({ numerator: number(a), denominator: number(b) });
const part = (code: string, maxPoints: number, rule: ScoringRule = { kind: 'yes-no' }): RulePart => {
  return { code, title: `Ý ${code}`, measure: 'yes-no', maxPoints, rule };
};
const asJson = ({ maxPoints, ...rest }: RulePart) => ({ ...rest, points: maxPoints / 100 });
const bands = (top: number) => ({
  kind: 'bands' as const,
  bands: [
    { from: 80, fromInclusive: true, toInclusive: false, points: top },
    { to: 80, fromInclusive: true, toInclusive: false, points: 200 },
  ],
});

export const RULE_CASES: { readonly [K in ScoringRule['kind']]: RuleCase<Extract<ScoringRule, { kind: K }>> } = {
  'yes-no': {
    ...{ rule: { kind: 'yes-no' }, max: 500, measure: 'yes-no', entry: { value: yes }, points: 500, goals: [] },
    sentence: 'Có: 5 điểm; không: 0 điểm.',
    slip: null,
  },
  assigned: {
    rule: { kind: 'assigned', below: 'proportional' },
    ...{ max: 500, measure: 'count', entry: { value: number(30), assigned: 40 }, points: 375, goals: [] },
    sentence: 'Đạt chỉ tiêu giao cho đơn vị: 5 điểm; chưa đạt: Kết quả ÷ Chỉ tiêu giao × 5.',
    slip: null,
  },
  threshold: {
    rule: { kind: 'threshold', comparator: 'gte', value: 80 },
    ...{ max: 500, measure: 'percentage', entry: ratio(72, 90), points: 500, goals: [80] },
    sentence: 'Đạt ≥ 80 %: 5 điểm; không đạt: 0 điểm.',
    slip: null,
  },
  levels: {
    rule: {
      kind: 'levels',
      levels: [
        { code: 'tot', label: 'Tốt', points: 500 },
        { code: 'dat', label: 'Đạt', points: 300 },
      ],
    },
    ...{ max: 500, measure: 'level', entry: { value: level('dat') }, points: 300, goals: [] },
    sentence: 'Tốt: 5 điểm; Đạt: 3 điểm.',
    json: {
      kind: 'levels',
      levels: [
        { code: 'tot', label: 'Tốt', points: 5 },
        { code: 'dat', label: 'Đạt', points: 3 },
      ],
    },
    slip: [{ kind: 'levels', levels: [{ code: 'tot', label: 'Tốt', points: 600 }] }, 'points-over-max'],
  },
  proportional: {
    rule: { kind: 'proportional', full: 80 },
    ...{ max: 500, measure: 'percentage', entry: ratio(36, 90), points: 250, goals: [80] },
    sentence: 'Từ 80 % trở lên: 5 điểm; thấp hơn: Kết quả ÷ 80 % × 5.',
    slip: [{ kind: 'proportional', full: 80, floor: 90 }, 'rule-figure'],
  },
  bands: {
    ...{ rule: bands(500), max: 500, measure: 'percentage', entry: ratio(36, 90), points: 200, goals: [80, 80] },
    sentence: 'Từ 80 % trở lên: 5 điểm; dưới 80 %: 2 điểm.',
    json: { kind: 'bands', bands: bands(500).bands.map((band) => ({ ...band, points: band.points / 100 })) },
    slip: [bands(400), 'max-unreachable'],
  },
  'per-unit': {
    rule: { kind: 'per-unit', points: 50, cap: 500, sample: 30 },
    ...{ max: 500, measure: 'count', entry: { value: number(4) }, points: 200, goals: [] },
    sentence: 'Mỗi lần: 0,5 điểm, tối đa 5 điểm (khảo sát 30 mẫu).',
    json: { kind: 'per-unit', points: 0.5, cap: 5, sample: 30 },
    slip: [{ kind: 'per-unit', points: 0, cap: 500 }, 'rule-figure'],
  },
  sum: {
    rule: { kind: 'sum', parts: [part('a', 300), part('b', 200)] },
    ...{ max: 500, measure: 'yes-no', points: 200, goals: [] },
    entry: { parts: [entry('a', { value: no }), entry('b', { value: yes })] },
    sentence: 'Cộng điểm các mục a, b… bên dưới.',
    json: { kind: 'sum', parts: [part('a', 300), part('b', 200)].map(asJson) },
    slip: [{ kind: 'sum', parts: [part('a', 300)] }, 'parts-sum'],
  },
  best: {
    rule: { kind: 'best', parts: [part('a', 500), part('b', 200)] },
    ...{ max: 500, measure: 'yes-no', points: 200, goals: [] },
    entry: { parts: [entry('a', { value: no }), entry('b', { value: yes })] },
    sentence: 'Lấy điểm của mục cao nhất trong các mục a, b… bên dưới.',
    json: { kind: 'best', parts: [part('a', 500), part('b', 200)].map(asJson) },
    slip: [{ kind: 'best', parts: [part('a', 300)] }, 'max-unreachable'],
  },
  peer: {
    ...{ rule: { kind: 'peer' }, max: 500, measure: 'count', entry: { value: number(4) }, points: 200, goals: [] },
    peers: new Map([['1', quantityOf(10)]]),
    sentence: 'Điểm = Kết quả ÷ kết quả cao nhất trong các đơn vị × 5.',
    slip: null,
  },
  deduction: {
    rule: { kind: 'deduction', points: 100, cap: 300 },
    ...{ max: 0, measure: 'count', entry: { value: number(2) }, points: -200, goals: [] },
    sentence: 'Trừ 1 điểm/lần, tối đa 3 điểm.',
    json: { kind: 'deduction', points: 1, cap: 3 },
    slip: [{ kind: 'deduction', points: -100, cap: 300 }, 'rule-figure'],
  },
  'by-date': {
    rule: { kind: 'by-date', steps: [{ onOrBefore: '11-04', points: 500 }], late: 200 },
    ...{ max: 500, measure: 'date', entry: { value: date('2025-11-05') }, points: 200, goals: [] },
    sentence: 'Đến hết ngày 04/11: 5 điểm; muộn hơn: 2 điểm.',
    json: { kind: 'by-date', steps: [{ onOrBefore: '11-04', points: 5 }], late: 2 },
    slip: [{ kind: 'by-date', steps: [{ onOrBefore: '04/11', points: 500 }], late: 0 }, 'date-steps'],
  },
  improvement: {
    rule: { kind: 'improvement', full: 80 },
    ...{ max: 500, measure: 'percentage', points: 250, goals: [80] },
    entry: { ...ratio(60, 100), baseline: number(40) },
    sentence: 'Đạt 80 %: 5 điểm; chưa đạt: (Kết quả − Trước phong trào) ÷ (80 % − Trước phong trào) × 5.',
    slip: null,
  },
  reduction: {
    rule: { kind: 'reduction', points: 100, first: 50, allFrom: 5 },
    ...{ max: 500, measure: 'count', entry: { value: number(3) }, points: 250, goals: [] },
    sentence: 'Không có: 5 điểm; mỗi lần trừ 1 điểm; lần đầu trừ 0,5 điểm; từ 5 lần trở lên: 0 điểm.',
    json: { kind: 'reduction', points: 1, first: 0.5, allFrom: 5 },
    slip: [{ kind: 'reduction', points: 0 }, 'rule-figure'],
  },
  'base-steps': {
    rule: { kind: 'base-steps', at: 10, points: 500, lossStep: 3, loss: 75 },
    ...{ max: 500, measure: 'count', entry: { value: number(3) }, points: 350, goals: [10] },
    sentence: 'Đạt 10 lần: 5 điểm; cứ thiếu 3 lần trừ 0,75 điểm.',
    json: { kind: 'base-steps', at: 10, points: 5, lossStep: 3, loss: 0.75 },
    slip: [{ kind: 'base-steps', at: 10, points: 500 }, 'rule-figure'],
  },
  average: {
    rule: { kind: 'average', of: 'units', reach: 'at', others: 200 },
    ...{ max: 500, measure: 'percentage', entry: ratio(36, 90), points: 200, goals: [] },
    peers: new Map([['1', quantityOf(50)]]),
    sentence: 'Cao hơn hoặc bằng bình quân các đơn vị: 5 điểm; còn lại: 2 điểm.',
    json: { kind: 'average', of: 'units', reach: 'at', others: 2 },
    slip: [{ kind: 'average', of: 'units', reach: 'at', others: 600 }, 'points-over-max'],
  },
  excess: {
    rule: { kind: 'excess', target: 10 },
    ...{ max: 500, measure: 'count', entry: { value: number(12) }, points: 350, goals: [] },
    peers: new Map([['1', quantityOf(15)]]),
    sentence: 'Đạt 10 lần: 2,5 điểm, chưa đạt theo tỷ lệ; phần vượt so với đơn vị vượt nhiều nhất, tối đa 5 điểm.',
    slip: null,
  },
  growth: {
    rule: { kind: 'growth', full: 20 },
    ...{ max: 500, measure: 'count', points: 250, goals: [] },
    entry: { value: number(110), baseline: number(100) },
    sentence: 'Tăng từ 20 % so với năm trước: 5 điểm; ít hơn: Mức tăng ÷ 20 % × 5.',
    slip: [{ kind: 'growth', full: -5 }, 'rule-figure'],
  },
  ranked: {
    ...{ rule: { kind: 'ranked' }, max: 0, measure: 'count', entry: { value: number(7) }, points: 0, goals: [] },
    sentence: 'Không tính điểm; dùng để xếp thứ tự.',
    slip: null,
  },
  'council-graded': {
    rule: { kind: 'council-graded', by: 'council' },
    ...{ max: 500, measure: 'yes-no', entry: { value: yes }, points: null, goals: [] },
    sentence: 'Hội đồng chấm; đơn vị không tự chấm.',
    slip: null,
  },
};
