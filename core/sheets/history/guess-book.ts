/**
 * Guesses which sheets of a workbook hold achievements and which column is which: in a book of ours the sheets made for
 * it, in any other workbook every sheet with a table, by its headings and figures.
 */
import type { Register } from '../../report/register.ts';
import type { Book, Sheet } from '../../sheet/grid/sheet.ts';
import { LEDGER_TITLE } from '../ledger-title.ts';
import { type GuessedSheet, guessSheet, lacking } from './history-columns.ts';
import { HISTORY_TITLE } from './history-table.ts';
import { type HistoryRead, readHistory } from './read-history.ts';
import { THIS_RUN } from './run-records.ts';

export interface GuessedBook {
  /** A book of ours: nothing has to be shown. */
  readonly own: boolean;
  readonly sheets: readonly GuessedSheet[];
}

interface GuessSetting {
  /** Name of the file: it may contain the year. */
  readonly file: string;
  readonly register: Register | null;
  /** Movement and year from the settings of a working book; null = not a working book. */
  readonly about: { readonly movement: string; readonly year: number | null } | null;
}

const RANKING_TITLE = 'KẾT QUẢ XẾP HẠNG';
const OWN_TITLES = [HISTORY_TITLE, LEDGER_TITLE, RANKING_TITLE];
/** Rows above the title of a sheet of ours. */
const TITLE_ROWS = 8;

export function guessBook(book: Book, { file, register, about }: GuessSetting): GuessedBook {
  const titled = book.sheets.map((sheet) => ({ sheet, title: ownTitle(sheet) }));
  const own = titled.some(({ title }) => title !== null);
  // The history sheet of a council's book already has the settled results of its own run: the ranking is skipped.
  const recorded = titled.find(({ title }) => title === HISTORY_TITLE)?.sheet;
  const isWhole = recorded !== undefined && holdsText(recorded, THIS_RUN);
  const taken = own
    ? titled.filter(({ title }) => title !== null && (!isWhole || title === HISTORY_TITLE))
    : titled.filter(({ sheet }) => sheet.state === 'visible');
  const sheets = taken.flatMap(({ sheet, title }): GuessedSheet[] => {
    const guessed = guessSheet(sheet, file, register);
    if (!guessed) return [];
    if (about === null) return [guessed];
    const known = { ...guessed, movement: about.movement, year: title === RANKING_TITLE ? about.year : guessed.year };
    return [{ ...known, lacks: lacking(known) }];
  });
  // A table of ours without rows has nothing to show.
  return { own, sheets: own ? sheets.filter(({ lacks }) => !lacks.includes('name')) : sheets };
}

/** Reads the sheets; each record names its file as the source. */
export function recordsIn(book: Book, sheets: readonly GuessedSheet[], file: string): HistoryRead {
  const read = sheets.map((shown) => readHistory(book, shown, file));
  return {
    records: read.flatMap(({ records }) =>
      records.map((record) => (record.source === THIS_RUN ? { ...record, source: file } : record)),
    ),
    aside: read.flatMap(({ aside }) => aside),
  };
}

function ownTitle({ rows }: Sheet): string | null {
  for (const [row, cells] of rows) {
    if (row >= TITLE_ROWS) continue;
    const found = cells.find(({ value }) => typeof value === 'string' && OWN_TITLES.includes(value.normalize('NFC')));
    if (found) return String(found.value).normalize('NFC');
  }
  return null;
}

function holdsText({ rows }: Sheet, text: string): boolean {
  return [...rows.values()].some((cells) => cells.some(({ value }) => value === text));
}
