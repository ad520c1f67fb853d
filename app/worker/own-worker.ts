/**
 * Starts the workbook's worker where the page is one file. It runs the page's own scripts: where there is a document the
 * first one draws the page, where there is none it serves the workbook.
 */
import { type PackId, packed } from '../../session/packed.ts';
import type { BookWorker } from './book-desk.ts';

const PARTS: readonly PackId[] = ['pane-part', 'rest-part'];

/** Messages wait until the parts are unpacked. */
export function ownWorker(): BookWorker {
  let worker: Worker | null = null;
  let isEnded = false;
  const early: [message: unknown, options: StructuredSerializeOptions | undefined][] = [];
  const own: BookWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message, options) =>
      worker === null ? early.push([message, options]) : worker.postMessage(message, options),
    terminate: () => {
      isEnded = true;
      worker?.terminate();
    },
  };
  const begin = async (): Promise<void> => {
    program ??= programOfPage();
    const code = await program;
    if (isEnded) return;
    worker = started(code);
    worker.onmessage = (event) => own.onmessage?.(event);
    worker.onerror = (event) => own.onerror?.(event);
    for (const [message, options] of early.splice(0)) worker.postMessage(message, options);
  };
  void begin().catch((fault) => {
    reportError(fault);
    own.onerror?.(new ErrorEvent('error', { cancelable: true }));
  });
  return own;
}

/** Made once for both workers: putting it together takes the page some fifty milliseconds. */
let program: Promise<Blob> | null = null;

/** The page's first script runs last: what it wants of the others is there. */
async function programOfPage(): Promise<Blob> {
  const parts = await Promise.all(PARTS.map(packed));
  const first = document.querySelector('script[type="module"]')?.textContent ?? '';
  const apart = parts.flatMap((part): BlobPart[] => (part ? [part, '\n;'] : []));
  // A classic worker is sloppy by default and has no `global`; the bundled libraries need both.
  return new Blob(['"use strict";self.global=self;', ...apart, first], { type: 'text/javascript' });
}

function started(code: Blob): Worker {
  const url = URL.createObjectURL(code);
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
