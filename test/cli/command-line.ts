/** Runs the real command line, as built, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Period } from '../../core/base/period/period.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { runFolder } from '../built-once.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import type { FilledReport } from '../fixtures/filled-report.ts';
import { type LayoutKind, layoutSheet } from '../fixtures/layouts.ts';

export const START = fileURLToPath(new URL('../../cli/start.mjs', import.meta.url));
/** What the launcher builds and runs. */
export const BUILT = fileURLToPath(new URL('../../dist/cli/thi-dua-so.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables of a terminal that npm did not open. */
const OUTSIDE = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD)/.test(name)));
let script = START;
let standing: ((folder: string, args: readonly string[]) => Outcome) | undefined;

/**
 * Runs the command line in the folder; without npm's own variables unless passed. The first call goes through the
 * launcher, which checks every source and builds; later calls go to a single process that has it loaded, because
 * starting costs more than most commands. Calls with variables or input run in a separate process, like `runAlone`.
 */
export function runCli(
  folder: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
  input?: Uint8Array | string,
): Outcome {
  if (standing && !env && input === undefined) return standing(resolve(folder), args);
  const outcome = runAlone(folder, args, env, input);
  standing ??= standingCli();
  return outcome;
}

/** Runs it in a process that ends by itself. */
export function runAlone(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input: Uint8Array | string = '',
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...OUTSIDE, ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  script = BUILT;
  return { code: status, stdout, stderr };
}

/** Milliseconds a command may take. */
const TIMEOUT = 120_000;

function standingCli(): (folder: string, args: readonly string[]) => Outcome {
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const { port1: orders, port2: port } = new MessageChannel();
  const child = fileURLToPath(new URL('standing-child.mjs', import.meta.url));
  const workerData = { port, answered, child, built: BUILT, env: OUTSIDE };
  new Worker(new URL('standing-worker.mjs', import.meta.url), { workerData, transferList: [port] }).unref();
  return (folder, args) => {
    orders.postMessage({ folder, args });
    if (Atomics.wait(answered, 0, 0, TIMEOUT) === 'timed-out') throw new Error(`No end of: ${args.join(' ')}`);
    Atomics.store(answered, 0, 0);
    return receiveMessageOnPort(orders)?.message;
  };
}

/** An empty folder, removed with all of the run. */
export function newFolder(): string {
  return mkdtempSync(join(runFolder(), 'files-'));
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
