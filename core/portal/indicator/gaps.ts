/** Weeks or months in which nothing was captured: the holes in a history. What a hole means is the officer's to say. */
import { dayNumber, isoDay } from '../../base/period/day.ts';

/**
 * Spans of whole weeks (Monday to Sunday) or calendar months without a capture, between the first capture and today;
 * neighbouring spans are joined. The week or month of today is still running and does not count. `days` in any order,
 * days or instants; invalid and future days are ignored.
 */
export function captureGaps(
  days: readonly string[],
  every: 'week' | 'month',
  today: string,
): readonly { readonly from: string; readonly to: string }[] {
  const now = dayNumber(today);
  const begins = every === 'week' ? beginOfWeek : beginOfMonth;
  const captured = new Set(
    days
      .map(dayNumber)
      .filter((day) => day <= now)
      .map(begins),
  );
  const gaps: { from: string; to: string }[] = [];
  const starts = [...captured, begins(now)].sort((x, y) => x - y);
  starts.forEach((start, at) => {
    const before = starts[at - 1];
    // 31 days on from a first day is within the next month, 7 days on the next week.
    const next = before === undefined ? start : begins(before + (every === 'week' ? 7 : 31));
    if (next < start) gaps.push({ from: isoDay(next), to: isoDay(start - 1) });
  });
  return gaps;
}

function beginOfWeek(day: number): number {
  // 1970-01-01 was a Thursday.
  return day - ((day + 3) % 7);
}

function beginOfMonth(day: number): number {
  return dayNumber(`${isoDay(day).slice(0, 7)}-01`);
}
