/**
 * The language of rules: what is written is read back to the same rule, what officers type is understood or refused in
 * one sentence.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRule } from '../../../core/dossier/read-rule.ts';
import type { RuleWordsSetting } from '../../../core/dossier/rule-slots.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import type { ScoringRule } from '../../../core/movement/rule.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { drawn } from '../../draws.ts';
import { line, measure, ruleOf } from '../../fixtures/dossier/rules.ts';
import { processorTime } from '../processor-time.ts';

const setting: RuleWordsSetting = { measure: 'percentage', direction: 'higher', unit: '%', maxPoints: 1000 };
const read = (text: string, more: Partial<RuleWordsSetting> = {}) => readRule(text, { ...setting, ...more });
const ruleIn = (text: string, more: Partial<RuleWordsSetting> = {}): ScoringRule => {
  const rule = read(text, more);
  if (!rule.ok) throw new Error(rule.refusal.message);
  return rule.value;
};
const bandsIn = (text: string, more: Partial<RuleWordsSetting> = {}) => {
  const rule = ruleIn(text, more);
  return rule.kind === 'bands'
    ? rule.bands.map(({ from, fromInclusive, to, toInclusive, points }) => {
        const low = from === undefined ? '' : `${fromInclusive ? '[' : '('}${from}`;
        return `${low}..${to === undefined ? '' : `${to}${toInclusive ? ']' : ')'}`} ${points}`;
      })
    : rule;
};
/** Parts have rows of their own. */
const alone = (rule: ScoringRule): ScoringRule => ('parts' in rule ? { ...rule, parts: [] } : rule);

describe('rules in words', () => {
  it('are read back alike: every kind, any figures', () => {
    const arbitraryRule = fc.record({
      rule: ruleOf(1),
      measure,
      direction: fc.constantFrom('higher' as const, 'lower' as const),
      unit: line,
      maxPoints: fc.integer({ min: 0, max: 60_000 }),
    });
    fc.assert(
      fc.property(arbitraryRule, ({ rule, ...where }) => {
        const words = ruleWords(rule, where);
        expect(words).not.toMatch(/^[=+@-]/);
        expect(readRule(words, where)).toEqual({ ok: true, value: alone(rule) });
      }),
      { numRuns: drawn(1000, 3000) },
    );
  });

  it('are read back alike for every rule of the bundled movements', () => {
    const criteria = MOVEMENTS.flatMap((movement) => movement.criteriaSets.flatMap((set) => set.criteria));
    expect(criteria.length).toBeGreaterThan(450);
    for (const criterion of criteria)
      expect(readRule(ruleWords(criterion.rule, criterion), criterion)).toEqual({
        ok: true,
        value: alone(criterion.rule),
      });
  });

  it('are short where the steps meet', () => {
    const words = (rule: ScoringRule, more: Partial<RuleWordsSetting> = {}) => ruleWords(rule, { ...setting, ...more });
    const down = ruleIn('≥ 80 %: 10; từ 70 %: 7; dưới: 0');
    expect(words(down)).toBe('từ 80 %: 10; từ 70 %: 7; còn lại: 0');
    expect(words({ kind: 'proportional', full: 80, floor: 50 })).toBe('theo tỷ lệ, đủ điểm từ 80 %, 0 điểm dưới 50 %');
    expect(words({ kind: 'deduction', points: 200, cap: 600 }, { unit: 'lỗi' })).toBe('trừ 2 mỗi lỗi, tối đa 6');
  });

  it.each<[string, string[]]>([
    ['≥ 80 %: 10; từ 70 %: 7; dưới: 0', ['[80.. 1000', '[70..80) 700', '..70) 0']],
    ['dưới 50%: 0; từ 50%: 5; từ 80%: 10', ['..50) 0', '[50..80) 500', '[80.. 1000']],
    ['trên 40 %: 10 điểm; từ 30 % đến 40 %: 7,5 điểm; dưới 30 %: 0 điểm', ['(40.. 1000', '[30..40] 750', '..30) 0']],
    ['100 %: 5; từ 95 %: 4; còn lại: 0', ['[100..100] 500', '[95..100) 400', '..95) 0']],
    ['Từ 88 - 90%: 2; từ 90 - dưới 95 %: 3; từ 95 % trở lên: 10', ['[88..90] 200', '[90..95) 300', '[95.. 1000']],
  ])('%s', (text, bands) => {
    expect(bandsIn(text)).toEqual(bands);
  });

  it('reads lower-is-better steps and counts', () => {
    expect(bandsIn('≤ 5 %: 10; đến 10 %: 5; trên: 0', { direction: 'lower' })).toEqual([
      '..5] 1000',
      '(5..10] 500',
      '(10.. 0',
    ]);
    expect(bandsIn('từ 4 buổi: 10; từ 3 buổi: 7; còn lại: 0', { measure: 'count', unit: 'buổi' })).toEqual([
      '[4.. 1000',
      '[3..4) 700',
      '..3) 0',
    ]);
  });

  it('reads what officers type beside what it writes', () => {
    expect(ruleIn('Theo tỷ lệ, đủ điểm từ 80%')).toEqual({ kind: 'proportional', full: 80 });
    expect(ruleIn('Có: 10 điểm; không: 0 điểm', { measure: 'yes-no' })).toEqual({ kind: 'yes-no' });
    expect(ruleIn('chậm nhất ngày 5/11: 6; muộn hơn: 0', { measure: 'date' })).toEqual({
      kind: 'by-date',
      steps: [{ onOrBefore: '11-05', points: 600 }],
      late: 0,
    });
    expect(ruleIn('"Chủ tịch": 10; "Phó Chủ tịch": 5', { measure: 'level' })).toEqual({
      kind: 'levels',
      levels: [
        { code: 'chu-tich', label: 'Chủ tịch', points: 1000 },
        { code: 'pho-chu-tich', label: 'Phó Chủ tịch', points: 500 },
      ],
    });
  });

  it.each([
    ['', /Ghi cách chấm/],
    ['chấm linh hoạt', /Không hiểu cách chấm “chấm linh hoạt”/],
    ['từ 80 %: mười; còn lại: 0', /Không hiểu mức “từ 80 %: mười”/],
    ['từ 1.5 %: 10; còn lại: 0', /Không hiểu mức “từ 1\.5 %: 10”/],
    ['từ 80 người: 10; còn lại: 0', /Không hiểu mức “từ 80 người: 10”/],
    ['theo tỷ lệ, đủ điểm đến 5 %', /càng thấp càng tốt/],
    ['có: 7; không: 0', /có: đủ điểm/],
    ['đến 31/02: 5; sau đó: 0', /Không hiểu “đến 31\/02: 5”: ghi như “đến 04\/11: 5; sau đó: 0”\.$/],
    ['đến 04/11: 5', /Thiếu “sau đó: 0” ở cuối: ghi như/],
    ['“Tốt”: 5; “Kém”: ít', /Không hiểu ““Kém”: ít”: ghi như ““Tốt”: 5”/],
    ['theo tỷ lệ, đủ điểm từ 80 người', /theo tỷ lệ, đủ điểm từ 80 %” hoặc .*, 0 điểm dưới 50 %/],
    ['hội đồng', /Không hiểu cách chấm/],
    ['trừ 2', /trừ 2 mỗi lỗi, tối đa 6/],
    ['từ 80 %: 10,555; còn lại: 0', /Không hiểu mức/],
  ])('refuses in one sentence: %s', (text, sentence) => {
    const refused = read(text);
    expect(refused.ok ? refused.value : refused.refusal.message).toMatch(sentence);
  });

  it('takes long hostile text in linear time', () => {
    const hostile = [
      ...['“"”: 1; '.repeat(160), 'a “b”: 1; '.repeat(130), 'đến 1/1: 1; '.repeat(110), 'đạt từ 1 '.repeat(150)],
      '“'.repeat(30_000),
      '“'.repeat(3990),
      'từ 1 '.repeat(790),
      `${'1'.repeat(3000)}: 1`,
      '1.'.repeat(1900),
    ];
    expect(processorTime(() => hostile.forEach((text) => void read(text)))).toBeLessThan(500);
  });
});
