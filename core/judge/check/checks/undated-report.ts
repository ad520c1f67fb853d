/**
 * No date line, or one left open (`ngày … tháng … năm 2025`). A date that cannot be is `invalid-date`; an untouched
 * form has no date yet.
 */
import { isUntouched } from '../figures.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { isWrittenDate } from '../value-cells.ts';

/** Báo cáo không ghi ngày nên không biết có đúng hạn không. */
export const undatedReport: Check<'undated-report'> = {
  code: 'undated-report',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Báo cáo không ghi ngày',
  todo: 'Đề nghị đơn vị ghi ngày, hoặc ghi ngày nhận vào danh sách đơn vị.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject): readonly Finding[] => {
    const { date } = subject.report;
    if (date !== null && (date.date !== null || isWrittenDate(date.text))) return [];
    if (isUntouched(subject)) return [];
    return [{ subject, cell: date?.cell ?? null, message: 'Báo cáo không ghi ngày lập.' }];
  });
}
