/**
 * Reads old workbooks (.xls, .ods, pages saved as .xls) in a browser: each file in its own worker, with a time limit. A
 * worker that hangs, runs out of memory or cannot start makes that file refused; the page goes on. Where there are no
 * workers (Node), the file is read in place, and the caller's process is the barrier.
 */

import type { Result } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { refusalOf } from '../../core/sheet/workbook/xlsx/fault.ts';
import { packedWorker } from '../packed-worker.ts';
import { bookFromWorker, LEGACY_LIMIT_MS } from './book-from-worker.ts';

interface ApartOptions {
  /**
   * Starts the worker (legacy-worker.ts). Default: as a module beside this one, which bundlers split off, or from the
   * page's own copy.
   */
  readonly start?: () => Worker | Promise<Worker>;
  /** Milliseconds a file may take. */
  readonly limit?: number;
}

async function startWorker(): Promise<Worker> {
  return (
    (await packedWorker('legacy-worker')) ??
    new Worker(new URL('./legacy-worker.ts', import.meta.url), { type: 'module' })
  );
}

/**
 * Book of an old kind; refusals as of `readLegacyBook`, and `too-slow` when the worker did not live to answer. Never
 * rejects.
 */
export async function readLegacyApart(bytes: Uint8Array, options: ApartOptions = {}): Promise<Result<Book>> {
  if (typeof Worker === 'undefined' && !options.start)
    return (await import('../../core/sheet/workbook/legacy/read-legacy.ts')).readLegacyBook(bytes);
  const { start = startWorker, limit = LEGACY_LIMIT_MS } = options;
  const worker = await Promise.resolve()
    .then(start)
    .catch(() => null);
  if (worker === null) return { ok: false, refusal: refusalOf('too-slow') };
  return (await bookFromWorker(worker, bytes, limit)) ?? { ok: false, refusal: refusalOf('too-slow') };
}
