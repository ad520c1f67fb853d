/** Registered units without a filled report: a blank form is none. While the deadline is still ahead of the day of the check, nobody is missing. */

import { dueDay } from '../../../movement/due-day.ts';
import { isBlankReport } from '../../../report/is-blank-report.ts';
import { formatDate } from '../../../sheet/grid/date.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';

/** Đơn vị đã đăng ký thi đua nhưng không có báo cáo nào trong đợt này. */
export const missingReport: Check<'missing-report'> = {
  code: 'missing-report',
  severity: 'error',
  doubt: 'nothing',
  name: 'Chưa nộp báo cáo',
  todo: 'Đôn đốc đơn vị gửi báo cáo; quá hạn thì trình Hội đồng xem xét.',
  find,
};

function find({ context, movement, period, subjects }: CheckRun): readonly Finding[] {
  const { register, asOf } = context;
  if (register === null) return [];
  const due = period === null ? null : dueDay(movement, period);
  if (due !== null && asOf !== null && asOf <= due.last) return [];
  const isBlank = new Set(subjects.filter(({ report }) => isBlankReport(report)).map(({ registered }) => registered));
  const reporting = new Set(
    subjects.filter(({ report }) => !isBlankReport(report)).map(({ registered }) => registered),
  );
  return register
    .filter((unit) => unit.registered && !reporting.has(unit))
    .map((unit) => {
      const received = unit.received === null ? '' : ` (danh sách ghi đã nhận ngày ${formatDate(unit.received)})`;
      const until = due === null ? '' : `, hạn cuối là ${formatDate(due.last)}`;
      return {
        subject: null,
        unit: unit.name,
        cell: null,
        message: `${unit.name} đã đăng ký nhưng ${isBlank.has(unit) ? 'mới gửi biểu còn trống' : 'không có tệp báo cáo nào'}${received}${until}.`,
        data: { due: due?.last ?? null, received: unit.received },
      };
    });
}
