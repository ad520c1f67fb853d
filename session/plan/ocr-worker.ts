/**
 * The worker of read-scan-apart.ts: recognises the scanned pages of one file and answers page by page. It may be ended
 * at any time. All it needs was built into it: nothing is fetched.
 */

import { core, language, openjpeg } from 'virtual:ocr-parts';
import { gunzipSync } from 'fflate';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import startCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { startEngine } from './ocr/engine.ts';
import { type OcrAnswer, type OcrOrder, recognise } from './ocr/recognise.ts';
import { openApart } from './pdf/open-apart.ts';

/** The answers go to the port: pdf.js, finding itself in a worker, sends messages of its own to the page. */
export interface OcrQuestion {
  readonly order: OcrOrder;
  readonly port: MessagePort;
}

// This is a worker already: pdf.js starts none of its own, and looks for no file.
Object.assign(globalThis, { pdfjsWorker });
addEventListener('message', ({ data }: MessageEvent<OcrQuestion>) => {
  if (data.port instanceof MessagePort) void answer(data);
});

async function answer({ order, port }: OcrQuestion): Promise<void> {
  const send = (answer: OcrAnswer) => port.postMessage(answer);
  const engine = () => startEngine({ start: startCore, wasm: gunzipSync(bytesOf(core)), language: bytesOf(language) });
  try {
    await recognise(order, { open, operations: pdfjs.OPS, engine }, send);
  } catch {
    // A picture without an answer counts as not read.
    send({ kind: 'done' });
  }
}

/** Pictures as their dots: the browser's own decoders would give what only a canvas can draw. */
const PLAIN = { isOffscreenCanvasSupported: false, isImageDecoderSupported: false } as const;

const open = (data: Uint8Array) =>
  openApart(pdfjs, data, { ...PLAIN, useWorkerFetch: false, BinaryDataFactory: Unpackers });

/** What pdf.js unpacks pictures with; without its wasm a JBIG2 is read by a slower part of its own. */
class Unpackers {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    if (filename !== 'openjpeg.wasm') throw new Error(`${filename} is not here`);
    return gunzipSync(bytesOf(openjpeg));
  }
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
