/** A file as a unit sent it, of any kind Excel opens, as an .xlsx with the book in it. Old kinds are made into a new workbook from their cells. */
import type { Book } from '../../core/grid/sheet.ts';
import { kindOf, newBook, readBook } from '../../core/workbook/file.ts';
import { plainCopy } from '../../core/workbook/plain-copy.ts';
import type { Result } from '../../core/workbook/port.ts';
import { readApart } from './read-apart.ts';
import { done } from './refusal.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SentFile extends NamedFile {
  readonly book: Book;
  /** Made from the cells of a file of an old kind. */
  readonly rebuilt: boolean;
}

const OLD_KINDS: ReadonlySet<string> = new Set(['xls', 'ods', 'html', 'xml-2003']);

export async function readSent({ name, bytes }: NamedFile): Promise<Result<SentFile>> {
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  if (!OLD_KINDS.has(kind.value)) {
    const read = readBook(bytes);
    return read.ok ? done({ name, bytes, book: read.value, rebuilt: false }) : read;
  }
  const old = await readApart(bytes);
  if (!old.ok) return old;
  // Hidden sheets stay behind, as they do where a workbook is inserted whole.
  const shown = { ...old.value, sheets: old.value.sheets.filter(({ state }) => state === 'visible') };
  const made = newBook(plainCopy(shown));
  const read = readBook(made);
  if (!read.ok) return read;
  const { macros, externalLinks } = old.value;
  return done({ name, bytes: made, book: { ...read.value, macros, externalLinks }, rebuilt: true });
}
