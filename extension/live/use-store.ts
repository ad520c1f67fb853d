/** The database as pages of ours follow it. Captures are written by the worker; here they are read. */
import { liveQuery } from 'dexie';
import { useCallback, useEffect, useState } from 'react';
import { openStore, type Store } from '../store/db.ts';

const db = openStore();

/** The one open database of this page. */
export function useStore(): Store {
  return db;
}

/** Throws what failed outside of rendering in it: the page says so. */
export function useFail(): (error: unknown) => void {
  const [, setState] = useState<null>(null);
  return useCallback(
    (error) =>
      setState(() => {
        throw error;
      }),
    [],
  );
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * undefined until the first answer, and again from a change of `deps` until the next, so that figures are never shown
 * under another name. The query runs again when its data changes, also by the worker. A failure is thrown while
 * rendering, so that the page shows it.
 */
export function useLive<T>(query: (db: Store) => Promise<T>, deps: readonly unknown[] = []): T | undefined {
  const [wanted, setAsked] = useState({ query, deps });
  const [held, setHeld] = useState<{ readonly wanted: typeof wanted; readonly answer: Answer<T> }>();
  const isNew = wanted.deps.length !== deps.length || wanted.deps.some((dep, at) => !Object.is(dep, deps[at]));
  if (isNew) setAsked({ query, deps });
  useEffect(() => {
    // Async itself: only then does Dexie follow the query over its own awaits.
    const subscription = liveQuery(async () => wanted.query(db)).subscribe({
      next: (value) => setHeld({ wanted, answer: { ok: true, value } }),
      error: (error) => setHeld({ wanted, answer: { ok: false, error } }),
    });
    return () => subscription.unsubscribe();
  }, [wanted]);
  if (isNew || held?.wanted !== wanted) return undefined;
  if (!held.answer.ok) throw held.answer.error;
  return held.answer.value;
}
