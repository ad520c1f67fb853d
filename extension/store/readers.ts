/**
 * Readers the officer made by pointing. Stored content is checked again whenever it is read: a reader that no longer
 * fits is not used, but not deleted.
 */
import { type TaughtReader, taughtReaderSchema } from '../../core/portal/capture/taught-reader/definition.ts';
import type { Store } from './db.ts';

/** More is no officer's: a page is read with all of them that match. */
export const MOST_READERS = 200;

export async function storedReaders(db: Store): Promise<readonly TaughtReader[]> {
  const stored = await db.readers.toArray();
  return stored.flatMap(({ definition }) => taughtReaderSchema.safeParse(definition).data ?? []);
}

/** Adds the reader, or replaces the reader with its id; false when there are too many. */
export async function keepReader(db: Store, definition: TaughtReader): Promise<boolean> {
  return db.transaction('rw', db.readers, async () => {
    const isNew = (await db.readers.get(definition.id)) === undefined;
    if (isNew && (await db.readers.count()) >= MOST_READERS) return false;
    await db.readers.put({ id: definition.id, definition });
    return true;
  });
}

export async function removeReader(db: Store, id: string): Promise<void> {
  await db.readers.delete(id);
}
