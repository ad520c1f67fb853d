/**
 * The worker of read-pdf-apart.ts: takes the pieces of text out of one PDF and answers. It may be ended at any time.
 * The page in one file carries its code.
 */
// First: what it adds to older browsers serves pdf.js's other half too, whose own copy of that would weigh 20 kB.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, OPS } from 'pdfjs-dist';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { openApart } from './pdf/open-apart.ts';
import { answerOf } from './pdf/pages.ts';

/** The answer goes to the port: pdf.js, finding itself in a worker, sends messages of its own to the page. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly port: MessagePort;
}

// This is a worker already: pdf.js starts none of its own, and looks for no file.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
addEventListener('message', ({ data }: MessageEvent<PdfQuestion>) => {
  if (data.port instanceof MessagePort) void answer(data.bytes).then((result) => data.port.postMessage(result));
});

function answer(data: Uint8Array) {
  return answerOf(() => openApart({ getDocument }, data), OPS);
}
