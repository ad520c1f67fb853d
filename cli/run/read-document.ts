/**
 * A report sent in Word, as a PDF or as a .csv → a workbook: Word in this process under its reader's own caps, a PDF in a
 * child process with a limit of time and memory.
 */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { pdfLines } from '../../core/plan/file/pdf-lines.ts';
import { type DocumentFormat, documentBook, wordBook } from '../../core/report/document/sent-document.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { csvBook, csvText, isMisread, SAVE_AS_UTF8 } from '../../core/sheet/workbook/csv.ts';
import { pagesWords } from '../../session/plan/pdf/verdict.ts';
import { pdfPages } from '../plan/pdf-text.ts';

interface DocumentRead {
  readonly book: Book;
  /** A Vietnamese sentence about what of the file was not read. */
  readonly note: string | null;
}

const AS_DOCX = 'hãy xin đơn vị gửi báo cáo bằng tệp Excel (.xlsx) hoặc Word (.docx)';

/** Never throws for what the bytes hold. */
export async function readDocument(bytes: Uint8Array, kind: DocumentFormat): Promise<Result<DocumentRead>> {
  if (kind === 'word') {
    const book = wordBook(bytes);
    return book.ok ? done({ book: book.value, note: null }) : book;
  }
  if (kind === 'csv') {
    const text = csvText(bytes);
    return isMisread(text) ? refuse('damaged', SAVE_AS_UTF8) : done({ book: csvBook(text), note: null });
  }
  const pdf = await pdfPages(bytes);
  if (!pdf.ok) return refuse('damaged', pdf.reason);
  const { pages, pictures } = pdf;
  if (pictures.length === pages.length)
    return refuse('picture', `Tệp PDF là bản quét (chỉ có ảnh) nên không đọc được báo cáo trong đó; ${AS_DOCX}.`);
  const book = documentBook(pdfLines(pages.filter((_, at) => !pictures.includes(at + 1))));
  if (!book.ok) return book;
  const note = pictures.length === 0 ? null : `Trang ${pagesWords(pictures)} của tệp PDF là ảnh nên chưa đọc.`;
  return done({ book: book.value, note });
}
