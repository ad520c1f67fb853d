/** Version 1: captures and, by hash, what they are made of. */
import type { Dexie } from 'dexie';

export function captures(db: Dexie): void {
  db.version(1).stores({ captures: 'id, at, state', blobs: 'hash' });
}
