/**
 * The worker of the workbook where the page is one file: the same code once more. The page's script begins the page
 * where there is a document, and serves the workbook where there is none.
 */
import type { BookWorker } from './book-desk.ts';

export function ownWorker(): BookWorker {
  const code = document.querySelector('script[type="module"]')?.textContent ?? '';
  // What is strict as a module stays strict as a script; libraries of the page look for its window by another name.
  const url = URL.createObjectURL(new Blob(['"use strict";self.global=self;', code], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
