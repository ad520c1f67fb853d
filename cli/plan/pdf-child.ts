/**
 * Reads the text pieces of a PDF in a process of its own: a small file can unfold to gigabytes, and the reader has no
 * limit that stops it. Built beside the command. Each message brings a file, and each is answered by a message.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { answerOf, type PdfAnswer, type PdfQuestion } from '../../session/plan/pdf/pages.ts';
import { loadPdfjs, openPdf } from './open-pdf.ts';

process.on('message', (question: PdfQuestion) => {
  void answer(question).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());

async function answer({ bytes, most }: PdfQuestion): Promise<PdfAnswer> {
  const { OPS } = await loadPdfjs();
  let opened: PDFDocumentProxy | undefined;
  try {
    return await answerOf(async () => (opened = await openPdf(bytes)), OPS, most);
  } finally {
    // The next file has this one's memory.
    await opened?.loadingTask.destroy();
  }
}
