/** Runs the real command line, as built, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Period } from '../../core/period/period.ts';
import { newBook } from '../../core/workbook/file.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import type { FilledReport } from '../fixtures/filled-report.ts';
import { type LayoutKind, layoutSheet } from '../fixtures/layouts.ts';

export const START = fileURLToPath(new URL('../../cli/start.mjs', import.meta.url));
/** What the launcher builds and runs. */
const BUILT = fileURLToPath(new URL('../../dist/cli/thi-dua-so.js', import.meta.url));
let script = START;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command line in the folder; without npm's own variables unless given. The first call goes through the
 * launcher, which looks at every source; the next ones run what it found fresh or built.
 */
export function runCli(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: Uint8Array | string = '',
): Outcome {
  const outside = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/.test(name));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(outside), ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  script = BUILT;
  return { code: status, stdout, stderr };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
}

export const YEAR: Period = { kind: 'year', year: 2025 };

/** A correct report of a unit of the movement for 2025. */
export function filled(movement: Movement, audience: string, unit: string, seed: number): FilledReport {
  const set = criteriaSetFor(movement, audience, YEAR);
  if (!set) throw new Error(`no set for ${audience}`);
  return correctReport(set, movement, unit, seed, { period: YEAR });
}

/** Writes reports as one workbook, a sheet each; gives the file's path. */
export function writeReport(
  folder: string,
  name: string,
  kind: LayoutKind,
  ...reports: readonly FilledReport[]
): string {
  const sheets = reports.map((report, index) => layoutSheet(kind, report, { sheet: `Báo cáo ${index + 1}` }).sheet);
  return write(folder, name, newBook(sheets));
}

export function write(folder: string, name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}
