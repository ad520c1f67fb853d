/**
 * A page of a PDF as a picture, drawn in a worker: letters as paths, no fonts, scripts, links or forms of the file. pdf.js
 * is handed in.
 */
import type * as Pdfjs from 'pdfjs-dist';
import { openApart } from './open-apart.ts';

export type PdfDrawn =
  /** `page` = a PNG. */
  | { readonly kind: 'drawn'; readonly page: Blob; readonly pages: number }
  | { readonly kind: 'refused'; readonly why: 'password' | 'broken' };

/** Dots; a page is drawn no larger, however large it says it is. */
const MOST_HEIGHT = 4_000;

/** `number` from 1; `width` in dots. Never rejects. */
export async function drawPage(
  pdfjs: Pick<typeof Pdfjs, 'getDocument'>,
  bytes: Uint8Array,
  { number, width }: { readonly number: number; readonly width: number },
): Promise<PdfDrawn> {
  try {
    const document = await openApart(pdfjs, bytes, { CanvasFactory: WorkerCanvases, FilterFactory: NoFilters });
    const page = await document.getPage(Math.min(Math.max(1, number), document.numPages));
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(width / plain.width, MOST_HEIGHT / plain.height) });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext('2d');
    if (canvasContext === null) return { kind: 'refused', why: 'broken' };
    // pdf.js wants a canvas in the page; a canvas outside it draws the same.
    await page.render({ canvas: null, canvasContext: canvasContext as never, viewport }).promise;
    return { kind: 'drawn', page: await canvas.convertToBlob({ type: 'image/png' }), pages: document.numPages };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: 'refused', why: isLocked ? 'password' : 'broken' };
  }
}

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** The canvas factory that pdf.js requires, without a page around it. */
class WorkerCanvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas) Object.assign(canvas, { width, height });
  }
  destroy(both: CanvasAndContext): void {
    both.canvas = null;
    both.context = null;
  }
}

/** Filters are elements of a page; without them a picture keeps its own colours. */
class NoFilters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {}
}
