/**
 * The page over files as one file opened from a disk: the page where there is a document; where there is none, the
 * worker that holds its workbook.
 */
import '../ui/no-eval.ts';
import { pdfAlone } from '../session/plan/pdf-alone.ts';
import { startLoading } from './page-parts.ts';
import { startPreview } from './preview.tsx';
import type { BookPort } from './worker/book-talk.ts';
import { ownWorker } from './worker/own-worker.ts';

startLoading(globalThis.thiDuaSoParts);
if (typeof document === 'undefined') {
  void import('./worker/serve-book.ts').then(({ serveBook }) => serveBook(globalThis as unknown as BookPort));
} else {
  const root = document.getElementById('root');
  if (root) startPreview(root, { reason: null, startWorker: ownWorker, planReaders: pdfAlone });
}
