/**
 * Reads the pieces of text of a PDF in a process of its own: a small file can unfold to gigabytes, and no limit of the
 * reader's holds it. Built beside the command. The bytes come in one message and are answered by one.
 */
import type { TextPage, TextPiece } from '../core/plan/pdf-lines.ts';

export type PdfAnswer =
  | { readonly kind: 'pages'; readonly pages: readonly TextPage[]; readonly pictures: readonly number[] }
  | { readonly kind: 'refused'; readonly why: 'password' | 'broken' | 'too-long' };

/** No plan of a commune is longer. */
const MOST_PAGES = 200;

process.on('message', (bytes: Uint8Array) => {
  void answer(bytes).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());

async function answer(bytes: Uint8Array): Promise<PdfAnswer> {
  try {
    // Only drawing needs them. pdf.js takes them from a native package that is not given out, and does not load without.
    Object.assign(globalThis, { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} });
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // No file is looked for at run time: the worker's code is here already.
    Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
    const task = pdfjs.getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    });
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) return { kind: 'refused', why: 'too-long' };
    const pages: TextPage[] = [];
    const pictures: number[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent({ disableNormalization: true });
      const pieces = items.flatMap((item): TextPiece[] =>
        'str' in item
          ? [
              {
                text: item.str,
                x: item.transform[4],
                y: item.transform[5],
                width: item.width,
                size: Math.hypot(item.transform[2], item.transform[3]) || item.height,
              },
            ]
          : [],
      );
      if (pieces.every(({ text }) => text.trim() === '')) pictures.push(number);
      pages.push({ width, height, pieces });
      page.cleanup();
    }
    return { kind: 'pages', pages, pictures };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: 'refused', why: isLocked ? 'password' : 'broken' };
  }
}
