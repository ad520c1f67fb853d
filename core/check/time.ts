/** Checks of time: has the report come, in time, with a date, for the period under review. */
import { formatDate } from '../grid/date.ts';
import { dueDay } from '../movement/due-day.ts';
import { periodKey, periodName } from '../period/period.ts';
import { isUntouched } from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import type { Run } from './run.ts';
import { isWrittenDate } from './value-cells.ts';

export const timeChecks: readonly Check[] = [
  { code: 'wrong-period', find: wrongPeriod },
  { code: 'missing-report', find: missingReport },
  { code: 'late-report', find: lateReport },
  { code: 'undated-report', find: undatedReport },
];

/** A quarter is not its year. A sheet that names no period is taken for the one under review. */
function wrongPeriod({ subjects, period }: Run): readonly Finding[] {
  if (period === null) return [];
  return subjects.flatMap((subject): readonly Finding[] => {
    const own = subject.report.period;
    if (own === null || periodKey(own.period) === periodKey(period)) return [];
    const message = `Báo cáo ghi kỳ ${periodName(own.period)}, kỳ đang xét là ${periodName(period)}.`;
    return [{ subject, cell: own.cell, message, data: { found: periodKey(own.period), expected: periodKey(period) } }];
  });
}

/** Registered units without a file. While the deadline is still ahead of the day of the check, nobody is missing. */
function missingReport({ context, movement, period, subjects }: Run): readonly Finding[] {
  const { register, asOf } = context;
  if (register === null) return [];
  const due = period === null ? null : dueDay(movement, period);
  if (due !== null && asOf !== null && asOf <= due.last) return [];
  const reporting = new Set(subjects.map(({ registered }) => registered));
  return register
    .filter((unit) => unit.registered && !reporting.has(unit))
    .map((unit) => {
      const received = unit.received === null ? '' : ` (danh sách ghi đã nhận ngày ${formatDate(unit.received)})`;
      const until = due === null ? '' : `, hạn cuối là ${formatDate(due.last)}`;
      return {
        subject: null,
        unit: unit.name,
        cell: null,
        message: `${unit.name} đã đăng ký nhưng không có tệp báo cáo nào${received}${until}.`,
        data: { due: due?.last ?? null, received: unit.received },
      };
    });
}

/** By the day of receipt in the register, else by the day the report bears. */
function lateReport({ movement, subjects, period }: Run, found: Found): readonly Finding[] {
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

/** No date line, or one left open (`ngày … tháng … năm 2025`). A date that cannot be is `invalid-date`; an untouched form has no date yet. */
function undatedReport({ subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject): readonly Finding[] => {
    const { date } = subject.report;
    if (date !== null && (date.date !== null || isWrittenDate(date.text))) return [];
    if (isUntouched(subject)) return [];
    return [{ subject, cell: date?.cell ?? null, message: 'Báo cáo không ghi ngày lập.' }];
  });
}
