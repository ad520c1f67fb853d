/**
 * Version 1: captures and, by hash, what they consist of; confirmed figures by unit and by series in time; captures on
 * their way to Excel and to the shared book; readers made by pointing; the officer's movement and answers about a site.
 */
import type { Dexie } from 'dexie';

export function tables(db: Dexie): void {
  db.version(1).stores({
    captures: 'id, at, state',
    blobs: 'hash',
    figures: '++id, captureId, series, at, [unit+at], [series+at]',
    outbox: 'captureId, state',
    readers: 'id',
    movements: 'id',
    sharedBook: 'id',
    sharedCaptures: 'captureId, state',
    chosenFolder: 'id',
    siteAnswers: 'host',
  });
}
