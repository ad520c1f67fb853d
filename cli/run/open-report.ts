/** Opens an input as a workbook with a report. Our own outputs are recognised by the mark inside, wherever they lie. */
import { isDossier } from '../../core/dossier/read-dossier.ts';
import { type DocumentFormat, documentKind } from '../../core/report/document/sent-document.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { contentDigest, readOwnMark, withoutOwnParts } from '../../core/sheets/own-mark.ts';
import { fingerprint, loadInput } from '../files/load-file.ts';
import { readFileBook } from '../files/read-file.ts';
import type { InputFile } from '../files/walk.ts';
import { readDocument } from './read-document.ts';

type OpenedReport =
  | {
      readonly kind: 'book';
      /** Without what an earlier scoring added. */
      readonly book: Book;
      /** Of the bytes that were read. */
      readonly print: string;
      /** A Vietnamese sentence about a file that is read all the same. */
      readonly note: string | null;
      /** null = a workbook. */
      readonly document: DocumentFormat | null;
    }
  /** An output of ours that is no report, and why. */
  | { readonly kind: 'own'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

const COUNCIL = 'Là tệp cho Hội đồng do chương trình ghi ra, không phải báo cáo của đơn vị.';
const PAPER = 'Là văn bản do chương trình lập, không phải báo cáo của đơn vị.';
const DOSSIER = 'Là Hồ sơ phong trào, không phải báo cáo của đơn vị.';
const SLIP = 'Là phiếu thẩm định, không phải báo cáo của đơn vị.';
const COPY = 'Là bản chấm do chương trình ghi ra, số liệu chưa ai sửa, nên không đọc lại như báo cáo.';
const COPY_AGAIN =
  'Là bản chấm do chương trình ghi ra; được chỉ đích danh nên đọc lại, bỏ qua các cột và trang chương trình đã thêm.';
const COPY_CHANGED =
  'Là bản chấm mà số liệu đã được sửa sau khi ghi, nên đọc như báo cáo mới, bỏ qua các cột và trang chương trình đã thêm.';

/** Reads the input; a crash on the way is this file's refusal, not the end of the run. */
export async function openReport(input: InputFile): Promise<OpenedReport> {
  try {
    const loaded = loadInput(input);
    if (!loaded.ok) return { kind: 'unreadable', reason: loaded.refusal.message };
    const bytes = loaded.value;
    const mark = readOwnMark(bytes);
    if (mark?.kind === 'council') return { kind: 'own', reason: COUNCIL };
    if (mark?.kind === 'paper') return { kind: 'own', reason: PAPER };
    if (mark?.kind === 'appraisal') return { kind: 'own', reason: SLIP };
    const document = documentKind(bytes) ?? (/\.csv$/i.test(input.name) ? 'csv' : null);
    if (document !== null) return await openDocument(bytes, document);
    const book = await readFileBook(bytes);
    if (!book.ok) return { kind: 'unreadable', reason: book.refusal.message };
    if (isDossier(book.value)) return { kind: 'own', reason: DOSSIER };
    const print = fingerprint(bytes);
    if (mark?.kind !== 'scored-copy') return { kind: 'book', book: book.value, print, note: null, document };
    const own = withoutOwnParts(book.value);
    const same = contentDigest(own) === mark.content;
    if (same && !input.outright) return { kind: 'own', reason: COPY };
    return { kind: 'book', book: own, print, note: same ? COPY_AGAIN : COPY_CHANGED, document };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', reason: `Chương trình gặp lỗi khi đọc tệp này (${detail}).` };
  }
}

async function openDocument(bytes: Uint8Array, document: DocumentFormat): Promise<OpenedReport> {
  const read = await readDocument(bytes, document);
  if (!read.ok) return { kind: 'unreadable', reason: read.refusal.message };
  return { kind: 'book', ...read.value, print: fingerprint(bytes), document };
}
