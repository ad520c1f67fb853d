/** The column "Cách chấm" with phrases pasted from plans: all that a clerk may paste is a rule, or stays as it stands. */
import { expect, it } from 'vitest';
import { readRule } from '../../../core/dossier/read-rule.ts';
import { ruleInWords } from '../../../core/dossier/rule-in-words.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import { EXAMPLES, KEPT_AS_WORDS } from './rule-text/examples.ts';

const row = { measure: 'percentage', direction: 'higher', unit: '%', maxPoints: 1000, title: 'Nội dung' } as const;
const read = (words: string, more: Partial<{ title: string; maxPoints: number }> = {}) => {
  const found = ruleInWords(words, { ...row, ...more });
  if (!found.ok) throw new Error(found.refusal.message);
  return found.value;
};

it.each(
  Object.values(EXAMPLES)
    .flat()
    .filter(({ words, deducts, rule }) => !deducts && rule !== 'cộng điểm các ý' && !readRule(words, row).ok),
)('$words', ({ words, max = 10, title = 'Nội dung', rule }) => {
  const { rule: found, follows } = read(words, { title, maxPoints: max * 100 });
  expect(ruleWords(found, { ...row, maxPoints: max * 100, ...follows })).toBe(rule);
});

it.each(KEPT_AS_WORDS.filter((words) => !readRule(words, row).ok))('keeps %s', (words) => {
  expect(read(words).rule).toEqual({ kind: 'council-graded', by: 'council', words });
});

it('the measure in the words overrides the column beside it where both cannot hold', () => {
  expect(read('Có 10 điểm; không 0 điểm').follows).toEqual({ measure: 'yes-no', unit: '' });
  expect(read('Từ 85% được 10 điểm; dưới 85% 0 điểm').follows).toEqual({ direction: 'higher' });
  expect(read('Họp 4 lần được 10 điểm; 3 lần được 5 điểm').follows).toMatchObject({ measure: 'count', unit: 'lần' });
  expect(read('Không có: 10 điểm; mỗi vụ trừ 4 điểm').follows).toMatchObject({ measure: 'count', direction: 'lower' });
});

it('a rule that would leave words unused stays words', () => {
  const words = 'Có 10 điểm (hồ sơ giấy trừ một nửa); không 0 điểm';
  expect(read(words).rule).toEqual({ kind: 'council-graded', by: 'council', words });
});

it('a cell without words is refused, and a deduction without a cap', () => {
  expect(ruleInWords(' ', row).ok).toBe(false);
  expect(ruleInWords('trừ 2 điểm mỗi lỗi', { ...row, maxPoints: 0, measure: 'count' }).ok).toBe(false);
});
