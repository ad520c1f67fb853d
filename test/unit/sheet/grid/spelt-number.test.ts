/** Whole numbers in Vietnamese words. */
import { describe, expect, it } from 'vitest';
import { speltNumber } from '../../../../core/sheet/grid/spelt-number.ts';

describe('speltNumber', () => {
  it.each([
    ['không', 0],
    ['năm', 5],
    ['mười', 10],
    ['mười hai', 12],
    ['Mười Lăm', 15],
    ['hai mươi mốt', 21],
    ['chín mươi tư', 94],
    ['một trăm linh năm', 105],
    ['ba trăm bốn mươi', 340],
    ['hai nghìn không trăm hai mươi lăm', 2025],
  ])('%s is %i', (words, number) => expect(speltNumber(words)).toBe(number));

  it.each(['', 'hộ', 'năm hộ', 'hai ba', 'mươi', 'hai mười', '12', 'một '.repeat(40)])('%j is no number', (words) =>
    expect(speltNumber(words)).toBeNull(),
  );
});
