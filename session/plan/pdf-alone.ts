/** What the page in one file reads of plans: PDF with text. Recognising pictures weighs more than all the rest of it. */
import type { LoadReaders } from './plan-text-of.ts';
import { readPdfApart } from './read-pdf-apart.ts';

export const pdfAlone: LoadReaders = async () => ({ pdf: readPdfApart });
