/** By the day of receipt in the register, else by the day the report bears. */

import { dueDay } from '../../../movement/due-day.ts';
import { formatDate } from '../../../sheet/grid/date.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';

/** Báo cáo đến sau hạn của kế hoạch ("trước ngày" là không tính chính ngày đó). */
export const lateReport: Check<'late-report'> = {
  code: 'late-report',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Báo cáo muộn',
  todo: 'Hội đồng xem xét việc chấp hành chế độ báo cáo.',
  find,
};

function find({ movement, subjects, period }: CheckRun, found: EarlierFindings): readonly Finding[] {
  const due = period === null ? null : dueDay(movement, period);
  if (due === null) return [];
  return subjects.flatMap((subject): readonly Finding[] => {
    const { date } = subject.report;
    const received = subject.registered?.received ?? null;
    const day = received ?? date?.date ?? null;
    if (day === null || day <= due.last || found.inReport(subject, 'wrong-period')) return [];
    const how = received === null ? 'ghi ngày' : 'nhận ngày';
    return [
      {
        subject,
        cell: date !== null && (date.date ?? '') > due.last ? date.cell : null,
        message: `Báo cáo ${how} ${formatDate(day)}, sau hạn cuối ${formatDate(due.last)} (mục ${due.section} của kế hoạch).`,
        data: { day, due: due.last },
      },
    ];
  });
}
