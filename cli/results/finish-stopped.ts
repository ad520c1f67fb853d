/**
 * Ends a run that could not be done: what is known of the files goes to stdout, one Vietnamese line to stderr, exit
 * code 2.
 */

import { writeJson } from '../files/write-json.ts';
import type { Stopped } from '../run/run.ts';
import { complain } from '../usage-error.ts';
import { stoppedDocument } from './json.ts';
import { stoppedText } from './print-run.ts';

/** Prints it; returns the exit code. */
export function finishStopped(run: Stopped, json: boolean): number {
  if (json) writeJson(stoppedDocument(run));
  // Of a single file the line on stderr says all there is.
  else if (Object.values(run.about).flat().length > 1) process.stdout.write(stoppedText(run));
  return complain(run.stopped);
}
