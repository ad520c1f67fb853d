import type { Read, Report } from '../../core/report/report.ts';

/** A form nobody filled in: no figure and no points of the unit's own. */
export function isBlank(report: Report): boolean {
  const nothing = (read: Read | undefined) => read === undefined || read.reading.kind === 'missing';
  const rows = report.entries.flatMap((entry) => [entry, ...(entry.parts ?? [])]);
  return rows.every(
    ({ numerator, denominator, value, self }) =>
      [numerator, denominator, value].every(nothing) && (self === undefined || self.reading.kind === 'missing'),
  );
}
