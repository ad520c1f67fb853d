/** The list of captures as React follows it. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLive, useStore } from '../../live/use-store.ts';
import { captureEntries, captureRows } from './captures-query.ts';
import { type RowCache, rowCache } from './row-cache.ts';

/** `entries` is undefined until known. */
export function useCaptureRows() {
  const db = useStore();
  const [cache] = useState<RowCache>(() => rowCache((ids) => captureRows(db, ids)));
  const entries = useLive(captureEntries, []);
  const rows = useSyncExternalStore(cache.subscribe, cache.rows);
  useEffect(() => {
    if (entries) cache.follow(entries);
  }, [cache, entries]);
  return { entries, rows, want: cache.want };
}
