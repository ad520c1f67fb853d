/** After a decision or an edit only the sheets that changed are read again, not hundreds of reports. */
import type { Movement } from '../../core/movement/movement.ts';
import { type ReadFile, type ReadOptions, readReports } from '../../core/report/read.ts';
import type { Book, CellLook, Sheet } from '../../core/sheet/grid/sheet.ts';
import type { FileReading, LastReadings } from '../host/last-readings.ts';
import { type BookToRead, readReportFiles } from './read-report-files.ts';

/** Reads files as reports; those whose sheets hold what they held at the last load are not read anew. */
export interface Rereader {
  /** The workbook's own sheets. */
  readonly book: (book: BookToRead) => ReadFile;
  /** Each file with what was read of it, in their order. */
  readonly files: <F extends BookToRead>(files: readonly F[]) => Promise<readonly (readonly [F, ReadFile])[]>;
  /** What the next load would read of a file that is put into the workbook. */
  readonly add: (file: BookToRead, read: ReadFile) => void;
}

/** `answers` = rows of the officer's answers on columns: `answeredColumns` itself is a function. */
export function rereader(last: LastReadings, shared: Omit<ReadOptions, 'file'>, answers: unknown): Rereader {
  const wanted = JSON.stringify([shared.register, shared.period, answers]) + textOf(shared.movement);
  const before = wanted === last.options ? last.byFile : undefined;
  const now = new Map<string, FileReading>();
  last.options = wanted;
  last.byFile = now;
  const keptFor = (file: BookToRead): ReadFile | undefined => {
    const kept = before?.get(keyOf(file));
    return kept && isSame(kept.contents, contentsOf(file.book)) ? kept.read : undefined;
  };
  const keep = (file: BookToRead, read: ReadFile): ReadFile => {
    now.set(keyOf(file), { contents: contentsOf(file.book), read });
    return read;
  };
  return {
    book: (file) => keep(file, keptFor(file) ?? readReports(file.book, { ...shared, file: file.name })),
    files: async (files) => {
      const found = new Map(files.map((file) => [file, keptFor(file)] as const));
      const unread = files.filter((file) => found.get(file) === undefined);
      for (const [file, read] of await readReportFiles(unread, shared)) found.set(file, read);
      return [...found].flatMap(([file, read]) => (read ? [[file, keep(file, read)] as const] : []));
    },
    add: keep,
  };
}

/** Two files of one name came in at different times, each with sheets of its own. */
function keyOf({ name, book }: BookToRead): string {
  return JSON.stringify([name, ...book.sheets.map((sheet) => sheet.name)]);
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((text, at) => text === now[at]);
}

const texts = new WeakMap<Movement, string>();

function textOf(movement: Movement): string {
  const text = texts.get(movement) ?? JSON.stringify(movement);
  texts.set(movement, text);
  return text;
}

const contents = new WeakMap<Sheet, string>();

/** Of the book what reading it takes in, then of each sheet. */
function contentsOf({ sheets, styles, date1904, macros, externalLinks }: Book): readonly string[] {
  return [JSON.stringify([date1904, macros, externalLinks]), ...sheets.map((sheet) => contentOf(sheet, styles))];
}

/** All that a reader takes of a sheet. A host that gives the same sheet again gives the same formats with it. */
function contentOf(sheet: Sheet, styles: readonly CellLook[]): string {
  const known = contents.get(sheet);
  if (known !== undefined) return known;
  const { rows, hiddenRows, hiddenColumns, seen = [], notes = [], ...rest } = sheet;
  const cells = [...rows.values()].flatMap((row) =>
    row.map(({ row: at, column, value, formula, style }) => [at, column, value, formula, lookOf(styles, style ?? 0)]),
  );
  const text = JSON.stringify([rest, [...hiddenRows], [...hiddenColumns], [...seen], [...notes], cells]);
  contents.set(sheet, text);
  return text;
}

const looks = new WeakMap<CellLook, string>();

function lookOf(styles: readonly CellLook[], at: number): string | null {
  const look = styles[at];
  if (look === undefined) return null;
  const text = looks.get(look) ?? JSON.stringify(look);
  looks.set(look, text);
  return text;
}
