/**
 * A file as a unit sent it, of any kind Excel opens, as an .xlsx with the book in it. Old kinds, and documents whose text
 * the page has read, are made into a new workbook from their cells.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { kindOf } from '../../core/sheet/workbook/xlsx/kind-of.ts';
import type { NamedFile } from '../host/files.ts';

export interface SentFile extends NamedFile {
  readonly book: Book;
  /** Made from the cells of a file of an old kind. */
  readonly rebuilt: boolean;
  /** As BookFile; absent = not looked at. */
  readonly names?: ReadonlyMap<string, string>;
}

const SLIP = 'Là phiếu thẩm định, không phải báo cáo: hãy nhận ở Hội đồng, phần “Phân công thẩm định”.';
/** By its title: the code that reads it is fetched with the first of them. */
function isSlip({ rows }: Book['sheets'][number]): boolean {
  return [...rows.values()].some((cells) =>
    cells.some(({ value }) => typeof value === 'string' && value.startsWith('PHIẾU THẨM ĐỊNH: ')),
  );
}

const OLD_KINDS: ReadonlySet<string> = new Set(['xls', 'ods', 'html', 'xml-2003']);

export async function readSent({ name, bytes, text }: NamedFile): Promise<Result<SentFile>> {
  if (text !== undefined) {
    // Fetched only for such a file.
    const code = await import('./from-text.ts').catch(() => null);
    if (!code) return refuse('offline', 'Chưa tải được phần đọc tệp Word, PDF. Hãy kiểm tra mạng rồi chọn lại.');
    const made = code.fromText(text);
    return made.ok ? done({ name, ...made.value, rebuilt: true }) : made;
  }
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  if (!OLD_KINDS.has(kind.value)) {
    // Fetched with the first file: a pane that only scores never needs it.
    const code = await import('../../core/sheet/workbook/xlsx/read-book.ts').catch(() => null);
    if (!code) return refuse('offline', 'Chưa tải được phần đọc tệp. Hãy kiểm tra mạng rồi chọn lại.');
    const read = code.readBook(bytes);
    if (read.ok && read.value.sheets.some(isSlip)) return refuse('slip', SLIP);
    return read.ok ? done({ name, bytes, book: read.value, rebuilt: false }) : read;
  }
  // Fetched only for such a file.
  const code = await import('./old-kinds.ts').catch(() => null);
  if (!code) return refuse('offline', 'Chưa tải được phần đọc tệp .xls, .ods. Hãy kiểm tra mạng rồi chọn lại.');
  const made = await code.fromOldKind(bytes);
  return made.ok ? done({ name, ...made.value, rebuilt: true }) : made;
}
