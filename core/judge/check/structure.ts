/** Checks of the sheet's structure: is every criterion there once, unchanged, in sight. */
import type { EarlierFindings } from './finding.ts';
import type { CheckSubject } from './run.ts';

/** Reports on the sheet of their audience: on another's all rows are odd, and the cause is flagged once. */
export function asked(subjects: readonly CheckSubject[], found: EarlierFindings): readonly CheckSubject[] {
  return subjects.filter((subject) => !found.inReport(subject, 'wrong-audience'));
}
