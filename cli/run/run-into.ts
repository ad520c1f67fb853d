/** A run whose results go into a folder. */
import { existsSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/safe-write.ts';
import { type CommandRun, type RunOptions, run, type Stopped } from './run.ts';

/**
 * Makes the folder before the work begins (ends the command when it cannot be made) and removes it again when nothing
 * will be written: the run was stopped, failed or found no report.
 */
export async function runInto(folder: string, options: RunOptions): Promise<CommandRun | Stopped> {
  const made: string[] = [];
  for (let text = folder; !existsSync(text) && dirname(text) !== text; text = dirname(text)) made.push(text);
  makeFolder(folder);
  let isEmpty = true;
  try {
    const done = await run(options);
    isEmpty = 'stopped' in done || done.result.reports.length === 0;
    return done;
  } finally {
    if (isEmpty) takeBack(made);
  }
}

/** Innermost first. */
function takeBack(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch {
    // Something was put into it meanwhile: it stays.
  }
}
