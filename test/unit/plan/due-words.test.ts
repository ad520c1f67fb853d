/** When something is due, in words and back. */
import { describe, expect, it } from 'vitest';
import type { DueWhen } from '../../../core/plan/due/due-dates.ts';
import { dueWords, readDue, spanWords } from '../../../core/plan/due/due-words.ts';

const WHENS: readonly DueWhen[] = [
  { date: '2026-11-05' },
  { monthDay: '12-20' },
  { monthDay: '02-29' },
  { day: 25, every: 'month' },
  { day: 1, every: 'quarter' },
  { quarter: 4, year: 2026 },
  { quarter: 1, year: null },
  { month: 6, year: 2027 },
  { month: 12, year: null },
  { year: 2030 },
  { every: 'year' },
];

describe('words for when something is due', () => {
  it.each(WHENS.flatMap((when) => [false, true].map((exclusive) => ({ when, exclusive }))))(
    'are read back: %j',
    (due) => expect(readDue(dueWords(due))).toEqual(due),
  );

  it('are read as officers write them', () => {
    expect(readDue('Trước ngày 5/11/2026')).toEqual({ when: { date: '2026-11-05' }, exclusive: true });
    expect(readDue('hết ngày 31/12/2026')).toEqual({ when: { date: '2026-12-31' }, exclusive: false });
    expect(readDue('quý 4 năm 2026')).toEqual({ when: { quarter: 4, year: 2026 }, exclusive: false });
    expect(readDue('05/11 hàng năm')).toEqual({ when: { monthDay: '11-05' }, exclusive: false });
  });

  it.each(['', 'cuối năm', '31/02/2026', 'quý V/2026', 'tháng 13', 'ngày 40 hằng tháng', 'sớm'])(
    'that name no time are not guessed: %s',
    (words) => expect(readDue(words)).toBeNull(),
  );

  it('say a span with its first day', () => {
    const due = { when: { date: '2026-11-10' }, exclusive: false };
    expect(spanWords({ ...due, opens: '2026-11-01' })).toBe('từ 01/11/2026 đến 10/11/2026');
    expect(spanWords({ when: { monthDay: '11-10' }, exclusive: false, opens: '11-01' })).toBe(
      'từ 01/11 đến 10/11 hằng năm',
    );
    expect(spanWords(due)).toBe('10/11/2026');
  });
});
