/** What is due every month or quarter: in the plan, in words and back, in the calendar, for the report of a period. */
import { describe, expect, it } from 'vitest';
import type { Period } from '../../../../core/base/period/period.ts';
import { calendarOf } from '../../../../core/commune/calendar/calendar.ts';
import { proposeMovement } from '../../../../core/dossier/propose/propose-movement.ts';
import { when, whenWords } from '../../../../core/dossier/when-words.ts';
import { dueDay, type Recurring } from '../../../../core/movement/due-day.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import { extractPlan } from '../../../../core/plan/extract-plan.ts';

const PLAN = `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” giai đoạn 2026 - 2027\n
I. CHỈ TIÊU\n- 80% hộ gia đình có cáp quang.\nII. TỔ CHỨC THỰC HIỆN\n1. `;
const planned = (sentence: string): Movement => proposeMovement(extractPlan(PLAN + sentence), { year: 2026 });
const quarter = (number: 1 | 2 | 3 | 4, year = 2026): Period => ({ kind: 'quarter', year, quarter: number });

describe('what is due every quarter', () => {
  const movement = planned(
    'Các đơn vị gửi báo cáo kết quả hằng quý trước ngày 20 của tháng cuối quý, báo cáo năm trước ngày 30/11.',
  );

  it('is due in that quarter, and the report of the year by its own day', () => {
    expect(dueDay(movement, quarter(1))?.last).toBe('2026-03-19');
    expect(dueDay(movement, quarter(4, 2027))?.last).toBe('2027-12-19');
    expect(dueDay(movement, { kind: 'year', year: 2026 })?.last).toBe('2026-11-29');
  });

  it('is in the calendar four times a year, each with its own code', () => {
    const days = calendarOf(movement, 2026, '2026-01-01').filter(({ text }) => text.includes('tháng cuối quý'));
    const last = days.map((day) => day.last);
    expect(last).toEqual(['2026-03-19', '2026-06-19', '2026-09-19', '2026-12-19']);
    expect(new Set(days.map(({ code }) => code)).size).toBe(4);
    expect(days[0]?.words).toBe('chậm nhất hết ngày 19/03/2026 (kế hoạch ghi trước ngày 20)');
    expect(calendarOf(movement, 2029, '2026-01-01')).toEqual([]);
  });

  it('raises no question to the officer', () => {
    expect(movement.calendar.map(({ when: { kind } }) => kind)).not.toContain('unspecified');
  });
});

describe('what is due every month', () => {
  it('ends with a short month, and may be due in the next', () => {
    const [own, next] = [
      'Các thôn báo cáo ngày 31 hằng tháng.',
      'Các thôn báo cáo tháng trước ngày 05 của tháng sau.',
    ].map(planned);
    const due = (movement: Movement | undefined, month: number) =>
      movement && dueDay(movement, { kind: 'month', year: 2026, month })?.last;
    expect([due(own, 2), due(own, 4), due(own, 12)]).toEqual(['2026-02-28', '2026-04-30', '2026-12-31']);
    expect([due(next, 2), due(next, 12)]).toEqual(['2026-03-04', '2027-01-04']);
  });
});

it('is written in words that are read back exactly', () => {
  const all: Recurring[] = (['month', 'quarter'] as const).flatMap((every) =>
    [false, true].flatMap((next) =>
      [false, true].flatMap((exclusive) =>
        [1, 5, 20, 31].map((day) => ({ kind: 'recurring' as const, every, day, next, exclusive })),
      ),
    ),
  );
  for (const item of all) {
    const read = when.read({ text: whenWords(item) } as Parameters<typeof when.read>[0]);
    expect([whenWords(item), read.ok && read.value]).toEqual([whenWords(item), item]);
  }
});
