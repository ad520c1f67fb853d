/** Entry file of the worker, where the browser has workers. */
import '../../ui/no-eval.ts';
import type { BookPort } from './book-talk.ts';
import { serveBook } from './serve-book.ts';

serveBook(globalThis as unknown as BookPort);
