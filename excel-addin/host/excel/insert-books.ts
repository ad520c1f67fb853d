/**
 * Appends the visible sheets of other workbooks. Files are sent together up to the size limit. Where Excel refuses a
 * group, they are sent singly, and a file it cannot take is rebuilt from its cells: .xlsm by design (office-js#2506),
 * comments, slicers, charts and pivots on the web (#1565, #4518). A call is no transaction, so after a refusal the
 * workbook is examined: nothing is inserted twice or left behind without a record. The reader of .xlsx files is loaded
 * only here, so that the pane need not wait for it.
 */

import { done, type Refusal, type Result } from '../../../core/base/result.ts';
import type { Book } from '../../../core/sheet/grid/sheet.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { foldName, freeSheetName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { type HostCode, hostRefusal, refusalOfOffice } from '../../../session/host/errors.ts';
import type { BookFile, InsertedBook, InsertedSheet, UndoRecord } from '../../../session/host/port.ts';
import { applyExcel } from './apply.ts';
import { base64Of } from './base64-of.ts';
import { type Conversation, converse, MAX_BYTES } from './run.ts';
import type { SurveyedBook } from './survey.ts';
import { undoExcel } from './undo.ts';

/** The last known state of the workbook, and a way to note a newer state. */
export interface KnownBook {
  readonly known: () => SurveyedBook;
  readonly learn: (known: SurveyedBook) => void;
}

interface Insertion {
  readonly file: BookFile;
  readonly book: Book;
  readonly base64: string;
  /** Names of its visible sheets. */
  readonly sheets: readonly string[];
}

/** Refusals that another way of inserting cannot help. */
const HOPELESS: ReadonlySet<string> = new Set<HostCode>(['offline', 'editing', 'busy', 'protected', 'read-only']);

/** An answer for each file, in their order. */
export async function insertExcel(files: readonly BookFile[], seen: KnownBook): Promise<readonly InsertedBook[]> {
  const [reader, whole, panes] = await Promise.all([
    import('../../../core/sheet/workbook/xlsx/read-book.ts'),
    import('../../../session/host/whole-sheets.ts'),
    import('../../../core/sheet/workbook/xlsx/without-task-panes.ts'),
  ]).catch(() => []);
  if (!reader || !whole || !panes) return files.map(() => refused(hostRefusal('offline')));
  const answers = new Map<BookFile, InsertedBook>();
  const insertions = files.flatMap((file) => {
    const insertion = insertionOf(file, reader.readBook(file.bytes), panes.withoutTaskPanes);
    if (insertion.ok) return [insertion.value];
    answers.set(file, refused(insertion.refusal));
    return [];
  });
  const mine = new Set<string>();
  /** Set once nothing more can be done. */
  let stop: Refusal | null = null;

  const insert = async (group: readonly Insertion[]): Promise<Insertion[]> => {
    const { arrived, refusal } = await together(group, new Set([...seen.known().sheets.keys(), ...mine]));
    for (const [{ file }, sheets] of arrived) {
      for (const { id } of sheets) mine.add(id);
      answers.set(file, { kind: 'inserted', sheets, rebuilt: false });
    }
    if (refusal && HOPELESS.has(refusal.code)) stop = refusal;
    return group.filter((insertion) => !arrived.has(insertion));
  };
  const rebuild = async (insertion: Insertion): Promise<void> => {
    const answer = await rebuilt(whole.wholeSheets(insertion.file.bytes, insertion.book), seen);
    answers.set(insertion.file, answer);
    if (answer.kind === 'inserted') for (const { id } of answer.sheets) mine.add(id);
    else if (HOPELESS.has(answer.refusal.code)) stop = answer.refusal;
  };

  for (const group of groupsOf(insertions.filter(({ book }) => !book.macros))) {
    if (stop) break;
    const left = await insert(group);
    for (const insertion of left) {
      if (stop) break;
      const [still] = group.length === 1 ? [insertion] : await insert([insertion]);
      if (still && !stop) await rebuild(still);
    }
  }
  for (const insertion of insertions) if (insertion.book.macros && !stop) await rebuild(insertion);
  const wished = insertions.flatMap(({ file, sheets }) => {
    const answer = answers.get(file);
    return answer?.kind === 'inserted'
      ? answer.sheets.map(({ id, name }, index) => ({ id, name, wish: file.names?.get(sheets[index] ?? '') ?? name }))
      : [];
  });
  const names = await renamed(wished, [...seen.known().sheets.values()]);
  return files.map((file) => {
    const answer = answers.get(file) ?? refused(stop ?? hostRefusal('bad-value'));
    return answer.kind === 'refused'
      ? answer
      : { ...answer, sheets: answer.sheets.map((sheet) => ({ ...sheet, name: names.shift() ?? sheet.name })) };
  });
}

/** Once they are in: what fails here loses no sheet. The names they have then, in order; none = as they were. */
async function renamed(
  wished: readonly (InsertedSheet & { readonly wish: string })[],
  standing: readonly string[],
): Promise<string[]> {
  if (wished.every(({ name, wish }) => foldName(wish) === foldName(name))) return [];
  const taken = new Set([...standing, ...wished.map(({ name }) => name)].map(foldName));
  const came = await converse(async ({ context, sync }) => {
    const sheets = wished.map(({ id, name, wish }) => {
      const sheet = context.workbook.worksheets.getItem(id);
      if (foldName(wish) !== foldName(name)) {
        const free = freeSheetName(wish, taken);
        taken.add(foldName(free));
        sheet.name = free;
      }
      return sheet.load('name');
    });
    await sync();
    return done(sheets.map(({ name }) => name));
  });
  return came.ok ? came.value : [];
}

interface Came {
  readonly arrived: ReadonlyMap<Insertion, readonly InsertedSheet[]>;
  readonly refusal: Refusal | null;
}

/** Inserts the files with one call each, all at once. `before` = ids of the sheets that stood. */
async function together(group: readonly Insertion[], before: ReadonlySet<string>): Promise<Came> {
  const came = await converse<Came>(async (talk) => {
    try {
      return { ok: true, value: { arrived: await insertAll(talk, group), refusal: null } };
    } catch (error) {
      const refusal = refusalOfOffice(error);
      if (!refusal) throw error;
      // Without the names from before, our sheets cannot be distinguished from others.
      const arrived = before.size === 0 ? new Map() : await arrivedOf(talk, group, before);
      return { ok: true, value: { arrived, refusal } };
    }
  });
  return came.ok ? came.value : { arrived: new Map(), refusal: came.refusal };
}

async function insertAll(talk: Conversation, group: readonly Insertion[]): Promise<Came['arrived']> {
  const { workbook } = talk.context;
  const ids = group.map(({ base64, sheets }) =>
    workbook.insertWorksheetsFromBase64(base64, { positionType: 'End', sheetNamesToInsert: [...sheets] }),
  );
  await talk.sync();
  const sheets = ids.map(({ value }) => value.map((id) => workbook.worksheets.getItem(id).load('id,name')));
  await talk.sync();
  return new Map(
    group.map((file, index) => [file, (sheets[index] ?? []).map(({ id, name }) => ({ id, name }))] as const),
  );
}

/** The files of a refused group that arrived whole; sheets of files that did not are removed again. */
async function arrivedOf(
  talk: Conversation,
  group: readonly Insertion[],
  before: ReadonlySet<string>,
): Promise<Came['arrived']> {
  const arrived = new Map<Insertion, readonly InsertedSheet[]>();
  const { worksheets } = talk.context.workbook;
  worksheets.load('items/id,items/name');
  await talk.sync();
  const fresh = worksheets.items.filter(({ id }) => !before.has(id));
  let at = 0;
  for (const file of group) {
    const own: Excel.Worksheet[] = [];
    for (const name of file.sheets) {
      const next = fresh[at];
      if (!next || !isNamedAfter(next.name, name)) break;
      own.push(next);
      at += 1;
    }
    if (own.length < file.sheets.length) {
      for (const sheet of own) sheet.delete();
      if (own.length > 0) await talk.sync();
      break;
    }
    arrived.set(
      file,
      own.map(({ id, name }) => ({ id, name })),
    );
  }
  return arrived;
}

/** `Bản A (2)` is what Excel makes of a `Bản A` whose name was taken. */
function isNamedAfter(name: string, wanted: string): boolean {
  const plain = (text: string) => text.normalize('NFC');
  const bare = plain(name).replace(/ \(\d+\)$/, '');
  return plain(name) === plain(wanted) || (bare !== plain(name) && plain(wanted).startsWith(bare));
}

/** The sheets built from their cells: all of them, or none. */
async function rebuilt(sheets: readonly NewSheet[], seen: KnownBook): Promise<InsertedBook> {
  const actions = sheets.map((sheet) => ({ kind: 'add-sheet', sheet }) as const);
  const applied = await applyExcel('Nhận báo cáo', actions, seen.known(), seen.learn);
  if (!applied.ok) return refused(applied.refusal);
  const { undo, refused: notDone } = applied.value;
  const names = seen.known().sheets;
  const made = undo.addedSheets.map((id) => ({ id, name: names.get(id) ?? '' }));
  const [first] = notDone;
  if (!first && made.length === sheets.length) return { kind: 'inserted', sheets: made, rebuilt: true };
  await undoExcel(onlySheets(undo), seen.known().areas);
  return refused(first?.refusal ?? hostRefusal('unknown'));
}

function onlySheets({ label, at, addedSheets }: UndoRecord): UndoRecord {
  return { label, at, addedSheets, cells: [], marks: [], charts: [] };
}

function refused(refusal: Refusal): InsertedBook {
  return { kind: 'refused', refusal };
}

/** Only visible sheets; a file without any, or no workbook at all, is refused. */
/** `bare` = takes the task panes out of its bytes: on a Mac they would open beside ours. */
function insertionOf(file: BookFile, read: Result<Book>, bare: (bytes: Uint8Array) => Uint8Array): Result<Insertion> {
  if (!read.ok) return read;
  const book = read.value;
  const sheets = book.sheets.flatMap((sheet) => (sheet.state === 'visible' ? [sheet.name] : []));
  if (sheets.length === 0) return { ok: false, refusal: hostRefusal('bad-value') };
  return { ok: true, value: { file, book, base64: base64Of(bare(file.bytes)), sheets } };
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
