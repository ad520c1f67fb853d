/**
 * Asks a worker of its own about a PDF, with a time limit, since a small file can unfold to gigabytes. A worker that
 * hangs, dies of its memory or cannot start is that file's refusal; the page goes on.
 */
import { packedWorker } from '../packed-worker.ts';
import type { PdfRequest } from './pdf-worker.ts';

const LIMIT_MS = 20_000;

/** `A` = what the worker answers to this question. Never rejects. */
export async function askPdfWorker<A>(asked: Omit<PdfRequest, 'port'>): Promise<A | 'died'> {
  const worker = await startWorker().catch(() => null);
  if (worker === null) return 'died';
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (answer: A | 'died'): void => {
      clearTimeout(timer);
      port1.close();
      worker.terminate();
      resolve(answer);
    };
    const died = () => finish('died');
    const timer = setTimeout(died, LIMIT_MS);
    port1.onmessage = ({ data }: MessageEvent<A>) => finish(data);
    worker.onerror = (event) => {
      event.preventDefault();
      died();
    };
    const question: PdfRequest = { ...asked, port: port2 };
    worker.postMessage(question, [port2]);
  });
}

async function startWorker(): Promise<Worker> {
  return (
    (await packedWorker('pdf-worker')) ?? new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  );
}
