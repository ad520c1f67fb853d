/**
 * Reads the text pieces of a PDF in a process of its own: a small file can unfold to gigabytes, and the reader has no
 * limit that stops it. Built beside the command. One message brings the bytes, one message answers.
 */
import { answerOf, type PdfAnswer } from '../../session/plan/pdf/pages.ts';
import { loadPdfjs, openPdf } from './open-pdf.ts';

process.on('message', (bytes: Uint8Array) => {
  void answer(bytes).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());

async function answer(bytes: Uint8Array): Promise<PdfAnswer> {
  const { OPS } = await loadPdfjs();
  return answerOf(() => openPdf(bytes), OPS);
}
