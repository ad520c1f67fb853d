/** Takes in the files the units sent: their sheets go into the workbook; a file that cannot be read or holds no report is refused by name. */
import { readReports } from '../../core/report/read.ts';
import { readBook } from '../../core/workbook/file.ts';
import type { Result } from '../../core/workbook/port.ts';
import type { Host, UndoRecord } from '../host/port.ts';
import { loadBook } from './load.ts';
import { joinUndo, perform } from './outcome.ts';
import { type ReceivedFile, readReceived, receivedActions } from './received-files.ts';
import { done, refuse } from './refusal.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Collected {
  readonly taken: readonly ReceivedFile[];
  /** Files left out, each with one Vietnamese sentence. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
  readonly undo: UndoRecord | null;
}

const LABEL = 'Nhận báo cáo';
/** Files inserted at a time: Excel takes 5 MB in one call. */
const BATCH_BYTES = 3 * 1024 * 1024;

/** `now` = ISO instant. */
export async function collect(
  host: Host,
  files: readonly NamedFile[],
  now: string,
  progress: (done: number) => void = () => undefined,
): Promise<Result<Collected>> {
  if (!host.capabilities.insertSheets)
    return refuse(
      'unsupported-version',
      'Phiên bản Excel này không chèn được trang tính từ tệp khác; hãy chép trang tính vào tệp này.',
    );
  const read = await host.read();
  if (!read.ok) return read;
  const loaded = await loadBook(read.value);
  if (!loaded.ok) return loaded;
  const { movement, register, period } = loaded.value;

  const refused: { file: string; reason: string }[] = [];
  const good: { file: NamedFile; macros: boolean; externalLinks: readonly string[] }[] = [];
  for (const file of files) {
    const book = readBook(file.bytes);
    if (!book.ok) refused.push({ file: file.name, reason: book.refusal.message });
    else if (readReports(book.value, { file: file.name, movement, register, period }).reports.length === 0)
      refused.push({ file: file.name, reason: `Tệp không có bảng báo cáo nào theo tiêu chí của "${movement.title}".` });
    else good.push({ file, macros: book.value.macros, externalLinks: book.value.externalLinks });
  }
  progress(0.3);
  if (good.length === 0) return done({ taken: [], refused, undo: null });

  const before = new Set(read.value.sheetIds.values());
  const sheetsOf = new Map<NamedFile, readonly string[]>();
  for (const batch of batches(good.map(({ file }) => file))) {
    const inserted = await host.insertBooks(batch);
    if (inserted.ok) for (const file of batch) sheetsOf.set(file, inserted.value.get(file.name) ?? []);
    else for (const file of batch) refused.push({ file: file.name, reason: inserted.refusal.message });
    progress(0.3 + (0.5 * sheetsOf.size) / good.length);
  }
  const after = await host.read();
  if (!after.ok) return after;
  const taken = good.flatMap(({ file, macros, externalLinks }): ReceivedFile[] => {
    const sheets = sheetsOf.get(file);
    return sheets ? [{ name: file.name, sheets, at: now, macros, externalLinks }] : [];
  });
  const noted = await perform(host, LABEL, receivedActions(after.value, [...readReceived(after.value), ...taken]));
  if (!noted.ok) return noted;
  progress(1);
  const addedSheets = [...after.value.sheetIds.values()].filter((id) => !before.has(id));
  const insertion: UndoRecord = { label: LABEL, at: now, cells: [], addedSheets, marks: [], charts: [] };
  return done({ taken, refused, undo: joinUndo(LABEL, [insertion, noted.value.undo]) });
}

/** In order, two files of one name never together: the host answers by name. */
function batches(files: readonly NamedFile[]): readonly (readonly NamedFile[])[] {
  const all: NamedFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const last = all.at(-1);
    if (!last || size + file.bytes.length > BATCH_BYTES || last.some(({ name }) => name === file.name)) {
      all.push([file]);
      size = file.bytes.length;
    } else {
      last.push(file);
      size += file.bytes.length;
    }
  }
  return all;
}
