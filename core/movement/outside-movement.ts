/** Whether a period can be reported on at all. */
import { dayText } from '../base/period/day.ts';
import { type Period, periodDays, periodName } from '../base/period/period.ts';
import type { Movement } from './movement.ts';

/** One sentence where the period has no day in common with the movement; null where it has. */
export function outsideMovement({ period: own }: Movement, period: Period): string | null {
  const { from, to } = periodDays(period);
  if (from > own.to)
    return `Phong trào chỉ đến hết ngày ${dayText(own.to)}, nên không có biểu mẫu ${periodName(period)}.`;
  if (own.from !== null && to < own.from)
    return `Phong trào bắt đầu từ ngày ${dayText(own.from)}, nên không có biểu mẫu ${periodName(period)}.`;
  return null;
}
