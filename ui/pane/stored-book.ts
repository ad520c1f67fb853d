/**
 * The preview's workbook, stored in this browser at every change, so that a closed tab or a crashed browser loses
 * nothing. One workbook at a time.
 */
import { dropStored, readStored } from '../browser-store.ts';

export interface StoredBook {
  /** Id of the book since it was begun or opened; '' for a book stored before books had ids. */
  readonly id: string;
  readonly name: string;
  /** null = it lies in the file alone. */
  readonly bytes: Uint8Array | null;
  /** `bytes` are closed with the key that lies in the file. */
  readonly isSealed: boolean;
  /** ISO instant of the last change. */
  readonly at: string;
  /** It also lies, as it is, in a file of the officer's. */
  readonly inFile: boolean;
  /** The handle of that file, where the browser stores handles; absent = there is none. */
  readonly handle?: FileSystemFileHandle | undefined;
}

/** Its name in the store. */
export const STORED_BOOK = 'last';

/** undefined = none, or the store is shut. */
export async function readStoredBook(): Promise<StoredBook | undefined> {
  const stored = await readStored(STORED_BOOK);
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { id, name, bytes, isSealed, at, inFile, handle } = stored as Partial<Record<keyof StoredBook, unknown>>;
  const isHandle = typeof FileSystemFileHandle !== 'undefined' && handle instanceof FileSystemFileHandle;
  const isInFileAlone = bytes === null && inFile === true && isHandle;
  if (typeof name !== 'string' || typeof at !== 'string') return undefined;
  if (!isInFileAlone && !(bytes instanceof Uint8Array)) return undefined;
  const book = {
    ...{ id: typeof id === 'string' ? id : '', name, at, inFile: inFile === true },
    ...{ bytes: bytes instanceof Uint8Array ? bytes : null, isSealed: isSealed === true && isHandle },
  };
  return isHandle ? { ...book, handle } : book;
}

export function dropStoredBook(): Promise<boolean> {
  return dropStored(STORED_BOOK);
}
