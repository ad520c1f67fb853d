/**
 * The evidence files of this browser, each under its SHA-256: a file that serves several criteria, or came twice, lies here
 * once. The list of them is in the workbook.
 */
import { inDatabase } from '../in-database.ts';

const STORE = 'files';
const DATABASE = { name: 'thi-dua-so.minh-chung', stores: [STORE] };

/** Digest → bytes. false = this browser stores nothing. */
export async function keepEvidence(files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
  for (const [hash, bytes] of files) {
    const isKept = await inDatabase(DATABASE, 'readwrite', (store) => store(STORE).put(bytes, hash)).then(
      () => true,
      () => false,
    );
    if (!isKept) return false;
  }
  return true;
}

/** null = it is not on this machine. */
export async function keptEvidence(hash: string): Promise<Uint8Array | null> {
  const found: unknown = await inDatabase(DATABASE, 'readonly', (store) => store(STORE).get(hash)).catch(() => null);
  return found instanceof Uint8Array ? found : null;
}
