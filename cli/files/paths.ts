/** Where the user stands, where the project's own files are. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Scripts of package.json that start the command line: `npm run` moves to the project's folder before they run. */
const OWN_SCRIPTS = new Set(['thi-dua-so', 'demo']);

/**
 * The folder the user typed the command in. INIT_CWD counts only for our own scripts: inside another npm script it is
 * stale.
 */
function userFolder(): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return INIT_CWD && script && OWN_SCRIPTS.has(script) ? INIT_CWD : process.cwd();
}

/** A path as the user typed it → absolute path. */
export function fromUser(path: string): string {
  return resolve(userFolder(), path);
}

/**
 * The project's folder: the nearest one above this file that has a package.json. Holds in the sources and in the
 * bundle.
 */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
