/**
 * Has a worker read the book of an old format (.xls, .ods, pages saved as .xls), a worker for each file, with a time
 * limit. Separate from the code that starts the worker, so that a page need not carry the reader itself.
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
