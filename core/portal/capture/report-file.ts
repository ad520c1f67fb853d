/**
 * What a file of a one-stop system holds, by its content: a page saved under the name of a workbook, text apart by
 * commas, a workbook of today or of an old kind, which the caller reads apart.
 */
import type { Book } from '../../sheet/grid/sheet.ts';
import { csvBook, csvText, isMisread, SAVE_AS_UTF8 } from '../../sheet/workbook/csv.ts';
import { kindOf } from '../../sheet/workbook/xlsx/kind-of.ts';
import { readBook } from '../../sheet/workbook/xlsx/read-book.ts';
import { isPdf } from './is-pdf.ts';

type ReportFile =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'book'; readonly book: Book }
  | { readonly kind: 'old' }
  | { readonly kind: 'pdf' }
  /** Neither: a saved page or an answer under its own name, or nothing that is known. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string };

/** `name` tells a .csv from any other text, and a page saved as a workbook from a page. */
export function reportIn(bytes: Uint8Array, name: string): ReportFile {
  if (isPdf(bytes)) return { kind: 'pdf' };
  const head = csvText(bytes.subarray(0, 4_000)).trimStart();
  if (/^</.test(head) && !/urn:schemas-microsoft-com:office:spreadsheet/.test(head))
    return /\.xlsx?$/i.test(name) ? { kind: 'page', html: csvText(bytes) } : { kind: 'none' };
  if (/^[{[]/.test(head)) return { kind: 'none' };
  const kind = kindOf(bytes);
  if (!kind.ok) return { kind: 'refused', reason: kind.refusal.message };
  if (kind.value === 'unknown') {
    if (!/\.(?:csv|txt)$/i.test(name)) return { kind: 'none' };
    const text = csvText(bytes);
    return isMisread(text) ? { kind: 'refused', reason: capital(SAVE_AS_UTF8) } : { kind: 'book', book: csvBook(text) };
  }
  if (kind.value !== 'xlsx' && kind.value !== 'encrypted') return { kind: 'old' };
  const book = readBook(bytes);
  return book.ok ? { kind: 'book', book: book.value } : { kind: 'refused', reason: book.refusal.message };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
