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
  const early: unknown[] = [];
  const own: BookWorker = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => (worker === null ? early.push(message) : worker.postMessage(message)),
    terminate: () => {
      isEnded = true;
      worker?.terminate();
    },
  };
  const begin = async (): Promise<void> => {
    const parts = await Promise.all(PARTS.map(packed));
    if (isEnded) return;
    worker = started(parts.flatMap((part) => part ?? []));
    worker.onmessage = (event) => own.onmessage?.(event);
    worker.onerror = (event) => own.onerror?.(event);
    for (const message of early.splice(0)) worker.postMessage(message);
  };
  void begin().catch((fault) => {
    reportError(fault);
    own.onerror?.(new ErrorEvent('error', { cancelable: true }));
  });
  return own;
}

/** The page's first script runs last: what it wants of the others is there. */
function started(parts: readonly BlobPart[]): Worker {
  const first = document.querySelector('script[type="module"]')?.textContent ?? '';
  const apart = parts.flatMap((part) => [part, '\n;']);
  // A classic worker is sloppy by default and has no `global`; the bundled libraries need both.
  const code = new Blob(['"use strict";self.global=self;', ...apart, first], { type: 'text/javascript' });
  const url = URL.createObjectURL(code);
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
