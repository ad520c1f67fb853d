/** Version 5: the shared book the figures are sent to, its entries as files, and which captures went into it. */
import type { Dexie } from 'dexie';

export function sharedBook(db: Dexie): void {
  db.version(5).stores({ sharedBook: 'id', sharedFiles: 'name', sharedCaptures: 'captureId, state' });
}
