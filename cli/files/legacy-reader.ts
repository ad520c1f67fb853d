/**
 * Old workbooks (.xls, .ods, pages saved as .xls) read in a child process with a time and memory limit: it may die, the
 * run goes on.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { Result } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { refusalOf } from '../../core/sheet/workbook/file.ts';

export interface LegacyLimits {
  /** Milliseconds one file may take. */
  readonly time: number;
  /** Megabytes of the child's heap. */
  readonly memory: number;
}

const LIMITS: LegacyLimits = { time: 20_000, memory: 512 };

interface Child {
  readonly process: ChildProcess;
  /** Files it has answered: what it died of may then be theirs. */
  served: number;
}

/** A single child serves all files of a run, because starting one for each file would take longer than reading. */
const children = new Map<string, Child>();

/**
 * Reads the bytes in the built cli/files/legacy-child.ts at `script`. A child that dies or takes too long is this file's
 * refusal.
 */
export async function readLegacyApart(script: string, bytes: Uint8Array, limits = LIMITS): Promise<Result<Book>> {
  const first = await ask(script, bytes, limits);
  if (first.kind === 'answer') return first.result;
  // It was not the first file of its child, so it gets a second chance in a new child.
  const second = first.served > 0 ? await ask(script, bytes, limits) : first;
  return second.kind === 'answer' ? second.result : { ok: false, refusal: refusalOf('too-slow') };
}

type ChildAnswer =
  | { readonly kind: 'answer'; readonly result: Result<Book> }
  | { readonly kind: 'died'; readonly served: number };

function ask(script: string, bytes: Uint8Array, limits: LegacyLimits): Promise<ChildAnswer> {
  const child = children.get(script) ?? start(script, limits);
  return new Promise((resolve) => {
    const finish = (answer: ChildAnswer): void => {
      clearTimeout(timer);
      child.process.removeAllListeners();
      if (answer.kind === 'answer') {
        child.served += 1;
        child.process.channel?.unref();
      } else {
        children.delete(script);
        child.process.kill('SIGKILL');
      }
      resolve(answer);
    };
    const died = () => finish({ kind: 'died', served: child.served });
    const timer = setTimeout(died, limits.time);
    child.process.channel?.ref();
    child.process.once('message', (result: Result<Book>) => finish({ kind: 'answer', result }));
    child.process.once('exit', died);
    child.process.once('error', died);
    child.process.send(bytes, (error) => error && died());
  });
}

function start(script: string, limits: LegacyLimits): Child {
  const started = fork(script, [], {
    // Maps, sets and bytes go over as they are.
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.memory}`],
    // What SheetJS and a dying V8 print is for their developers: it goes nowhere.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A waiting child does not keep the command alive.
  started.unref();
  const child = { process: started, served: 0 };
  children.set(script, child);
  return child;
}
