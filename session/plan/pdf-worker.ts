/**
 * The worker of read-pdf-apart.ts: takes the pieces of text out of one PDF and answers. It may be ended at any time. Not
 * in the page in one file: pdf.js weighs as much as the rest of it.
 */
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { TextPage, TextPiece } from '../../core/plan/pdf-lines.ts';

export type PdfAnswer =
  | { readonly kind: 'pages'; readonly pages: readonly TextPage[] }
  | { readonly kind: 'refused'; readonly why: 'password' | 'broken' | 'too-long' };

/** The answer goes to the port: pdf.js, finding itself in a worker, sends messages of its own to the page. */
export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly port: MessagePort;
}

/** No plan of a commune is longer. */
const MOST_PAGES = 200;

// This is a worker already: pdf.js starts none of its own, and looks for no file.
Object.assign(globalThis, { pdfjsWorker });
addEventListener('message', ({ data }: MessageEvent<PdfQuestion>) => {
  if (data.port instanceof MessagePort) void answer(data.bytes).then((result) => data.port.postMessage(result));
});

async function answer(data: Uint8Array): Promise<PdfAnswer> {
  try {
    const document = await pdfjs.getDocument({
      data,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
    if (document.numPages > MOST_PAGES) return { kind: 'refused', why: 'too-long' };
    const pages: TextPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      // Old fonts are decoded by our own tables, from the letters as they stand.
      const { items } = await page.getTextContent({ disableNormalization: true });
      const pieces = items.flatMap((item): TextPiece[] => {
        if (!('str' in item)) return [];
        const [, , across = 0, up = 0, x = 0, y = 0] = item.transform as readonly number[];
        return [{ text: item.str, x, y, width: item.width, size: Math.hypot(across, up) || item.height }];
      });
      pages.push({ width, height, pieces });
      page.cleanup();
    }
    return { kind: 'pages', pages };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: 'refused', why: isLocked ? 'password' : 'broken' };
  }
}
