/**
 * A note in a second store that this browser stores a book: a page opened from a disk shares both stores with every
 * other such page, and any of them can clear the book. When it is gone at the next start, the page warns the officer.
 */
export interface BookMark {
  readonly name: string;
  /** ISO instant of the last change. */
  readonly at: string;
  /** Name of the officer's file it lies in; null = it lay in the browser alone. */
  readonly file: string | null;
}

const MARK = 'thi-dua-so.so-dang-giu';

/** null = no book is stored any more. */
export function markStored(mark: BookMark | null): void {
  try {
    if (mark === null) localStorage.removeItem(MARK);
    else localStorage.setItem(MARK, JSON.stringify(mark));
  } catch {
    // A browser that keeps nothing keeps no book either.
  }
}

export function readMark(): BookMark | null {
  try {
    const { name, at, file } = JSON.parse(localStorage.getItem(MARK) ?? 'null') ?? {};
    const isMark = typeof name === 'string' && typeof at === 'string' && !Number.isNaN(Date.parse(at));
    return isMark ? { name, at, file: typeof file === 'string' ? file : null } : null;
  } catch {
    return null;
  }
}

const COPIES = 'thi-dua-so.ban-giu';

/** Names of the earlier books whose only copies, or newest changes, lie in this browser. */
export function markCopies(names: readonly string[]): void {
  try {
    if (names.length === 0) localStorage.removeItem(COPIES);
    else localStorage.setItem(COPIES, JSON.stringify(names));
  } catch {
    // As above.
  }
}

export function readCopies(): readonly string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(COPIES) ?? '[]');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
