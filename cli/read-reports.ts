/**
 * Reads the reports in files one by one. Only what the checks need is kept of each, never its bytes or its book, so memory does not
 * grow with the size of the files. A file that cannot be read is listed and the others go on.
 */

import type { Book } from '../core/grid/sheet.ts';
import type { Period } from '../core/indicator/period.ts';
import type { Movement } from '../core/movement/movement.ts';
import { type ReadFile, readReports } from '../core/report/read.ts';
import type { Register } from '../core/report/register.ts';
import type { Result } from '../core/workbook/port.ts';
import { type CopyPlace, copyPlaces } from '../core/workbook/scored-copy.ts';
import { readFileBook } from './read-file.ts';
import type { Progress } from './terminal/progress.ts';
import { textPool } from './text-pool.ts';
import type { InputFile } from './walk.ts';

export interface FileRead {
  readonly input: InputFile;
  readonly read: ReadFile;
  /** For each report of the file: where a scored copy writes. */
  readonly places: readonly (readonly CopyPlace[])[];
}

export interface Unreadable {
  readonly file: string;
  /** One Vietnamese sentence. */
  readonly reason: string;
}

export interface ReadOptions {
  readonly movement: Movement;
  readonly register: Register | null;
  readonly period: Period | null;
}

/** All files in order. */
export async function readAll(
  inputs: readonly InputFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<{ readonly files: FileRead[]; readonly unreadable: Unreadable[] }> {
  const files: FileRead[] = [];
  const unreadable: Unreadable[] = [];
  const pooled = textPool();
  for (const input of inputs) {
    const read = await withBook(input, (book): FileRead => {
      const found = pooled(readReports(book, { file: input.name, ...options }));
      return { input, read: found, places: found.reports.map((report) => copyPlaces(book, report)) };
    });
    if (read.ok) files.push(read.value);
    else unreadable.push({ file: input.name, reason: read.refusal.message });
    progress.step(input.name);
  }
  progress.end();
  return { files, unreadable };
}

/** Reads a file's book and uses it; a crash in either is this file's refusal, not the end of the run. */
export async function withBook<T>(input: InputFile, use: (book: Book) => T): Promise<Result<T>> {
  try {
    const book = await readFileBook(input.path);
    return book.ok ? { ok: true, value: use(book.value) } : book;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, refusal: { code: 'crash', message: `Chương trình gặp lỗi khi đọc tệp này (${detail}).` } };
  }
}
