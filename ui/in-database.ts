/** Runs requests on this browser's IndexedDB in one transaction over its stores. */

interface Database {
  readonly name: string;
  readonly stores: readonly string[];
}

/**
 * Resolves once the change is stored, not when the request was made; rejects where the browser stores nothing. `store`
 * returns a store of the database by its name.
 */
export async function inDatabase<T>(
  database: Database,
  mode: IDBTransactionMode,
  ask: (store: (name: string) => IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const open = await opened(database);
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = open.transaction(database.stores, mode);
      const request = ask((name) => transaction.objectStore(name));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = () => fail(transaction.error);
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    open.close();
  }
}

function opened({ name, stores }: Database): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
