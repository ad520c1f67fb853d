/**
 * The preview's workbook, kept in this browser at every change, so that a closed tab or a dead browser loses nothing.
 * One workbook at a time; a store that is shut is simply not used.
 */

export interface KeptBook {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO instant of the last change. */
  readonly at: string;
}

const DATABASE = 'thi-dua-so.preview';
const STORE = 'book';
const KEY = 'last';

/** undefined = none, or the store is shut. */
export async function readKeptBook(): Promise<KeptBook | undefined> {
  const kept: unknown = await inStore('readonly', (store) => store.get(KEY)).catch(() => undefined);
  return isKept(kept) ? kept : undefined;
}

/** false = it could not be kept. */
export function keepBook(book: KeptBook): Promise<boolean> {
  return inStore('readwrite', (store) => store.put(book, KEY)).then(
    () => true,
    () => false,
  );
}

export function dropKeptBook(): Promise<boolean> {
  return inStore('readwrite', (store) => store.delete(KEY)).then(
    () => true,
    () => false,
  );
}

function isKept(value: unknown): value is KeptBook {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, at } = value as Partial<Record<keyof KeptBook, unknown>>;
  return typeof name === 'string' && bytes instanceof Uint8Array && typeof at === 'string';
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => fail(transaction.error);
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
