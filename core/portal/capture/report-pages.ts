/** The one page that chosen files of a one-stop system make: a report, the sum of several, or the counts of a list. */
import type { Book } from '../../sheet/grid/sheet.ts';
import { dossierCounts, dossierPage } from './dossier-list.ts';
import { filePage } from './file-page.ts';
import { mergedReport } from './merged-report.ts';

export interface ReportBook {
  readonly name: string;
  readonly book: Book;
  /** With the people in it, where `book` is without them: dossiers are counted in it. */
  readonly whole?: Book;
}

type ReportMade =
  /** `isCounted` = of a list of dossiers, of which only the counts may be stored. */
  | { readonly kind: 'page'; readonly html: string; readonly isCounted: boolean }
  | { readonly kind: 'refused'; readonly reason: string };

/** `at` = ISO instant in Vietnam. */
export function reportMade(books: readonly ReportBook[], at: string): ReportMade {
  const today = at.slice(0, 10);
  const [only] = books;
  const counted = books.map(({ book, whole = book }) => dossierCounts(whole, today));
  if (only && books.length === 1) {
    const [counts] = counted;
    return counts
      ? { kind: 'page', html: dossierPage(counts, today), isCounted: true }
      : { kind: 'page', html: filePage(only.book), isCounted: false };
  }
  const list = counted.findIndex((counts) => counts !== undefined);
  if (list >= 0)
    return {
      kind: 'refused',
      reason: `“${books[list]?.name}” là danh sách hồ sơ: hãy đọc riêng, không gộp với báo cáo.`,
    };
  const merged = mergedReport(
    books.map(({ name, book }) => ({ name, html: filePage(book) })),
    at,
  );
  return merged.kind === 'merged' ? { kind: 'page', html: merged.html, isCounted: false } : merged;
}
