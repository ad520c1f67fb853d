/**
 * Reports that arrived as files, stored like a press: figures are read from the page made of them, and the files are the
 * evidence. If one names people, only the page without them is stored; of a list of dossiers only its counts are.
 */
import { pdfBook } from '../../core/portal/capture/pdf-book.ts';
import { reportIn } from '../../core/portal/capture/report-file.ts';
import { type ReportBook, reportMade } from '../../core/portal/capture/report-pages.ts';
import { nothingIn } from '../reading/nothing-in.ts';
import { keepRaw, type RawPart, setAside } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import type { IncomingFile } from './incoming-report.ts';
import { maskedBook } from './masked-book.ts';

type ReportKept =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Several files are one report: the sum of what they hold. `id`, `at` = of the capture it becomes. */
export async function keepReport(
  db: Store,
  files: readonly IncomingFile[],
  { id, at }: { readonly id: string; readonly at: string },
): Promise<ReportKept> {
  const [first] = files;
  if (!first) return refused('Chưa nhận được tệp: hãy chọn lại.');
  const books: (ReportBook & { readonly isMasked: boolean })[] = [];
  for (const file of files) {
    const own = bookOf(file);
    if (own.kind === 'refused') return refused(`“${file.name}”: ${own.reason}`);
    books.push({ name: file.name.normalize('NFC'), ...maskedBook(own.book), whole: own.book });
  }
  const made = reportMade(books, at);
  if (made.kind === 'refused') return made;
  const url = addressOf(first);
  const page: RawPart = { kind: 'page', url, request: null, body: made.html };
  const evidence = files.flatMap((file, index): RawPart[] =>
    made.isCounted || books[index]?.isMasked !== false
      ? []
      : [{ kind: 'file', url: addressOf(file), request: null, body: file.bytes }],
  );
  const title = books
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);
  const view = { width: 0, height: 0, scrollY: 0, ratio: 1 };
  await keepRaw(db, { id, at, url, title, view, parts: [page, ...evidence], picture: null, unread: [] });
  const nothing = await nothingIn(db, id);
  if (nothing !== null) await setAside(db, id, nothing);
  return { kind: 'kept', id };
}

function refused(reason: string): ReportKept {
  return { kind: 'refused', reason };
}

type OpenedFile =
  | { readonly kind: 'book'; readonly book: ReportBook['book'] }
  | { readonly kind: 'refused'; readonly reason: string };

function bookOf(file: IncomingFile): OpenedFile {
  if (file.pages) return { kind: 'book', book: pdfBook(file.pages) };
  const report = file.book ? ({ kind: 'book', book: file.book } as const) : reportIn(file.bytes, file.name);
  switch (report.kind) {
    case 'book':
    case 'refused':
      return report;
    case 'page':
    case 'old':
    case 'pdf':
      return { kind: 'refused', reason: 'tệp kiểu cũ này chưa đọc được; hãy mở bằng Excel, lưu lại thành .xlsx.' };
    case 'none':
      return { kind: 'refused', reason: 'đây không phải bảng tính (.xlsx, .xls), tệp .csv hay PDF.' };
  }
}

function addressOf({ name }: IncomingFile): string {
  return `file:///${encodeURIComponent(name.normalize('NFC'))}`.slice(0, 1000);
}
