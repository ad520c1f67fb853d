/** The checks of the commune over one report before it is handed in: the same code, the same words. */

import { parsePeriod } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import { CHECKS_OF_REPORTS } from '../../core/judge/check/checks-of-reports.ts';
import { flagsOf } from '../../core/judge/check/finding.ts';
import { prepareRun } from '../../core/judge/check/run.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { handedInBook } from '../share/handed-in-book.ts';

/** A place to look at again. */
export interface FormDoubt {
  readonly criterion: string | null;
  /** Address of its cell; null where it is about no one cell. */
  readonly cell: string | null;
  /** The check's message; its advice is written for the commune and is not shown here. */
  readonly message: string;
}

/** Refused where the file cannot be this unit's report of this period. */
export function review(
  bytes: Uint8Array,
  form: Movement,
  about: { readonly unit: string; readonly period: string },
): Result<readonly FormDoubt[]> {
  const read = handedInBook(bytes, form, about);
  if (!read.ok) return read;
  // Checked only: who scores is the commune, and the code that scores would travel to every telephone.
  const run = prepareRun([read.value], {
    ...{ movement: form, period: parsePeriod(about.period) ?? null },
    ...{ asOf: null, register: null, previous: null, observations: null },
  });
  const value = flagsOf(run, CHECKS_OF_REPORTS)
    // That it comes late no unit can mend by looking again.
    .filter(({ severity, code }) => severity !== 'info' && code !== 'late-report')
    .map(({ criterion, cell, message }) => ({ criterion, cell: cell?.address ?? null, message }));
  return { ok: true, value };
}
