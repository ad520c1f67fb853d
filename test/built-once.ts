/**
 * One production build of each surface for all test files of a run, and for all runs that `npm test` starts: the first
 * test that needs it builds, the others wait. Folders that tests write in stand beside the builds.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Names the folder of the builds; test/run.mjs sets it for all it starts. */
const VARIABLE = 'THI_DUA_SO_BUILT';

/**
 * The address the add-in is built for, and the only origin whose pages may message the extension; most tests serve it
 * elsewhere.
 */
export const ADD_IN = 'https://thidua.example.gov.vn/so';

/** Before all test files, in the process whose environment they get; what it made is removed after them. */
export function setup(): (() => void) | undefined {
  if (process.env[VARIABLE] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-built-'));
  process.env[VARIABLE] = folder;
  return () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch (error) {
      // A server or browser of a test may be writing its last: what it leaves behind is no fault of the tests.
      process.stderr.write(`Left behind: ${(error as Error).message}\n`);
    }
  };
}

/** A folder of the run: all that is in it is removed when the run ends. */
export function runFolder(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error('vitest.config.ts names no global setup');
  return folder;
}

/** The folder that `build` has filled. */
export async function builtOnce(name: string, build: (folder: string) => unknown): Promise<string> {
  const folder = join(runFolder(), name);
  const lock = `${folder}.building`;
  while (!existsSync(folder)) {
    if (!taken(lock)) await wait(100);
    else
      try {
        if (existsSync(folder)) break;
        // Elsewhere until it is whole: nobody takes the half of it.
        const half = `${folder}.half`;
        await build(half);
        renameSync(half, folder);
      } finally {
        rmSync(lock, { recursive: true });
      }
  }
  return folder;
}

/** False when another has it. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}
