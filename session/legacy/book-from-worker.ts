/**
 * Asks a worker for the book of an old kind (.xls, .ods, pages saved as .xls), one a file, with a time limit. Apart from
 * who starts it, so that a page need not carry the reader itself.
 */
import type { Result } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';

export const LEGACY_LIMIT_MS = 20_000;

/** null when the worker does not live to answer; it is ended in any case. Never rejects. */
export function bookFromWorker(
  worker: Worker,
  bytes: Uint8Array,
  limit = LEGACY_LIMIT_MS,
): Promise<Result<Book> | null> {
  return new Promise((resolve) => {
    const finish = (result: Result<Book> | null): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const died = () => finish(null);
    const timer = setTimeout(died, limit);
    worker.onmessage = ({ data }: MessageEvent<Result<Book>>) => finish(data);
    worker.onerror = (event) => {
      event.preventDefault();
      died();
    };
    worker.onmessageerror = died;
    worker.postMessage(bytes);
  });
}
