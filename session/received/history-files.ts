/** Opens files with achievements of earlier years: books of ours, and workbooks of other systems. */
import { done, type Result } from '../../core/base/result.ts';
import type { Register } from '../../core/report/register.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';
import { type GuessedBook, guessBook } from '../../core/sheets/history/guess-book.ts';
import type { GuessedSheet } from '../../core/sheets/history/history-columns.ts';
import { headingIn } from '../book/own-movement.ts';
import { settingsInFile } from '../book/settings-in-file.ts';
import type { NamedFile } from '../host/files.ts';

interface HistoryFile extends GuessedBook {
  readonly name: string;
  readonly book: Book;
}

/** Opens a file and guesses which of its sheets and columns hold achievements. */
export function openHistoryFile({ name, bytes }: NamedFile, register: Register | null): Result<HistoryFile> {
  const read = readBook(bytes);
  if (!read.ok) return read;
  const about = aboutOf(read.value);
  return done({ name, book: read.value, ...guessBook(read.value, { file: name, register, about }) });
}

/** Only a book whose period is a whole year has a year. */
function aboutOf(book: Book): { readonly movement: string; readonly year: number | null } | null {
  const settings = settingsInFile(book);
  if (!settings.ok) return null;
  const { movement, period } = settings.value;
  const title = movement === null ? '' : (headingIn(book, movement)?.title ?? '');
  return { movement: title, year: period?.kind === 'year' ? period.year : null };
}

/** A Vietnamese sentence naming the columns that an officer still has to point out; null = none. */
export function lacksText(file: string, { sheet, lacks }: GuessedSheet): string | null {
  if (lacks.length === 0) return null;
  return `${file}, trang “${sheet}”: chưa rõ ${lacks.map((lack) => LACKS[lack]).join(', ')}.`;
}

const LACKS: Readonly<Record<GuessedSheet['lacks'][number], string>> = {
  name: 'cột tên đơn vị, cá nhân',
  fact: 'cột danh hiệu, điểm hay xếp loại',
  year: 'năm',
};
