/** The time a plan's title names from one point to another: days, months or quarters, each with its year or without. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { periodInTitle } from '../../../core/plan/identity/title-period.ts';
import { random as seeded } from '../../fixtures/random.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A point in the words of plans, without its year, and the days it stands for. */
function pointIn(unit: 'day' | 'month' | 'quarter', year: number, at: number, day: number, form: number) {
  if (unit === 'day') {
    const words = [`ngày ${two(day)}/${at}`, `ngày ${day} tháng ${at}`, `${day}/${two(at)}`][form % 3];
    const date = `${year}-${two(at)}-${two(day)}`;
    return { words, from: date, to: date };
  }
  const [first, last] = unit === 'month' ? [at, at] : [at * 3 - 2, at * 3];
  const words = unit === 'month' ? `tháng ${at}` : `quý ${['I', 'II', 'III', 'IV'][at - 1]}`;
  return { words, from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${lastOf(year, last)}` };
}

describe('the time in a title', () => {
  it.each(['day', 'month', 'quarter'] as const)('from one %s to another', (unit) => {
    for (let seed = 1; seed <= 60; seed++) {
      const { between, pick } = seeded(seed);
      const [year, most] = [between(2025, 2029), unit === 'quarter' ? 4 : 12];
      const [start, form] = [between(1, most - 1), between(0, 2)];
      const later = pick([0, 0, 1]);
      const first = pointIn(unit, year, start, between(1, 28), form);
      const last = pointIn(unit, year + later, between(later ? 1 : start + 1, most), between(1, 28), form);
      const written = (words: string | undefined, of: number): string => `${words}${pick([' năm ', '/'])}${of}`;
      const from = later > 0 ? written(first.words, year) : pick([first.words, written(first.words, year)]);
      const title = `Đợt thi đua cao điểm 90 ngày ${pick(['', '('])}từ ${from} đến ${pick(['', 'hết '])}${written(last.words, year + later)}`;
      expect(periodInTitle(title), title).toEqual({ from: first.from, to: last.to });
    }
  });

  it.each([
    'năm 2026',
    'giai đoạn 2026 - 2030',
    'từ tháng 3 đến tháng 12',
    'từ tháng 9 đến tháng 5 năm 2027',
    'từ tháng 3 đến tháng 13/2026',
    'từ ngày 30/02 đến ngày 31/3/2026',
    'từ năm 2026 đến năm 2028',
  ])('is not made up: %s', (title) => expect(periodInTitle(title)).toBeNull());

  it('is that of the plan', () => {
    const { movement, targets } = extractPlan(
      'ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhát động thi đua cao điểm từ tháng 3 đến tháng 12 năm 2026\nI. MỤC TIÊU\n1. 80% hộ có cáp quang.\n',
    );
    expect(movement.period).toEqual({ from: '2026-03-01', to: '2026-12-31' });
    expect(targets).toMatchObject([{ deadline: '2026-12-31' }]);
  });
});
