/** A criterion's rule as it is typed: steps as rows and back, what it will score by, the points of a figure tried. */
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../core/movement/criteria-set.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { bandRowsOf, bandWordsOf, ruleTyped, triedText } from '../../ui/pane/rule-typed.ts';

const movement = MOVEMENTS[0]!;
const base = movement.criteriaSets[0]!.criteria.find(({ measure }) => measure === 'percentage')!;
const share: Criterion = { ...base, maxPoints: 2000, unit: '%', direction: 'higher', target: null };

function tried(words: string, figure: string): string {
  const typed = ruleTyped(words, share);
  if (typed.kind !== 'rule') throw new Error(typed.kind);
  return triedText(figure, { ...share, ...typed.read.follows, rule: typed.read.rule } as Criterion, movement);
}

describe('the steps of a rule', () => {
  const words = 'từ 85 %: 20; từ 75 %: 12; còn lại: 0';

  it('are rows, and the rows are the same words', () => {
    const rows = bandRowsOf(words)!;
    expect(rows).toEqual([
      { word: 'từ', edge: '85', points: '20' },
      { word: 'từ', edge: '75', points: '12' },
      { word: 'còn lại', edge: '', points: '0' },
    ]);
    expect(bandWordsOf(rows, '%')).toBe(words);
    expect(bandRowsOf('theo tỷ lệ, đủ điểm từ 80 %')).toBeNull();
    expect(bandRowsOf('từ 70 % đến dưới 80 %: 5')).toBeNull();
  });

  it('give their points to a figure tried, at their edges too', () => {
    expect(tried(words, '80 %')).toBe('→ 12/20 điểm');
    expect(tried(words, '85')).toBe('→ 20/20 điểm');
    expect(tried(words, '74,99 %')).toBe('→ 0/20 điểm');
    expect(tried(words, '17/20')).toBe('→ 20/20 điểm');
    expect(tried(words, 'khoảng 80')).toMatch(/^→ .*không đọc được/);
    expect(tried(words, ' ')).toBe('');
  });
});

describe('words typed as a rule', () => {
  it('pasted from a plan are read, or stay as they are for the council', () => {
    const pasted = ruleTyped('Đạt từ 85 % trở lên: 20 điểm; từ 75 % đến dưới 85 %: 12 điểm; dưới 75 %: 0 điểm', share);
    expect(pasted).toMatchObject({ kind: 'rule', read: { rule: { kind: 'bands' } } });
    expect(ruleTyped('Họp đủ 4 lần/năm thì đạt tối đa, tùy mức độ lan tỏa', share)).toEqual({ kind: 'kept' });
    expect(ruleTyped('Hội đồng chấm', share)).toMatchObject({ kind: 'rule' });
  });

  it('explains rules that cannot be right, without naming a cell', () => {
    expect(ruleTyped('', share)).toMatchObject({ kind: 'wrong', message: expect.stringContaining('Ghi cách chấm') });
    expect(ruleTyped('từ 85 %: 30; còn lại: 0', share)).toMatchObject({
      kind: 'wrong',
      message: expect.stringContaining('vượt điểm tối đa 20'),
    });
  });
});
