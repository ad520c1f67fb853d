/**
 * Reads a workbook from disk or bytes, whatever its kind: .xlsx in this thread under its reader's own caps, old kinds in a worker
 * with a time and memory limit. Run from sources (tests) the worker is not built; then old kinds are read in this thread.
 */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Book } from '../core/grid/sheet.ts';
import type { FaultCode } from '../core/workbook/file.ts';
import { kindOf, readBook, readLegacyBook, refusalOf } from '../core/workbook/file.ts';
import type { Result } from '../core/workbook/port.ts';

export interface ReadFileOptions {
  /** The built cli/legacy-worker.ts. Default: `legacy-worker.js` beside this file, where the build puts it. */
  readonly worker?: URL;
  /** Milliseconds an old kind may take. */
  readonly limit?: number;
}

const LIMIT_MS = 20_000;
const LIMIT_MB = 512;
/** No report of a unit comes near; a larger file is not even loaded. */
const MAX_BYTES = 100 * 1024 * 1024;

/** Book of a file (path or bytes). The kind is found by content, never by name. Refusals as of `readBook`; it does not throw. */
export async function readFileBook(source: string | Uint8Array, options: ReadFileOptions = {}): Promise<Result<Book>> {
  const loaded = typeof source === 'string' ? await load(source) : { ok: true as const, value: source };
  if (!loaded.ok) return loaded;
  const bytes = loaded.value;
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'xlsx') return readBook(bytes);
  if (kind.value === 'encrypted') return refuse('encrypted');
  if (kind.value === 'unknown') return refuse('not-workbook');
  const worker = options.worker ?? new URL('./legacy-worker.js', import.meta.url);
  return existsSync(worker) ? readInWorker(worker, bytes, options.limit ?? LIMIT_MS) : readLegacyBook(bytes);
}

async function load(path: string): Promise<Result<Uint8Array>> {
  try {
    if ((await stat(path)).size > MAX_BYTES) return refuse('too-large');
    return { ok: true, value: new Uint8Array(await readFile(path)) };
  } catch {
    return refuse('unreadable');
  }
}

function readInWorker(url: URL, bytes: Uint8Array, limit: number): Promise<Result<Book>> {
  return new Promise((resolve) => {
    // What SheetJS prints about odd formats is for its developers: it goes nowhere.
    const quiet = { stdout: true, stderr: true };
    const worker = new Worker(url, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
      ...quiet,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const finish = (result: Result<Book>): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(refuse('too-slow')), limit);
    worker.once('message', (result: Result<Book>) => finish(result));
    // Out of memory, or SheetJS threw where its callers cannot catch: the file is at fault, the run goes on.
    worker.once('error', () => finish(refuse('too-slow')));
    worker.once('exit', () => finish(refuse('too-slow')));
  });
}

function refuse(code: FaultCode): { readonly ok: false; readonly refusal: ReturnType<typeof refusalOf> } {
  return { ok: false, refusal: refusalOf(code) };
}
