/** Version 5: the shared book the figures are sent to, and which captures went into it. */
import type { Dexie } from 'dexie';

export function sharedBook(db: Dexie): void {
  db.version(5).stores({ sharedBook: 'id', sharedCaptures: 'captureId, state' });
}
