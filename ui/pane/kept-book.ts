/**
 * The preview's workbook, kept in this browser at every change, so that a closed tab or a dead browser loses nothing.
 * One workbook at a time.
 */
import { dropKept, readKept } from '../kept-store.ts';

export interface KeptBook {
  /** Of the book since it was begun or opened; one kept before books had any: ''. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO instant of the last change. */
  readonly at: string;
  /** It also lies, as it is, in a file of the officer's. */
  readonly inFile: boolean;
  /** The way to that file, where the browser keeps one; absent = there is none. */
  readonly handle?: FileSystemFileHandle | undefined;
}

/** Its name in the store. */
export const KEPT_BOOK = 'last';

/** undefined = none, or the store is shut. */
export async function readKeptBook(): Promise<KeptBook | undefined> {
  const kept = await readKept(KEPT_BOOK);
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { id, name, bytes, at, inFile, handle } = kept as Partial<Record<keyof KeptBook, unknown>>;
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array) || typeof at !== 'string') return undefined;
  const isHandle = typeof FileSystemFileHandle !== 'undefined' && handle instanceof FileSystemFileHandle;
  const book = { id: typeof id === 'string' ? id : '', name, bytes, at, inFile: inFile === true };
  return isHandle ? { ...book, handle } : book;
}

export function dropKeptBook(): Promise<boolean> {
  return dropKept(KEPT_BOOK);
}
