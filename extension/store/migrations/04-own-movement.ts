/** Version 4: the movement of one's own whose targets are followed, and the file it is read from. */
import type { Dexie } from 'dexie';

export function ownMovement(db: Dexie): void {
  db.version(4).stores({ movements: 'id' });
}
