/**
 * A store of this browser for work that must outlive the page, an item for each key. The reader checks what it finds; a
 * blocked store is simply not used.
 */
import { inDatabase } from './in-database.ts';

const STORE = 'book';
const DATABASE = { name: 'thi-dua-so.preview', stores: [STORE] };

/** undefined = nothing is stored, or the store is blocked. */
export function readStored(key: string): Promise<unknown> {
  return inStore('readonly', (store) => store.get(key)).catch(() => undefined);
}

/** false = it could not be stored. */
export function keep(key: string, value: unknown): Promise<boolean> {
  return inStore('readwrite', (store) => store.put(value, key)).then(
    () => true,
    () => false,
  );
}

/** Saves all values or none; undefined deletes the value of that name. false = saving failed. */
export function keepAll(changes: Readonly<Record<string, unknown>>): Promise<boolean> {
  const change = (store: IDBObjectStore) =>
    Object.entries(changes)
      .map(([key, value]): IDBRequest => (value === undefined ? store.delete(key) : store.put(value, key)))
      .at(-1) ?? store.count();
  return inStore('readwrite', change).then(
    () => true,
    () => false,
  );
}

export function dropStored(key: string): Promise<boolean> {
  return inStore('readwrite', (store) => store.delete(key)).then(
    () => true,
    () => false,
  );
}

function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return inDatabase(DATABASE, mode, (store) => ask(store(STORE)));
}
