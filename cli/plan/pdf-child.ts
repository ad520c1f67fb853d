/**
 * Reads the pieces of text of a PDF in a process of its own: a small file can unfold to gigabytes, and no limit of the
 * reader's holds it. Built beside the command. The bytes come in one message and are answered by one.
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
