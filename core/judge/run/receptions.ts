/** Which of a unit's reports counts: the latest that is not blank. */
import { isBlankReport } from '../../report/is-blank-report.ts';
import type { Report } from '../../report/report.ts';
import { latestOf } from './latest.ts';
import type { ReportResult } from './run-result.ts';

/** In the order of the reports. `returned` = units whose report as a whole the council gave back. */
export function receptionsOf(
  reports: readonly { readonly report: Report; readonly unit: string }[],
  returned: ReadonlySet<string>,
): readonly ReportResult['reception'][] {
  const filled = reports.filter(({ report }) => !isBlankReport(report));
  const counting = new Set(
    latestOf(
      filled,
      ({ unit }) => unit,
      ({ report }) => report.date?.date ?? '',
    ),
  );
  return reports.map((report) => {
    if (isBlankReport(report.report)) return 'blank';
    if (!counting.has(report)) return 'replaced';
    return returned.has(report.unit) ? 'returned' : 'counts';
  });
}
