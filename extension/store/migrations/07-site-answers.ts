/** Version 7: what the officer has answered about a site, so that she is asked once. */
import type { Dexie } from 'dexie';

export function siteAnswers(db: Dexie): void {
  db.version(7).stores({ siteAnswers: 'host' });
}
