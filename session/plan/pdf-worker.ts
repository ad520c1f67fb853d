/**
 * The worker of pdf-apart.ts: takes the pieces of text out of one PDF, or draws a page of it, and answers. It may be ended
 * at any time.
 * The page in one file carries its code.
 */
// First: what it adds to older browsers serves pdf.js's other half too, whose own copy of that would weigh 20 kB.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { getDocument, OPS } from 'pdfjs-dist';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import { drawPage, type PdfDrawn } from './pdf/draw-page.ts';
import { openApart } from './pdf/open-apart.ts';
import { answerOf, type PdfAnswer } from './pdf/pages.ts';

/** The answer goes to the port: pdf.js, finding itself in a worker, sends messages of its own to the page. */
export interface PdfRequest {
  readonly bytes: Uint8Array;
  readonly port: MessagePort;
  /** The page to draw, from 1, and its width in dots; absent = the request is for the text. */
  readonly draw?: { readonly number: number; readonly width: number };
}

// This is a worker already: pdf.js starts none of its own, and looks for no file.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  if (data.port instanceof MessagePort) void answer(data).then((result) => data.port.postMessage(result));
});

function answer({ bytes, draw }: PdfRequest): Promise<PdfAnswer | PdfDrawn> {
  if (draw) return drawPage({ getDocument }, bytes, draw);
  return answerOf(() => openApart({ getDocument }, bytes), OPS);
}
