/**
 * Appends the visible sheets of other workbooks (insertWorksheetsFromBase64). Files go together up to the size limit; when a group
 * fails, those before it stay and are answered: a file that is not in the answer was not inserted. The reader of .xlsx files is fetched
 * only here, so that the pane need not wait for it.
 */

import type { Book } from '../../../core/grid/sheet.ts';
import type { Result } from '../../../core/workbook/port.ts';
import { hostRefusal, refusalOfOffice } from '../errors.ts';
import { type Conversation, converse, MAX_BYTES } from './run.ts';

export interface BookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Insertion {
  readonly file: string;
  readonly base64: string;
  readonly sheets: string[];
}

export function insertExcel(files: readonly BookFile[]): Promise<Result<ReadonlyMap<string, readonly string[]>>> {
  return converse(async (talk) => {
    const reader = await import('../../../core/workbook/xlsx/read-book.ts').catch(() => null);
    if (!reader) return { ok: false, refusal: hostRefusal('offline') };
    const inserted = new Map<string, readonly string[]>();
    for (const group of groupsOf(files.flatMap((file) => insertionOf(file, reader.readBook(file.bytes))))) {
      try {
        for (const [file, names] of await insert(talk, group)) inserted.set(file, names);
      } catch (error) {
        const refusal = refusalOfOffice(error);
        if (!refusal) throw error;
        if (inserted.size === 0) return { ok: false, refusal };
        return { ok: true, value: inserted };
      }
    }
    if (inserted.size === 0 && files.length > 0) return { ok: false, refusal: hostRefusal('bad-value') };
    return { ok: true, value: inserted };
  });
}

async function insert(talk: Conversation, group: readonly Insertion[]): Promise<[string, string[]][]> {
  const { workbook } = talk.context;
  const ids = group.map(({ base64, sheets }) =>
    workbook.insertWorksheetsFromBase64(base64, { positionType: 'End', sheetNamesToInsert: sheets }),
  );
  await talk.sync();
  const sheets = ids.map(({ value }) => value.map((id) => workbook.worksheets.getItem(id).load('name')));
  await talk.sync();
  return group.map(({ file }, index) => [file, (sheets[index] ?? []).map(({ name }) => name)]);
}

/** Only visible sheets; a file without any, or no workbook at all, is left out. */
function insertionOf({ name, bytes }: BookFile, book: Result<Book>): Insertion[] {
  if (!book.ok) return [];
  const sheets = book.value.sheets.flatMap((sheet) => (sheet.state === 'visible' ? [sheet.name] : []));
  return sheets.length === 0 ? [] : [{ file: name, base64: base64Of(bytes), sheets }];
}

function groupsOf(files: readonly Insertion[]): Insertion[][] {
  const groups: Insertion[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    if (bytes + file.base64.length > MAX_BYTES) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(file);
    bytes += file.base64.length;
  }
  return groups;
}

/** `btoa` takes one character a byte; the pieces keep the argument list short. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}
