/** Files as reports. Where the surface has a second worker, it reads some of many files while this one reads the others. */

import { type ReadFile, type ReadOptions, readReports } from '../../core/report/read.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';

export interface BookToRead {
  readonly name: string;
  readonly book: Book;
}

type SharedOptions = Omit<ReadOptions, 'file'>;

/** Null = these could not be read there. Whoever died never answers. */
export type ReadShare = (files: readonly BookToRead[]) => Promise<readonly ReadFile[] | null>;

/** Resolves when a second worker is there. */
type StartSecondReader = (options: SharedOptions) => Promise<ReadShare>;

let beside: StartSecondReader | null = null;

/** Once, where the program of a worker begins. */
export function readBeside(reader: StartSecondReader): void {
  beside = reader;
}

/** Fewer files are read before a second worker has begun. */
const MANY = 24;
/** Files that the second worker is sent at a time: about 50 ms of reading. */
const SHARE = 6;

/** Each file with what was read of it, in their order. */
export async function readReportFiles<F extends BookToRead>(
  files: readonly F[],
  options: SharedOptions,
  progress: (done: number) => void = () => undefined,
): Promise<readonly (readonly [F, ReadFile])[]> {
  const read = new Map<number, ReadFile>();
  let next = 0;
  let end = files.length;
  const keep = (at: number, file: ReadFile): void => {
    if (read.has(at)) return;
    read.set(at, file);
    progress(read.size / files.length);
  };
  const readHere = async (at: number): Promise<void> => {
    const file = files[at];
    if (file) keep(at, await readReportFile(file.book, { ...options, file: file.name }));
  };
  const readThere = async (readShare: ReadShare): Promise<void> => {
    while (next < end) {
      const share = files.slice(Math.max(next, end - SHARE), end);
      end -= share.length;
      const from = end;
      const answer = await readShare(share.map(({ name, book }) => ({ name, book })));
      if (answer === null) return;
      for (const [at, file] of answer.entries()) keep(from + at, file);
    }
  };
  // The officer's answers on columns are a function, which no message carries.
  const begun = files.length < MANY || options.answeredColumns !== undefined ? undefined : beside?.(options);
  // A file that cannot be sent to the worker is read here.
  void begun?.then(readThere).catch(() => undefined);
  while (next < end) {
    await readHere(next++);
    if (begun) await messagesHeard();
  }
  // Files that have not come back yet are read here too: nothing waits for a worker that died.
  for (let at = end; at < files.length; at++) {
    if (read.has(at)) continue;
    await readHere(at);
    await messagesHeard();
  }
  return files.flatMap((file, at) => {
    const found = read.get(at);
    return found ? [[file, found] as const] : [];
  });
}

/** Lets waiting messages in, as a timer does, but at once. */
function messagesHeard(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((heard) => {
    port1.onmessage = () => {
      port1.close();
      heard();
    };
    port2.postMessage(null);
  });
}

/** Reads a file as a report; where we know none of its headings, only the criteria, for the officer to look over. */
export async function readReportFile(book: Book, options: ReadOptions): Promise<ReadFile> {
  const read = readReports(book, options);
  if (read.reports.some(({ layout }) => !layout.isKept)) return read;
  const { withGuesses } = await import('../book/guessed-columns.ts');
  const guessed = withGuesses(book, options);
  if (guessed !== options.answeredColumns) return readReports(book, { ...options, answeredColumns: guessed });
  if (read.reports.length > 0) return read;
  const { unheadedTable: unheaded } = await import('../../core/report/read/unheaded-table.ts');
  return readReports(book, { ...options, unheaded });
}
