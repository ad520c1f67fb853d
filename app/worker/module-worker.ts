/** The worker of the workbook where the page's files lie beside it. */
import type { BookWorker } from './book-desk.ts';

export function moduleWorker(): BookWorker {
  return new Worker(new URL('./book-worker.ts', import.meta.url), { type: 'module' });
}
