/**
 * Recognises the scanned pages of a file in a child process. A page that takes too long ends the process; the pages
 * read so far are returned and marked incomplete.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScanPage } from '../../core/plan/file/scan/scan-text.ts';
import { type OcrAnswer, type OcrOrder, PAGE_TIME, type ScanRead } from '../../session/plan/ocr/recognise.ts';

/** Megabytes of the child's heap; the pictures and the recognition stand beside it. */
const MEMORY = 768;

/** Calls `onPage` with the number of finished pages. `child` = path of the built cli/plan/ocr-child.ts. */
export function readScan(
  order: OcrOrder,
  onPage: (done: number) => void,
  child = fileURLToPath(new URL('./ocr-child.js', import.meta.url)),
): Promise<ScanRead> {
  return new Promise((resolve) => {
    const started = fork(child, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEMORY}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const pages: ScanPage[] = [];
    const finish = (): void => {
      clearTimeout(timer);
      started.removeAllListeners();
      started.kill('SIGKILL');
      const read = new Set(pages.map(({ page }) => page));
      resolve({ pages, unread: order.pages.filter((page) => !read.has(page)) });
    };
    let timer = setTimeout(finish, PAGE_TIME);
    started.on('message', (answer: OcrAnswer) => {
      if (answer.kind === 'done') return finish();
      if (answer.kind === 'page') pages.push(answer.page);
      onPage(pages.length);
      clearTimeout(timer);
      timer = setTimeout(finish, PAGE_TIME);
    });
    started.once('exit', finish);
    started.once('error', finish);
    started.send(order, (error) => error && finish());
  });
}
