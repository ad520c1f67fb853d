/**
 * Bounds by the kind of document: a yearly plan may be of the last quarter before the year; a decision, resolution or
 * the like holds on from the movement's beginning; anything else is of the period. After the period, up to the day of
 * the report.
 */

import { periodDays, periodName } from '../../../base/period/period.ts';
import { citationDate, citationsIn, isPlan, isStanding } from '../../../report/citation.ts';
import { formatDate } from '../../../sheet/grid/date.ts';
import { citedIn, planNumber } from '../evidence.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { quote } from '../words.ts';

/** Văn bản minh chứng có ngày ngoài kỳ báo cáo. */
export const evidenceOutsidePeriod: Check<'evidence-outside-period'> = {
  code: 'evidence-outside-period',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Minh chứng ngoài kỳ',
  todo: 'Đề nghị đơn vị nộp minh chứng trong kỳ, hoặc xác nhận văn bản còn hiệu lực.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  const own = planNumber(run);
  return run.subjects.flatMap((subject) => {
    const { period, report } = subject;
    if (period === null || found.inReport(subject, 'wrong-period')) return [];
    const days = periodDays(period);
    const last =
      [days.to, report.date?.date ?? days.to, subject.registered?.received ?? days.to].sort().at(-1) ?? days.to;
    return citedIn(subject).flatMap(({ line, cell, text }): readonly Finding[] => {
      const date = citationDate(text);
      const [citation] = citationsIn(text);
      if (date === null || (citation !== undefined && citation.number === own)) return [];
      const first = firstDay(run, citation?.type ?? '', days.from);
      if (date <= last && (first === null || date >= first)) return [];
      const message = `Tiêu chí ${line}: minh chứng ${quote(text)} có ngày ${formatDate(date)}, ngoài kỳ ${periodName(period)}.`;
      return [{ subject, line, cell, message, data: { date, from: days.from, to: days.to } }];
    });
  });
}

function firstDay({ movement }: CheckRun, type: string, from: string): string | null {
  if (isPlan(type)) return `${Number(from.slice(0, 4)) - 1}-10-01`;
  return isStanding(type) ? movement.period.from : from;
}
