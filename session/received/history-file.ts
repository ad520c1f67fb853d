/** A workbook with achievements of earlier years: which of its sheets and columns hold them. */
import type { Register } from '../../core/report/register.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { type GuessedBook, guessBook } from '../../core/sheets/history/guess-book.ts';
import type { GuessedSheet } from '../../core/sheets/history/history-columns.ts';
import { headingIn } from '../book/own-movement.ts';
import { settingsInFile } from '../book/settings-in-file.ts';

export interface HistoryFile extends GuessedBook {
  readonly name: string;
  readonly book: Book;
}

export function historyFileOf(name: string, book: Book, register: Register | null): HistoryFile {
  return { name, book, ...guessBook(book, { file: name, register, about: aboutOf(book) }) };
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
