/**
 * The books last used in this browser, newest first: by a handle to their file where the browser has one, else as a
 * copy of a book that was never saved to a file. A page opened from a disk shares the store with every other such page:
 * so a book saved in a file leaves no copy there, and changes that could not be written to the file are encrypted with
 * the file's key. Everything read from the store is checked.
 */
import { isSameBytes } from '../core/sheet/workbook/same-bytes.ts';
import { keepAll, readStored } from '../ui/browser-store.ts';
import { readStoredBook, STORED_BOOK, type StoredBook } from '../ui/pane/stored-book.ts';
import { markCopies, markStored } from './book-mark.ts';
import { allowed, type FileMode } from './chosen-file.ts';

export interface RecentBook {
  readonly id: string;
  readonly name: string;
  /** ISO instant of the last use. */
  readonly at: string;
  /** null = a copy lies in the browser. */
  readonly handle: FileSystemFileHandle | null;
  /** A copy lies in the browser, closed with the key of the file: it is newer than the file. */
  readonly isSealed: boolean;
}

/** A book with all its bytes, as the page has it open. */
export interface OpenBook extends Pick<StoredBook, 'id' | 'name' | 'at' | 'inFile' | 'handle'> {
  readonly bytes: Uint8Array;
  /** That lies in the file of the handle; null = none does. */
  readonly key: string | null;
}

/** A book as it stood last. */
export interface Whole {
  readonly kind: 'read';
  readonly bytes: Uint8Array;
  /** Changes made after the last write into the file cannot be read. */
  readonly isPartLost: boolean;
  /** As the browser has it, where the file was changed elsewhere since; null = it was not. */
  readonly copy: Uint8Array | null;
  /** Key of the encrypted copies, from the file; null = the file has none, or it was not read. */
  readonly key: string | null;
}

type Reopened =
  | Whole
  /** The file, or the copy, is no more. */
  | { readonly kind: 'gone' }
  /** The officer or the system does not let it be read. */
  | { readonly kind: 'not-allowed' };

/** Any page opened from the disk reads this page's store. */
export const isStoreShared = () => location.protocol === 'file:';

const LIST = 'recent';
const copyKey = (id: string) => `copy:${id}`;
export const MOST_RECENT = 6;

export async function readRecentBooks(): Promise<readonly RecentBook[]> {
  const stored = await readStored(LIST);
  return Array.isArray(stored) ? stored.flatMap(recentOf) : [];
}

/** A file that was opened or written stands first. */
export async function rememberFile(handle: FileSystemFileHandle): Promise<void> {
  const list = await readRecentBooks();
  const isSame = async (recentBook: RecentBook) =>
    !recentBook.isSealed && (await recentBook.handle?.isSameEntry(handle)) === true;
  const same = await Promise.all(list.map((recentBook) => isSame(recentBook).catch(() => false)));
  const book = { id: crypto.randomUUID(), name: handle.name, at: new Date().toISOString(), handle, isSealed: false };
  const others = list.filter((_, at) => !same[at]);
  await keepList(listed([book, ...others], list));
}

/**
 * Stores the book as the current book. Another book left there, if it is in no file, becomes a copy in the list: both
 * or neither. false = it could not be stored.
 */
export function keepInPlace(book: OpenBook): Promise<boolean> {
  // In order, so that the last call wins.
  keeping = keeping.then(async () => {
    const isKept = await keepBook(await storedBook(book)).catch(() => false);
    if (isKept) markStored({ name: book.name, at: book.at, file: (book.inFile && book.handle?.name) || null });
    return isKept;
  });
  return keeping;
}

let keeping: Promise<boolean> = Promise.resolve(true);

/** The part of the book that goes into the store. */
async function storedBook({ key, ...book }: OpenBook): Promise<StoredBook> {
  if (!isStoreShared() || book.handle === undefined) return { ...book, isSealed: false };
  if (book.inFile) return { ...book, bytes: null, isSealed: false };
  if (key === null) return { ...book, isSealed: false };
  return { ...book, bytes: await (await sealedCopy()).seal(book.bytes, key), isSealed: true };
}

async function keepBook(book: StoredBook): Promise<boolean> {
  const before = await readStoredBook();
  const list = await readRecentBooks();
  const isOther = before !== undefined && before.id !== book.id;
  const known = list.filter(({ id }) => id !== book.id);
  if (!isOther || before.inFile) {
    const isListed = known.length < list.length;
    return keepList({ [STORED_BOOK]: book, ...(isListed ? listed(known, list) : {}) });
  }
  const { id, name, at, isSealed, handle } = before;
  const copy = { id, name, at, isSealed, handle: (isSealed && handle) || null };
  const after = [copy, ...known.filter((recentBook) => recentBook.id !== id)];
  return keepList({ [STORED_BOOK]: book, ...listed(after, list), [copyKey(id)]: before.bytes });
}

export async function forgetBook(id: string): Promise<void> {
  const list = await readRecentBooks();
  await keepList(
    listed(
      list.filter((recentBook) => recentBook.id !== id),
      list,
    ),
  );
}

/** Called from a press: the browser may ask the officer. */
export async function reopen({ id, handle, isSealed }: RecentBook): Promise<Reopened> {
  const copy = handle === null || isSealed ? await readStored(copyKey(id)) : null;
  const bytes = copy instanceof Uint8Array ? copy : null;
  return wholeOf({ bytes, isSealed, inFile: handle !== null && !isSealed, handle: handle ?? undefined }, 'read');
}

/** The book as it stood last. Called from a press. */
export async function wholeOf(
  { bytes, isSealed, inFile, handle }: Pick<StoredBook, 'bytes' | 'isSealed' | 'inFile' | 'handle'>,
  mode: FileMode,
): Promise<Reopened> {
  const copy = isSealed ? null : bytes;
  const asKept: Reopened = copy ? { kind: 'read', bytes: copy, ...NOTHING_LOST } : { kind: 'gone' };
  if (handle === undefined || (copy && !inFile)) return asKept;
  const file = await readFile(handle, mode);
  if (file.kind !== 'read') return copy ? asKept : file;
  if (!isStoreShared()) return { ...file, copy: copy && !isSameBytes(copy, file.bytes) ? copy : null };
  const { keyIn, unseal } = await sealedCopy();
  const key = keyIn(file.bytes);
  if (!isSealed) return { ...file, key };
  const whole = bytes && key && (await unseal(bytes, key));
  return whole ? { ...file, key, bytes: whole } : { ...file, key, isPartLost: true };
}

const NOTHING_LOST = { isPartLost: false, copy: null, key: null };

async function readFile(handle: FileSystemFileHandle, mode: FileMode): Promise<Reopened> {
  try {
    await allowed(handle, mode, true);
    return { kind: 'read', bytes: new Uint8Array(await (await handle.getFile()).arrayBuffer()), ...NOTHING_LOST };
  } catch (fault) {
    return { kind: fault instanceof DOMException && fault.name === 'NotFoundError' ? 'gone' : 'not-allowed' };
  }
}

/** Fetched where it is needed alone. */
const sealedCopy = () => import('./sealed-copy.ts');

/** Stores the changes; the copies of the list are noted in the second store, so that one that is gone is noticed. */
async function keepList(changes: Readonly<Record<string, unknown>>): Promise<boolean> {
  const isKept = await keepAll(changes);
  const list = changes[LIST];
  if (isKept && Array.isArray(list)) markCopies((list as RecentBook[]).filter(isCopy).map(({ name }) => name));
  return isKept;
}

/** True where the browser holds changes that no file holds. */
export const isCopy = ({ handle, isSealed }: RecentBook) => handle === null || isSealed;

/** What the store takes: the list of at most so many, and the copies that leave it. */
function listed(after: readonly RecentBook[], before: readonly RecentBook[]): Record<string, unknown> {
  const shown = after.slice(0, MOST_RECENT);
  const left = [...before, ...after].filter(
    (recentBook) => isCopy(recentBook) && shown.every(({ id }) => id !== recentBook.id),
  );
  return { ...Object.fromEntries(left.map(({ id }) => [copyKey(id), undefined])), [LIST]: shown };
}

function recentOf(value: unknown): RecentBook[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, name, at, handle, isSealed } = value as Partial<Record<keyof RecentBook, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof at !== 'string') return [];
  const isHandle = typeof FileSystemFileHandle !== 'undefined' && handle instanceof FileSystemFileHandle;
  if (isHandle) return [{ id, name, at, handle, isSealed: isSealed === true }];
  return handle === null ? [{ id, name, at, handle, isSealed: false }] : [];
}
