/**
 * Version 2: confirmed figures filed by series, so that the last one is found without opening every capture. Version 3
 * files them.
 */
import type { Dexie } from 'dexie';

export function figures(db: Dexie): void {
  db.version(2).stores({ figures: '++id, captureId, series, at' });
}
