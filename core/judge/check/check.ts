/** The door of the checks: reports as read → flags, and what could not be checked. Scores nothing, corrects nothing. */

import type { ReadFile } from '../../report/read.ts';
import type { Flag } from '../flag/flag.ts';
import type { CheckContext } from './context.ts';
import { newFindings, toFlags } from './finding.ts';
import { CHECKS } from './registry.ts';
import { prepareRun } from './run.ts';
import { silentChecks } from './silent.ts';

export interface Checked {
  /** In the order of files, rows and checks; those of no report last. */
  readonly flags: Flag[];
  /** Vietnamese sentences: which checks could not run, and why. */
  readonly silent: string[];
}

/** Runs the whole catalogue over the files of one movement. */
export function checkFiles(files: readonly ReadFile[], context: CheckContext): Checked {
  const run = prepareRun(files, context);
  const findings = newFindings();
  for (const check of CHECKS) findings.add(check, check.find(run, findings));
  return { flags: toFlags(run, findings), silent: silentChecks(run) };
}
