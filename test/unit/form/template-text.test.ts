/** The sentences of the form's "Cách tính điểm", its lists of levels, and the height its texts need. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formGrid } from '../../../core/form/form-grid.ts';
import { levelOptions } from '../../../core/form/form-validations.ts';
import { methodText } from '../../../core/form/method-text.ts';
import { linesOf } from '../../../core/form/row-heights.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { ScoringRule } from '../../../core/movement/rule.ts';
import { targetText } from '../../../core/movement/rules/wording.ts';
import { readValue } from '../../../core/report/read/value.ts';
import { SAMPLE_SET } from '../../fixtures/sample-movement.ts';

const BASE = SAMPLE_SET.criteria[0] as Criterion;

/** Text for one criterion with a rule, evidence and hints left out. */
function method(rule: ScoringRule, more: Partial<Criterion> = {}): string {
  const criterion: Criterion = {
    ...BASE,
    measure: 'count',
    unit: 'người',
    maxPoints: 750,
    evidence: 'none',
    notApplicable: 'zero',
    proposed: false,
    source: { section: '' },
    rule,
    ...more,
  };
  const grid = formGrid({ ...SAMPLE_SET, groups: [], criteria: [criterion] }, 'UBND xã');
  const [first] = grid.rows;
  return first?.kind === 'line' ? methodText(first.line, 'UBND xã').replaceAll('\u00a0', ' ') : '';
}

describe('methodText', () => {
  test.each<[ScoringRule, string]>([
    [{ kind: 'yes-no' }, 'Có: 7,5 điểm; không: 0 điểm.'],
    [{ kind: 'threshold', comparator: 'gt', value: 6 }, 'Đạt > 6 người: 7,5 điểm; không đạt: 0 điểm.'],
    [{ kind: 'proportional', full: 80 }, 'Từ 80 người trở lên: 7,5 điểm; thấp hơn: Kết quả ÷ 80 người × 7,5.'],
    [
      { kind: 'proportional', full: 80, floor: 50 },
      'Từ 80 người trở lên: 7,5; thấp hơn: Kết quả ÷ 80 người × 7,5; dưới 50 người: 0 điểm.',
    ],
    [
      {
        kind: 'bands',
        bands: [
          { from: 40, fromInclusive: false, toInclusive: false, points: 750 },
          { from: 30, fromInclusive: true, to: 40, toInclusive: true, points: 500 },
          { from: 10, fromInclusive: true, to: 30, toInclusive: false, points: 250 },
          { fromInclusive: true, to: 10, toInclusive: false, points: 0 },
        ],
      },
      'Trên 40 người: 7,5; từ 30 đến 40 người: 5; từ 10 đến dưới 30 người: 2,5; dưới 10 người: 0 điểm.',
    ],
    [{ kind: 'per-unit', points: 40, cap: 2000, sample: 50 }, 'Mỗi người: 0,4 điểm, tối đa 20 điểm (khảo sát 50 mẫu).'],
    [{ kind: 'deduction', points: 50, cap: 200 }, 'Trừ 0,5 điểm/người, tối đa 2 điểm.'],
    [{ kind: 'deduction', points: 0, cap: 0 }, 'Điểm trừ do Hội đồng quyết định.'],
    [{ kind: 'peer' }, 'Điểm = Kết quả ÷ kết quả cao nhất trong các đơn vị × 7,5.'],
    [
      {
        kind: 'by-date',
        steps: [
          { onOrBefore: '11-04', points: 750 },
          { onOrBefore: '2025-11-10', points: 300 },
        ],
        late: 0,
      },
      'Đến hết ngày 04/11: 7,5; đến hết ngày 10/11/2025: 3; muộn hơn: 0 điểm.',
    ],
    [{ kind: 'council-graded', by: 'survey' }, 'Chấm theo kết quả khảo sát; đơn vị không tự chấm.'],
    [
      { kind: 'improvement', full: 100 },
      'Đạt 100 người: 7,5 điểm; chưa đạt: (Kết quả − Trước phong trào) ÷ (100 người − Trước phong trào) × 7,5.',
    ],
  ])('%o', (rule, text) => expect(method(rule)).toBe(text));

  test('figures that are ours are marked, the plan’s are not, and a sentence without figures has none to mark', () => {
    const rule: ScoringRule = { kind: 'proportional', full: 80 };
    expect(method(rule, { proposed: true })).toBe(
      `${method(rule).slice(0, -1)} (đề xuất). Kế hoạch không nêu (đề xuất).`,
    );
    const graded: ScoringRule = { kind: 'council-graded', by: 'council' };
    expect(method(graded, { proposed: true, source: { section: 'II.1' } })).toBe(`${method(graded)} Theo mục II.1.`);
  });

  test('punctuality is by the day of receipt', () => {
    const rule: ScoringRule = { kind: 'by-date', steps: [{ onOrBefore: '11-04', points: 750 }], late: 0 };
    expect(method(rule, { measure: 'date', filledBy: 'register' })).toBe(
      'Đến hết ngày 04/11: 7,5 điểm; muộn hơn: 0 điểm. Tính theo ngày UBND xã nhận báo cáo; đơn vị không tự chấm.',
    );
  });

  test('lower is better', () => {
    expect(method({ kind: 'proportional', full: 5 }, { direction: 'lower' })).toBe(
      'Không quá 5 người: 7,5 điểm; cao hơn: 5 người ÷ Kết quả × 7,5.',
    );
    expect(method({ kind: 'peer' }, { direction: 'lower' })).toContain('thấp nhất');
  });

  test('a and b, gate, not arising and evidence are in the words of the set', () => {
    const text = method(
      { kind: 'proportional', full: 80 },
      {
        measure: 'percentage',
        unit: '%',
        numerator: 'Số hồ sơ đúng hạn',
        denominator: 'Tổng số hồ sơ',
        gates: ['1.1', '1.2'],
        notApplicable: 'drop',
        evidence: 'required',
        evidenceHint: 'Ảnh chụp số liệu',
        source: { section: 'II.4.a' },
      },
    );
    expect(text).toBe(
      [
        'a: Số hồ sơ đúng hạn; b: Tổng số hồ sơ.',
        'Kết quả ÷ 80 % × 7,5, tối đa 7,5 điểm.',
        'Chỉ tính khi tiêu chí 1.1, 1.2 có điểm.',
        'KPS: không tính (nêu lý do).',
        'Minh chứng: Ảnh chụp số liệu.',
        'Theo mục II.4.a.',
      ].join(' '),
    );
  });

  test('targets', () => {
    expect(targetText('gte', 80, '%')).toBe('≥ 80 %');
    expect(targetText('gt', 6, '%/năm')).toBe('> 6 %/năm');
    expect(targetText('eq', 2.5, '')).toBe('2,5');
    expect(targetText('soft', 2, 'người')).toBe('phấn đấu 2 người');
  });
});

describe('levelOptions', () => {
  const label = fc.string({ unit: fc.constantFrom(...'abcdeghikđươ, '), minLength: 1, maxLength: 120 });
  test('any labels fit a list and each option is read as its level, or as none', () => {
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 8 }), (labels) => {
        const levels = labels.map((text, at) => ({ code: `L${at}`, label: `${at} ${text}` }));
        const options = levelOptions(levels);
        expect([...options, 'KPS'].join(',').length).toBeLessThanOrEqual(255);
        for (const [at, option] of options.entries()) {
          expect(option).not.toContain(',');
          const { reading } = readValue(option, { font: '', numberFormat: 'General' }, { measure: 'level', levels });
          expect(reading).toEqual({ kind: 'level', code: `L${at}` });
        }
      }),
    );
  });
});

describe('linesOf', () => {
  test('lines grow with the text, shrink with the width, and a blank text is one line', () => {
    expect(linesOf('', 30, 13)).toBe(1);
    expect(linesOf('a\nb\nc', 30, 13)).toBe(3);
    expect(linesOf('Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng', 30, 13)).toBeGreaterThanOrEqual(2);
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 5, max: 60 }), (text, width) => {
        const lines = linesOf(text, width, 13);
        expect(lines).toBeGreaterThanOrEqual(linesOf(text, width + 20, 13));
        expect(linesOf(`${text} thêm`, width, 13)).toBeGreaterThanOrEqual(lines);
      }),
    );
  });
  test('a long word is broken, not lost', () => {
    expect(linesOf('m'.repeat(200), 20, 13)).toBeGreaterThan(10);
  });
  test('bold letters are wider: a heading takes the lines it is printed in', () => {
    expect(linesOf('Điểm tối đa (đề xuất)', 8, 12, true)).toBe(3);
    expect(linesOf('Điểm tối đa', 9.4, 12)).toBe(1);
    expect(linesOf('Điểm tối đa', 9.4, 12, true)).toBe(2);
  });
});
