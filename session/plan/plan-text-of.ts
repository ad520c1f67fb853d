/**
 * The text of a plan's file of any kind; pages that are pictures wait until the officer has them recognised. For a file
 * that a page cannot read, a sentence on what to do instead.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { TextPage } from '../../core/plan/file/pdf-lines.ts';
import type { ScanPage, ScanText } from '../../core/plan/file/scan/scan-text.ts';
import type { OcrOrder, ScanRead } from './ocr/recognise.ts';

/** Pages of a PDF with their text, and which of them are pictures (from 1). `reason` is one Vietnamese sentence. */
export type ReadPdf = (
  bytes: Uint8Array,
) => Promise<
  | { readonly ok: true; readonly pages: readonly TextPage[]; readonly pictures: readonly number[] }
  | { readonly ok: false; readonly reason: string }
>;

/** Calls `onPage` with the number of finished pages; after `stop` it returns the pages read so far. Never rejects. */
export type ReadScan = (order: OcrOrder, onPage: (done: number) => void, stop: AbortSignal) => Promise<ScanRead>;

/** The readers too large for every page; absent = this page has none. */
export interface PlanReaders {
  readonly pdf?: ReadPdf;
  readonly scan?: ReadScan;
  /** Pages in their order, some of them recognised → their text. */
  readonly scanText?: (pages: readonly (TextPage | ScanPage)[]) => Promise<ScanText>;
}

/** Called when a plan's file is opened. */
export type LoadReaders = () => Promise<PlanReaders>;

/** A file some of whose pages are pictures. */
export interface Pictured {
  readonly bytes: Uint8Array;
  /** All pages of a PDF; [] = the file is one picture. */
  readonly pages: readonly TextPage[];
  readonly pictures: readonly number[];
}

type PlanStart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pictured'; readonly pictured: Pictured };

const NO_PDF =
  'Trang này không đọc được PDF: hãy lưu thành .docx rồi chọn lại, hoặc mở Bàn chấm trong tiện ích trình duyệt, trang Thi đua số trên mạng.';
const NO_OCR =
  'trang này không nhận dạng chữ trong ảnh: hãy dùng bản .docx, hoặc mở Bàn chấm trong tiện ích trình duyệt, trang Thi đua số trên mạng.';
/** More pages than any plan's; each is megabytes and seconds. */
const MOST_SCANNED = 100;

export async function planTextOf(bytes: Uint8Array, readers: PlanReaders): Promise<Result<PlanStart>> {
  const { readPlanFile } = await import('../../core/plan/file/plan-file.ts');
  const read = readPlanFile(bytes);
  switch (read.kind) {
    case 'text':
      return done({ kind: 'text', text: read.text });
    case 'refused':
      return refuse('plan-file', read.reason);
    case 'picture':
      return pictured({ bytes, pages: [], pictures: [1] }, readers);
    case 'pdf': {
      if (!readers.pdf) return refuse('plan-file', NO_PDF);
      const answer = await readers.pdf(bytes);
      if (!answer.ok) return refuse('plan-file', answer.reason);
      const { pages, pictures } = answer;
      if (pictures.length > 0) return pictured({ bytes, pages, pictures }, readers);
      const { pdfLines } = await import('../../core/plan/file/pdf-lines.ts');
      return done({ kind: 'text', text: pdfLines(pages) });
    }
  }
}

async function pictured(given: Pictured, { scan }: PlanReaders): Promise<Result<PlanStart>> {
  const which = await picturedWords(given);
  if (!scan) return refuse('plan-file', `${which}, ${NO_OCR}`);
  if (given.pictures.length > MOST_SCANNED)
    return refuse('plan-file', `${which}, quá ${MOST_SCANNED} trang: hãy tách riêng phần kế hoạch.`);
  return done({ kind: 'pictured', pictured: given });
}

/** `Trang 3–7 của tệp PDF là ảnh`; the beginning of a sentence. */
export async function picturedWords({ pages, pictures }: Pictured): Promise<string> {
  const { pagesWords } = await import('./pdf/verdict.ts');
  if (pages.length === 0) return 'Tệp là ảnh chụp';
  return pictures.length === pages.length
    ? `Tệp PDF là bản quét (${pages.length} trang ảnh)`
    : `Trang ${pagesWords(pictures)} của tệp PDF là ảnh, hoặc dùng phông không đọc ra chữ`;
}

/** Recognises the pages that are pictures. Refused when one could not be read: a plan with a hole is none. */
export async function recognisedText(
  { bytes, pages, pictures }: Pictured,
  { scan, scanText }: PlanReaders,
  onPage: (done: number) => void,
  stop: AbortSignal,
): Promise<Result<ScanText>> {
  if (!scan || !scanText) return refuse('plan-file', NO_OCR);
  const { pages: read, unread } = await scan({ bytes, pages: pictures }, onPage, stop);
  if (stop.aborted) return refuse('plan-file', 'Đã dừng nhận dạng chữ, chưa đọc được kế hoạch.');
  if (unread.length > 0) {
    const { pagesWords } = await import('./pdf/verdict.ts');
    const where = pages.length === 0 ? 'Ảnh' : `Trang ${pagesWords(unread)} của tệp PDF`;
    return refuse('plan-file', `${where} không đọc được chữ: hãy quét lại rõ hơn, hoặc dùng bản .docx.`);
  }
  const byNumber = new Map(read.map((page) => [page.page, page]));
  return done(await scanText(pages.length === 0 ? read : pages.map((page, at) => byNumber.get(at + 1) ?? page)));
}
