/** What a page of ours follows: the database (read only here) and the state of its window. */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';
import { readWindowState, type WindowState, windowKey } from '../settings/window-state.ts';
import { openStore, type Store } from '../store/db.ts';

const db = openStore();

/** undefined until the first answer. `query` must keep its identity; it is run again when what it read changes, also by the worker. What fails is thrown in rendering. */
export function useLive<T>(query: (db: Store) => Promise<T>): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    // Async itself: only then does Dexie follow the query over its own awaits.
    const subscription = liveQuery(async () => query(db)).subscribe({
      next: (found) => setValue(() => found),
      error: (error) =>
        setValue(() => {
          throw error;
        }),
    });
    return () => subscription.unsubscribe();
  }, [query]);
  return value;
}

/** undefined until known, null when nothing was pressed in this window. */
export function useWindowState(): WindowState | null | undefined {
  const [state, setState] = useState<WindowState | null>();
  useEffect(() => {
    let key: string | undefined;
    let over = false;
    const follow = async () => {
      const { id } = await chrome.windows.getCurrent();
      if (id === undefined) return;
      key = windowKey(id);
      const read = await readWindowState(id);
      if (!over) setState(read);
    };
    const changed = (changes: Readonly<Record<string, unknown>>) => {
      if (key === undefined || key in changes) void follow();
    };
    void follow();
    chrome.storage.session.onChanged.addListener(changed);
    return () => {
      over = true;
      chrome.storage.session.onChanged.removeListener(changed);
    };
  }, []);
  return state;
}
