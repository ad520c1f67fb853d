/** The later report carries the flag and names the first. */

import { groupBy } from '../../../base/group-by.ts';
import { periodKey, periodName } from '../../../base/period/period.ts';
import { foldKey } from '../../../base/text/text.ts';
import { fileTitle } from '../../../report/match-unit.ts';
import { byArrival } from '../arrival.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun, CheckSubject } from '../run.ts';
import { quote } from '../words.ts';

/** Một đơn vị có hai báo cáo cho cùng một kỳ. */
export const duplicateReport: Check<'duplicate-report'> = {
  code: 'duplicate-report',
  severity: 'error',
  doubt: 'nothing',
  name: 'Báo cáo trùng',
  todo: 'Hỏi đơn vị bản nào là bản chính và bỏ bản kia ra.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  const same = groupBy([...subjects].sort(byArrival), reportKey);
  return [...same.values()].flatMap(([first, ...later]) =>
    later.map((subject) => {
      const where = first === undefined ? '' : placeOf(first);
      const period = subject.period === null ? '' : ` ${periodName(subject.period)}`;
      return {
        subject,
        cell: subject.report.unit?.cell ?? null,
        message: `${subject.unit} đã có báo cáo${period} ở ${quote(where)}.`,
        data: { first: where },
      };
    }),
  );
}

function reportKey({ unit, period }: CheckSubject): string {
  return `${foldKey(unit)}|${period === null ? '' : periodKey(period)}`;
}

function placeOf({ file, report }: CheckSubject): string {
  return `${fileTitle(file)}, trang tính ${report.sheets[0] ?? ''}`;
}
