/** Opens a PDF with pdf.js in this process, without canvas, fonts, scripts or forms. For the child processes only. */
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** pdf.js, with nothing left that it would look for at run time. */
export async function loadPdfjs() {
  // Only drawing needs them. pdf.js takes them from a native package that we do not ship, and does not load without
  // them.
  Object.assign(globalThis, { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} });
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // No file is looked for: the worker's code is here already.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
  return pdfjs;
}

/**
 * Throws what pdf.js throws: `PasswordException` by its name, anything else is a broken file. `wasm` = folder (with its
 * last slash) of what unpacks JPEG 2000.
 */
export async function openPdf(bytes: Uint8Array, wasm: string | null = null): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs();
  return pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    ...(wasm === null ? {} : { wasmUrl: wasm }),
    stopAtErrors: false,
    // Larger than any page that was ever scanned.
    maxImageSize: 100_000_000,
    verbosity: 0,
  }).promise;
}
