/** The page and the command line as they are released, built once for all test files. */
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { builtForAll } from '../../built-for-production.ts';
import { BUILT, START } from '../../cli/command-line.ts';

/** Folder of the built page. */
export const builtPage = async () => (await builtForAll('app', 'app/vite.config.ts')).folder;
/** Folder of the built command line: its launcher builds it where a source is newer. */
export function builtCli(): string {
  execFileSync(process.execPath, [START, '--version']);
  return dirname(BUILT);
}
