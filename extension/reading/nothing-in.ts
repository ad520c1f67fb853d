/**
 * Why a new capture has nothing to confirm: the readers' reason; null when there are figures, or the portal can still
 * be queried.
 */
import type { Store } from '../store/db.ts';
import { isPortalPage, readCapture } from './read-capture.ts';

export async function nothingIn(db: Store, id: string): Promise<string | null> {
  const record = await db.captures.get(id);
  if (record?.state !== 'raw' || isPortalPage(record.url)) return null;
  const read = await readCapture(db, record, '', null);
  return read.kind === 'not-found' ? read.reason : null;
}
