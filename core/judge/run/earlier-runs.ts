/** Reports of earlier periods, a separate run for each period, so that years can be compared. */
import { type Period, periodDays, periodKey } from '../../base/period/period.ts';
import type { ReadFile } from '../../report/read.ts';
import { type RunInput, runReports } from './run.ts';
import type { RunResult } from './run-result.ts';

/**
 * Earliest first. Only reports that name a period which ends before this one begins: a report without a period belongs
 * to no year. The register's days of receipt are this period's, so here it only supplies the names of the units.
 */
export function earlierRuns(
  files: readonly ReadFile[],
  period: Period,
  context: Pick<RunInput, 'movement' | 'register' | 'observations'>,
): readonly RunResult[] {
  const before = new Map<string, Period>();
  const { from } = periodDays(period);
  for (const { reports } of files) {
    for (const { period: named } of reports) {
      if (named && periodDays(named.period).to < from) before.set(periodKey(named.period), named.period);
    }
  }
  const register = context.register?.map((unit) => ({ ...unit, received: null })) ?? null;
  return [...before.values()]
    .sort((x, y) => (periodDays(x).to < periodDays(y).to ? -1 : 1))
    .map((period) => {
      const own = files.map((file) => ({
        ...file,
        reports: file.reports.filter((report) => isOf(report.period, period)),
      }));
      const reported = own.filter(({ reports }) => reports.length > 0);
      const known = { ...context, register, period: period, asOf: null, previous: null };
      return runReports({ ...known, files: reported, decisions: [] });
    });
}

function isOf(named: { readonly period: Period } | null, period: Period): boolean {
  return named !== null && periodKey(named.period) === periodKey(period);
}
