/** A quarter is not its year. A sheet that names no period counts for the period under review. */
import { periodKey, periodName } from '../../../base/period/period.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';

/** Kỳ ghi trong báo cáo khác kỳ đang xét. */
export const wrongPeriod: Check<'wrong-period'> = {
  code: 'wrong-period',
  severity: 'error',
  doubt: 'report',
  name: 'Sai kỳ báo cáo',
  todo: 'Hỏi đơn vị gửi nhầm báo cáo hay ghi nhầm kỳ.',
  find,
};

function find({ subjects, period }: CheckRun): readonly Finding[] {
  if (period === null) return [];
  return subjects.flatMap((subject): readonly Finding[] => {
    const own = subject.report.period;
    if (own === null || periodKey(own.period) === periodKey(period)) return [];
    const message = `Báo cáo ghi kỳ ${periodName(own.period)}, kỳ đang xét là ${periodName(period)}.`;
    return [{ subject, cell: own.cell, message, data: { found: periodKey(own.period), expected: periodKey(period) } }];
  });
}
