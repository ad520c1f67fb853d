/**
 * Checks of the figures of a line together: a, b, the ratio, the unit of measure, what is missing. Unreadable cells
 * come first.
 */
import { isFilledByUnit, type PlacedNumber } from './figures.ts';
import type { EarlierFindings, Finding } from './finding.ts';
import type { CheckRun, CheckSubject, Line } from './run.ts';

/** Codes of this family: after any of them on a line the others would only repeat it. */
export const FIGURE_FAULTS = [
  'not-a-number',
  'ambiguous-number',
  'formula-error',
  'invalid-date',
  'zero-denominator',
  'numerator-exceeds-denominator',
  'out-of-range',
  'unit-mismatch',
  'ratio-mismatch',
] as const;

/** Lines the unit fills in and on which nothing of this family was found so far. */
export function openLines(
  { subjects }: CheckRun,
  found: EarlierFindings,
): readonly { readonly subject: CheckSubject; readonly line: Line }[] {
  return subjects.flatMap((subject) =>
    subject.lines.flatMap((line) =>
      isFilledByUnit(line) && !hasFigureFault(found, subject, line) ? [{ subject, line }] : [],
    ),
  );
}

function hasFigureFault(found: EarlierFindings, subject: CheckSubject, line: Line): boolean {
  return found.on(subject, line.code, ...FIGURE_FAULTS);
}

export function on(
  subject: CheckSubject,
  line: Line,
  cell: PlacedNumber['cell'],
  message: string,
  more: Partial<Finding> = {},
): Finding {
  return { subject, line: line.code, cell, message: `Tiêu chí ${line.code}: ${message}.`, ...more };
}

/** For later families: the line's figures are in doubt already. */
export function isFigureInDoubt(found: EarlierFindings, subject: CheckSubject, line: Line): boolean {
  return (
    hasFigureFault(found, subject, line) ||
    found.on(subject, line.code, 'missing-value') ||
    found.on(subject, line.criterion.code, 'duplicate-criterion', 'missing-value')
  );
}
