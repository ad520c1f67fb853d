/**
 * A report that arrived as a file, stored like a press: its figures are read from the page made of it, and the file
 * itself is the evidence. If it names people, only the page without them is stored.
 */
import { filePage } from '../../core/portal/capture/file-page.ts';
import { reportIn } from '../../core/portal/capture/report-file.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { nothingIn } from '../reading/nothing-in.ts';
import { keepRaw, type RawPart, setAside } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import type { GivenFile } from './given-report.ts';
import { maskedBook } from './masked-book.ts';

type ReportKept =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** `id`, `at` = of the capture it becomes. */
export async function keepReport(
  db: Store,
  files: readonly GivenFile[],
  { id, at }: { readonly id: string; readonly at: string },
): Promise<ReportKept> {
  const parts: RawPart[] = [];
  for (const file of files) {
    const own = partsOf(file);
    if (own.kind === 'refused') return { kind: 'refused', reason: `“${file.name}”: ${own.reason}` };
    parts.push(...own.parts);
  }
  const [first] = files;
  if (!first) return { kind: 'refused', reason: 'Chưa nhận được tệp: hãy chọn lại.' };
  const title = files
    .map(({ name }) => name.normalize('NFC'))
    .join(', ')
    .slice(0, 300);
  const view = { width: 0, height: 0, scrollY: 0, ratio: 1 };
  await keepRaw(db, { id, at, url: addressOf(first), title, view, parts, picture: null, unread: [] });
  const nothing = await nothingIn(db, id);
  if (nothing !== null) await setAside(db, id, nothing);
  return { kind: 'kept', id };
}

type Parts =
  | { readonly kind: 'read'; readonly parts: readonly RawPart[] }
  | { readonly kind: 'refused'; readonly reason: string };

function partsOf(file: GivenFile): Parts {
  const report = file.book ? ({ kind: 'book', book: file.book } as const) : reportIn(file.bytes, file.name);
  switch (report.kind) {
    case 'book':
      return { kind: 'read', parts: bookParts(file, report.book) };
    case 'refused':
      return report;
    case 'page':
    case 'old':
      return { kind: 'refused', reason: 'tệp kiểu cũ này chưa đọc được; hãy mở bằng Excel, lưu lại thành .xlsx.' };
    case 'none':
      return { kind: 'refused', reason: 'đây không phải bảng tính (.xlsx, .xls) hay tệp .csv.' };
  }
}

function bookParts(file: GivenFile, whole: Book): readonly RawPart[] {
  const { book, isMasked } = maskedBook(whole);
  const url = addressOf(file);
  const page: RawPart = { kind: 'page', url, request: null, body: filePage(book) };
  return isMasked ? [page] : [page, { kind: 'file', url, request: null, body: file.bytes }];
}

function addressOf({ name }: GivenFile): string {
  return `file:///${encodeURIComponent(name.normalize('NFC'))}`.slice(0, 1000);
}
