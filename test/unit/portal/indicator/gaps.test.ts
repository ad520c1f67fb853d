/** Holes in a history against their definition, day by day. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber, isoDay } from '../../../../core/base/period/day.ts';
import { captureGaps } from '../../../../core/portal/indicator/gaps.ts';

it('months without a capture, neighbours joined; the running month and those before the first do not count', () => {
  const days = ['2025-10-11T07:00:00+07:00', '2025-10-15', '2026-01-02', '2026-03-30'];
  expect(captureGaps(days, 'month', '2026-05-20')).toEqual([
    { from: '2025-11-01', to: '2025-12-31' },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-04-01', to: '2026-04-30' },
  ]);
});

it('weeks run from Monday to Sunday', () => {
  // 2025-10-12 is a Sunday, 2025-10-20 a Monday.
  expect(captureGaps(['2025-10-12', '2025-10-20'], 'week', '2025-10-26')).toEqual([
    { from: '2025-10-13', to: '2025-10-19' },
  ]);
  expect(captureGaps(['2025-10-12'], 'week', '2025-10-19')).toEqual([]);
  expect(captureGaps(['2025-10-12'], 'week', '2025-10-20')).toEqual([{ from: '2025-10-13', to: '2025-10-19' }]);
});

it('no capture, no gap; what is no day or lies ahead is passed over', () => {
  expect(captureGaps([], 'month', '2026-05-20')).toEqual([]);
  expect(captureGaps(['không rõ', '2026-07-01'], 'month', '2026-05-20')).toEqual([]);
});

it('a day lies in a gap when its week or month has no capture, is after the first capture’s, and is over', () => {
  const start = dayNumber('2024-01-01');
  const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(days, fc.constantFrom('week' as const, 'month' as const), (offsets, every) => {
      const spanOf = (day: number) =>
        every === 'month' ? isoDay(day).slice(0, 7) : isoDay(day - ((((day - 4) % 7) + 7) % 7));
      const today = start + 420;
      const captured = offsets.map((offset) => start + offset);
      const taken = new Set(captured.map(spanOf));
      const first = spanOf(Math.min(...captured));
      const gaps = captureGaps(captured.map(isoDay), every, isoDay(today));
      for (let day = start; day <= today; day++) {
        const span = spanOf(day);
        const expected = span > first && span < spanOf(today) && !taken.has(span);
        expect(gaps.some(({ from, to }) => from <= isoDay(day) && isoDay(day) <= to)).toBe(expected);
      }
    }),
    { numRuns: 60 },
  );
});
