/** The door of the checks: reports as read → flags, and what could not be checked. Scores nothing, corrects nothing. */

import type { ReadFile } from '../../report/read.ts';
import type { Flag } from '../flag/flag.ts';
import type { CheckContext } from './context.ts';
import { flagsOf } from './finding.ts';
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
  return { flags: flagsOf(run, CHECKS), silent: silentChecks(run) };
}
