/** One production build of each surface for all test files of a run: the first that needs it builds. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VARIABLE = 'THI_DUA_SO_E2E';

/** Address the add-in is built for, and the only one whose pages the extension lets ask; most tests serve it elsewhere. */
export const ADD_IN = 'https://thidua.example.gov.vn/so';

/** Before all test files, in the process whose environment they get. */
export function setup(): void {
  process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'thi-dua-so-e2e-'));
}

/** After all test files. */
export function teardown(): void {
  rmSync(process.env[VARIABLE] ?? '', { recursive: true, force: true });
}

/** The folder `build` was given and has filled. */
export async function builtOnce(name: string, build: (folder: string) => unknown): Promise<string> {
  const shared = process.env[VARIABLE];
  if (shared === undefined) throw new Error('vitest.config.ts names no global setup');
  const folder = join(shared, name);
  if (!existsSync(folder)) await build(folder);
  return folder;
}
