/**
 * Recognises scanned pages in a worker of its own, which ends when the officer stops it or a page takes too long. Pages
 * recognised until then are returned.
 */
import type { ScanPage } from '../../core/plan/file/scan/scan-text.ts';
import { type OcrAnswer, type OcrOrder, PAGE_TIME, type ScanRead } from './ocr/recognise.ts';
import type { OcrQuestion } from './ocr-worker.ts';
import type { ReadScan } from './plan-text-of.ts';

export const readScanApart: ReadScan = (order: OcrOrder, onPage, stop) =>
  new Promise<ScanRead>((resolve) => {
    const worker = new Worker(new URL('./ocr-worker.ts', import.meta.url), { type: 'module' });
    const { port1, port2 } = new MessageChannel();
    const pages: ScanPage[] = [];
    const finish = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', finish);
      port1.close();
      worker.terminate();
      const read = new Set(pages.map(({ page }) => page));
      resolve({ pages, unread: order.pages.filter((page) => !read.has(page)) });
    };
    let timer = setTimeout(finish, PAGE_TIME);
    stop.addEventListener('abort', finish);
    port1.onmessage = ({ data }: MessageEvent<OcrAnswer>) => {
      if (data.kind === 'done') return finish();
      if (data.kind === 'page') pages.push(data.page);
      onPage(pages.length);
      clearTimeout(timer);
      timer = setTimeout(finish, PAGE_TIME);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish();
    };
    const question: OcrQuestion = { order, port: port2 };
    worker.postMessage(question, [port2]);
  });
