/**
 * Achievements of earlier years, from books of ours and workbooks of other systems, into the sheet "Thành tích các năm".
 * Of a foreign table the officer sees which column is which before it is taken in.
 */
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { YearRecord } from '../../core/judge/history/year-record.ts';
import type { Register } from '../../core/report/register.ts';
import { recordsIn } from '../../core/sheets/history/guess-book.ts';
import { type GuessedSheet, lacking } from '../../core/sheets/history/history-columns.ts';
import { historyCells } from '../../core/sheets/history/history-table.ts';
import { addRows } from '../book/add-rows.ts';
import { HISTORY_TABLE, historyIn } from '../book/history.ts';
import type { NamedFile } from '../host/files.ts';
import type { Outcome } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { type LoadedBook, load } from '../run/load.ts';
import { type HistoryFile, historyFileOf, lacksText } from './history-file.ts';
import { readSent } from './sent-file.ts';

interface Unused {
  readonly file: string;
  /** A Vietnamese sentence. */
  readonly reason: string;
}

export interface HistoryFilesSeen {
  /** Files with a table of achievements; of a book of ours nothing has to be shown. */
  readonly files: readonly { readonly name: string; readonly own: boolean; readonly sheets: readonly GuessedSheet[] }[];
  readonly unused: readonly Unused[];
}

/** The tables of the files with the columns as they are understood; changes nothing. */
export async function seeHistory(host: Host, files: readonly NamedFile[]): Promise<Result<HistoryFilesSeen>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { opened, unused } = await openAll(files, loaded.value.register);
  return done({ files: opened.map(({ name, own, sheets }) => ({ name, own, sheets })), unused });
}

/** The officer's columns for the sheets of a foreign file; a sheet left out of the list is not taken in. */
export interface ShownFile {
  readonly name: string;
  readonly sheets: readonly GuessedSheet[];
}

interface HistoryTaken extends Outcome {
  readonly added: number;
  /** Records that stood in the sheet already. */
  readonly known: number;
  readonly unused: readonly Unused[];
}

/** Refused when nothing of the files can be used. Rows that stand are never written again: they hold the answers. */
export async function takeHistory(
  host: Host,
  files: readonly NamedFile[],
  shown: readonly ShownFile[],
): Promise<Result<HistoryTaken>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { opened, unused } = await openAll(files, loaded.value.register);
  const read = opened.map((file) => {
    const sheets = file.own ? file.sheets : (shown.find(({ name }) => name === file.name)?.sheets ?? file.sheets);
    const whole = sheets.map((sheet) => ({ ...sheet, lacks: lacking(sheet) }));
    const { records, aside } = recordsIn(
      file.book,
      whole.filter(({ lacks }) => lacks.length === 0),
      file.name,
    );
    return { records, aside: [...aside, ...whole.flatMap((sheet) => lacksText(file.name, sheet) ?? [])] };
  });
  const left = [...unused, ...read.flatMap(({ aside }) => aside.map((reason) => ({ file: '', reason })))];
  const records = read.flatMap((file) => file.records);
  if (records.length === 0)
    return refuse('no-history', left.map(unusedText).join(' ') || 'Các tệp không có thành tích nào.');
  const standing = new Set(historyIn(loaded.value.book).records.map(recordKey));
  const fresh = [...new Map(records.map((record) => [recordKey(record), record])).values()].filter(
    (record) => !standing.has(recordKey(record)),
  );
  const known = records.length - fresh.length;
  if (fresh.length === 0) return done({ added: 0, known, unused: left, actions: 0, undo: null, refused: [] });
  const written = await addRows(host, HISTORY_TABLE, NOTE, fresh.map(historyCells));
  return written.ok ? done({ ...written.value, added: fresh.length, known, unused: left }) : written;
}

const NOTE =
  'Cột “Nay là”: tên hiện nay của đơn vị đã đổi tên, đã nhập, hoặc Không. Cột “Không tính”: đánh x dòng không dùng.';

function unusedText({ file, reason }: Unused): string {
  return file === '' ? reason : `${file}: ${reason}`;
}

/** Key of a source's record, without the officer's answers. */
function recordKey({ now: _now, left: _left, ...facts }: YearRecord): string {
  return JSON.stringify(Object.entries(facts).sort(([x], [y]) => (x < y ? -1 : 1)));
}

async function openAll(
  files: readonly NamedFile[],
  register: LoadedBook['register'],
): Promise<{ readonly opened: readonly HistoryFile[]; readonly unused: readonly Unused[] }> {
  const opened: HistoryFile[] = [];
  const unused: Unused[] = [];
  for (const file of files) {
    const read = await openOne(file, register);
    if (read.ok) opened.push(read.value);
    else unused.push({ file: file.name, reason: read.refusal.message });
  }
  return { opened, unused };
}

async function openOne(file: NamedFile, register: Register | null): Promise<Result<HistoryFile>> {
  const sent = await readSent(file);
  if (!sent.ok) return sent;
  const opened = historyFileOf(file.name, sent.value.book, register);
  return opened.sheets.length > 0 ? done(opened) : refuse('no-history', 'Không có bảng thành tích nào.');
}
