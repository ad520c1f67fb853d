/** Whether a form was handed in as it was made: no figure, no answer, no evidence and no explanation in any row. */
import type { Entry, Read, Report } from './report.ts';

export function isBlankReport({ entries }: Pick<Report, 'entries'>): boolean {
  return entries.every(isBlankEntry);
}

function isBlankEntry(entry: Entry): boolean {
  const { numerator, denominator, value, baseline, exempted, self, evidence, explanation, parts = [] } = entry;
  const isEmpty = (read: Pick<Read, 'reading'> | undefined) => read === undefined || read.reading.kind === 'missing';
  return (
    [numerator, denominator, value, baseline, exempted, self].every(isEmpty) &&
    evidence.length === 0 &&
    (explanation?.text ?? '').trim() === '' &&
    parts.every(isBlankEntry)
  );
}
