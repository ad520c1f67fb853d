/**
 * The books last used, kept in this browser, newest first: by the way to their file where the browser has one, else as
 * a copy of what was never put into a file. What comes out of the store is checked.
 */
import { keepAll, readKept } from '../ui/kept-store.ts';
import { KEPT_BOOK, type KeptBook, readKeptBook } from '../ui/pane/kept-book.ts';
import { markKept } from './kept-mark.ts';

export interface RecentBook {
  readonly id: string;
  readonly name: string;
  /** ISO instant of the last use. */
  readonly at: string;
  /** null = a copy lies in the browser. */
  readonly handle: FileSystemFileHandle | null;
}

type Reopened =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  /** The file, or the copy, is no more. */
  | { readonly kind: 'gone' }
  /** The officer or the system does not let it be read. */
  | { readonly kind: 'not-allowed' };

/** Browsers that have handles ask for leave again after a day. */
type AskingHandle = FileSystemFileHandle & {
  readonly queryPermission?: (wanted: { readonly mode: 'read' }) => Promise<PermissionState>;
  readonly requestPermission?: (wanted: { readonly mode: 'read' }) => Promise<PermissionState>;
};

const LIST = 'recent';
const copyKey = (id: string) => `copy:${id}`;
export const MOST_RECENT = 6;

export async function readRecentBooks(): Promise<readonly RecentBook[]> {
  const kept = await readKept(LIST);
  return Array.isArray(kept) ? kept.filter(isRecent) : [];
}

/** A file that was opened or written stands first. */
export async function rememberFile(handle: FileSystemFileHandle): Promise<void> {
  const list = await readRecentBooks();
  const same = await Promise.all(list.map((one) => one.handle?.isSameEntry(handle).catch(() => false) ?? false));
  const book = { id: crypto.randomUUID(), name: handle.name, at: new Date().toISOString(), handle };
  const others = list.filter((_, at) => !same[at]);
  await keepAll(listed([book, ...others], list));
}

/**
 * Keeps the book as the one under way. What another book left there, and lies in no file, becomes a copy in the list:
 * both or neither. false = it could not be kept.
 */
export async function keepInPlace(book: KeptBook): Promise<boolean> {
  const isKept = await keepBook(book);
  // What lies in a file of the officer's is no loss.
  if (isKept) markKept(book.inFile ? null : book);
  return isKept;
}

async function keepBook(book: KeptBook): Promise<boolean> {
  const before = await readKeptBook();
  const list = await readRecentBooks();
  const isOther = before !== undefined && before.id !== book.id;
  const known = list.filter(({ id }) => id !== book.id);
  if (!isOther || before.inFile) {
    const isListed = known.length < list.length;
    return keepAll({ [KEPT_BOOK]: book, ...(isListed ? listed(known, list) : {}) });
  }
  const copy = { id: before.id, name: before.name, at: before.at, handle: null };
  const after = [copy, ...known.filter(({ id }) => id !== before.id)];
  return keepAll({ [KEPT_BOOK]: book, ...listed(after, list), [copyKey(before.id)]: before.bytes });
}

export async function forgetBook(id: string): Promise<void> {
  const list = await readRecentBooks();
  await keepAll(
    listed(
      list.filter((one) => one.id !== id),
      list,
    ),
  );
}

/** Called from a press: the browser may ask the officer. */
export async function reopen({ id, handle }: RecentBook): Promise<Reopened> {
  if (handle === null) {
    const bytes = await readKept(copyKey(id));
    return bytes instanceof Uint8Array ? { kind: 'read', bytes } : { kind: 'gone' };
  }
  try {
    const asking: AskingHandle = handle;
    if ((await asking.queryPermission?.({ mode: 'read' })) === 'prompt')
      await asking.requestPermission?.({ mode: 'read' });
    return { kind: 'read', bytes: new Uint8Array(await (await handle.getFile()).arrayBuffer()) };
  } catch (fault) {
    return { kind: fault instanceof DOMException && fault.name === 'NotFoundError' ? 'gone' : 'not-allowed' };
  }
}

/** What the store takes: the list of at most so many, and the copies that leave it. */
function listed(after: readonly RecentBook[], before: readonly RecentBook[]): Record<string, unknown> {
  const shown = after.slice(0, MOST_RECENT);
  const left = [...before, ...after].filter(({ id, handle }) => handle === null && shown.every((one) => one.id !== id));
  return { ...Object.fromEntries(left.map(({ id }) => [copyKey(id), undefined])), [LIST]: shown };
}

function isRecent(value: unknown): value is RecentBook {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, at, handle } = value as Partial<Record<keyof RecentBook, unknown>>;
  const isHandle = typeof FileSystemFileHandle !== 'undefined' && handle instanceof FileSystemFileHandle;
  return typeof id === 'string' && typeof name === 'string' && typeof at === 'string' && (handle === null || isHandle);
}
