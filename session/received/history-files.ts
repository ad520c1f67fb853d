/** Opens files with achievements of earlier years: books of ours, and workbooks of other systems. */
import { done, type Result } from '../../core/base/result.ts';
import type { Register } from '../../core/report/register.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';
import type { NamedFile } from '../host/files.ts';
import { type HistoryFile, historyFileOf } from './history-file.ts';

/** Opens a file and guesses which of its sheets and columns hold achievements. */
export function openHistoryFile({ name, bytes }: NamedFile, register: Register | null): Result<HistoryFile> {
  const read = readBook(bytes);
  return read.ok ? done(historyFileOf(name, read.value, register)) : read;
}
