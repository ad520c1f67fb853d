/**
 * Starts the workbook's worker where the page is one file. It runs the page's own script: where there is a document the
 * script draws the page, where there is none it serves the workbook.
 */
import type { BookWorker } from './book-desk.ts';

export function ownWorker(): BookWorker {
  const code = document.querySelector('script[type="module"]')?.textContent ?? '';
  // A classic worker is sloppy by default and has no `global`; the bundled libraries need both.
  const url = URL.createObjectURL(new Blob(['"use strict";self.global=self;', code], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
