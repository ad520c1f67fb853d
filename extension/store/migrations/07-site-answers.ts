/** Version 7: stores the officer's answers about a site, so that a question appears once. */
import type { Dexie } from 'dexie';

export function siteAnswers(db: Dexie): void {
  db.version(7).stores({ siteAnswers: 'host' });
}
