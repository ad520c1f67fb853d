/**
 * The rows of the list, read page by page: what is in view first, then the rest in the background, newest first, so
 * that searching finds all of it. A row is read again when its capture has been decided on. Knows nothing of React.
 */
import type { CaptureEntry, CaptureRow } from './captures-query.ts';

/** Rows at a time. */
const PAGE = 200;

export interface RowCache {
  /** A new map whenever it has grown. */
  readonly rows: () => ReadonlyMap<string, CaptureRow>;
  /** The captures there are now; reading begins. */
  readonly follow: (entries: readonly CaptureEntry[]) => void;
  /** Read these next. */
  readonly want: (entries: readonly CaptureEntry[]) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

export function rowCache(read: (ids: readonly string[]) => Promise<readonly CaptureRow[]>): RowCache {
  let rows: ReadonlyMap<string, CaptureRow> = new Map();
  let entries: readonly CaptureEntry[] = [];
  let wanted: readonly CaptureEntry[] = [];
  /** All before it were read. */
  let next = 0;
  let isReading = false;
  const listeners = new Set<() => void>();
  /** Requested but gone from the database: not requested again. */
  const gone = new Set<string>();
  const isMissing = ({ id, state }: CaptureEntry) => rows.get(id)?.state !== state && !gone.has(id);

  const nextPage = (): readonly CaptureEntry[] => {
    const inView = wanted.filter(isMissing);
    wanted = [];
    if (inView.length > 0) return inView.slice(0, PAGE);
    const page: CaptureEntry[] = [];
    for (; next < entries.length && page.length < PAGE; next++) {
      const entry = entries[next];
      if (entry && isMissing(entry)) page.push(entry);
    }
    return page;
  };

  const fill = async () => {
    if (isReading) return;
    isReading = true;
    try {
      for (let page = nextPage(); page.length > 0; page = nextPage()) {
        const found = new Map((await read(page.map(({ id }) => id))).map((row) => [row.id, row]));
        for (const { id, state } of page) if (found.get(id)?.state !== state) gone.add(id);
        rows = new Map([...rows, ...found]);
        for (const changed of listeners) changed();
      }
    } finally {
      isReading = false;
    }
  };

  return {
    rows: () => rows,
    follow: (now) => {
      entries = now;
      next = 0;
      gone.clear();
      void fill();
    },
    want: (now) => {
      wanted = now;
      void fill();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
