/**
 * Which sheets of a workbook tell achievements, and how they are read: of a book of ours the sheets we made for it, of
 * any other workbook every sheet with a table, as far as its headings and figures tell.
 */
import type { Register } from '../../report/register.ts';
import type { Book, Sheet } from '../../sheet/grid/sheet.ts';
import { LEDGER_TITLE } from '../award-sheets.ts';
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
  /** Name of the file: it may tell the year. */
  readonly file: string;
  readonly register: Register | null;
  /** What a working book of ours is about, by its settings; null = no such book. */
  readonly about: { readonly movement: string; readonly year: number | null } | null;
}

const RANKING_TITLE = 'KẾT QUẢ XẾP HẠNG';
const OWN_TITLES = [HISTORY_TITLE, LEDGER_TITLE, RANKING_TITLE];
/** Rows above the title of a sheet of ours. */
const TITLE_ROWS = 8;

export function guessBook(book: Book, { file, register, about }: GuessSetting): GuessedBook {
  const titled = book.sheets.map((sheet) => ({ sheet, title: ownTitle(sheet) }));
  const own = titled.some(({ title }) => title !== null);
  // The record of a council's book holds its own run, settled results only: its ranking would say it again.
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

/** The same as any reading, each record with the file it came from. */
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
