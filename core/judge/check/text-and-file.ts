/** Checks of the text's encoding and of what the file could do when opened. */
import type { ReadFile } from '../../report/read.ts';
import type { CheckRun, CheckSubject } from './run.ts';

/** The file of one report speaks of that report's unit. */
export function ofFile(
  run: CheckRun,
  file: ReadFile,
): { readonly subject: CheckSubject | null; readonly file: string } {
  const [first, ...others] = run.subjects.filter(({ report }) => file.reports.includes(report));
  return { subject: first !== undefined && others.length === 0 ? first : null, file: file.name };
}
