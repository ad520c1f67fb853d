/** This browser's part in the shared book: its key, the entries it has seen, the way to the server. */

import type { Carrier } from '../../core/share/carrier.ts';
import { deviceOf } from '../../core/share/entry.ts';
import { type FolderPort, folderCarrier } from '../../core/share/folder-carrier.ts';
import { rememberingCarrier } from '../../core/share/remembering-carrier.ts';
import { serverOn } from '../../session/share/server-on.ts';
import type { Machine } from '../../session/share/take-part.ts';
import { signerOf } from '../../session/share/web-crypto.ts';
import type { Store } from '../store/db.ts';
import type { SharedBookRecord } from '../store/records.ts';

/** How the server is reached. `code` = of an invitation; null once this machine takes part. */
export type Reach = (way: Parameters<typeof serverOn>[0]) => Carrier;

export async function ownPart(
  db: Store,
  book: SharedBookRecord,
  reach: Reach = serverOn,
  code: string | null = null,
): Promise<Machine> {
  const { space, origin, pair } = book;
  const signer = await signerOf(pair);
  const own = withoutFiles(folderCarrier(keptFolder(db), deviceOf(signer.key)));
  let { seen } = book;
  const memory = {
    load: () => seen,
    save: (now: NonNullable<typeof seen>) => {
      seen = now;
      // What cannot be kept only makes the way longer: all is asked for again.
      db.sharedBook.update(book.id, { seen }).catch(() => undefined);
    },
  };
  const others = rememberingCarrier(reach({ origin, space, signer, code }), own, memory, () => Date.now());
  return { space, signer, own, others };
}

/** Reports and forms are not this browser's business: none is fetched, none is kept. */
function withoutFiles(carrier: Carrier): Carrier {
  return {
    ...carrier,
    has: async (digests) => ({ ok: true, value: new Set(digests) }),
    take: async () => ({ ok: true, value: null }),
  };
}

function keptFolder(db: Store): FolderPort {
  return {
    list: async () => (await db.sharedFiles.toArray()).map(({ name, bytes }) => ({ name, size: bytes.length })),
    read: async (name, limit) => (await db.sharedFiles.get(name))?.bytes.slice(0, limit) ?? new Uint8Array(),
    write: async (name, bytes) => {
      await db.sharedFiles.put({ name, bytes });
    },
    trouble: () => 'Trình duyệt không giữ được sổ chung ở máy này: ổ đĩa có thể đã đầy.',
  };
}
