/** This browser's part in the shared book: its key, the entries it has seen, the way to the server. */

import type { Carrier } from '../../core/share/carrier.ts';
import { deviceOf } from '../../core/share/entry.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { memoryIn, rememberingCarrier } from '../../core/share/remembering-carrier.ts';
import { serverOn } from '../../session/share/server-on.ts';
import type { Machine } from '../../session/share/take-part.ts';
import { signerOf } from '../../session/share/web-crypto.ts';
import { dropSpace, keptFolder } from '../../ui/share/kept-spaces.ts';
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
  const own = withoutFiles(folderCarrier(keptFolder(entriesOf(space)), deviceOf(signer.key)));
  const memory = memoryIn(book.seen, (seen) => db.sharedBook.update(book.id, { seen }));
  const others = rememberingCarrier(reach({ origin, space, signer, code }), own, memory, () => Date.now());
  return { space, signer, own, others };
}

/** Apart from what Bàn chấm in the extension keeps of the same book. */
const entriesOf = (space: string) => `tien-ich.${space}`;

/** The key and all that was seen of the book: this browser has no part in it any more. */
export async function forgetPart(db: Store): Promise<void> {
  const books = await db.sharedBook.toArray();
  await db.transaction('rw', db.sharedBook, db.sharedCaptures, async () => {
    await db.sharedBook.clear();
    await db.sharedCaptures.clear();
  });
  for (const { space } of books) await dropSpace(entriesOf(space));
}

/** Reports and forms are not this browser's business: none is fetched, none is kept. */
function withoutFiles(carrier: Carrier): Carrier {
  return {
    ...carrier,
    has: async (digests) => ({ ok: true, value: new Set(digests) }),
    take: async () => ({ ok: true, value: null }),
  };
}
