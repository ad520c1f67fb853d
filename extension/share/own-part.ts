/** This browser's part in the shared book: its key, the entries it has seen, the way to the others. */
import type { Carrier } from '../../core/share/carrier.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { memoryIn, rememberingCarrier } from '../../core/share/remembering-carrier.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import { serverOn } from '../../session/share/server-on.ts';
import type { Machine } from '../../session/share/take-part.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { signerOf } from '../../session/share/web-crypto.ts';
import { handleFolder } from '../../ui/share/chosen-folder.ts';
import { dropSpace, spaceFolder, type Way } from '../../ui/share/stored-spaces.ts';
import type { Store } from '../store/db.ts';
import type { SharedBookRecord } from '../store/records.ts';

type Part = Pick<Parameters<typeof serverOn>[0], 'space' | 'signer' | 'code'>;
/** How the others are reached. `code` = of an invitation; null once this machine takes part. */
export type CarrierOf = (way: Way, part: Part) => Carrier;

const overWay: CarrierOf = (way, part) =>
  way.kind === 'server'
    ? serverOn({ origin: way.origin, ...part })
    : folderCarrier(handleFolder(way.handle), deviceOf(part.signer.key), webCipher);

export async function ownPart(
  db: Store,
  book: SharedBookRecord,
  reach: CarrierOf = overWay,
  code: string | null = null,
): Promise<Machine> {
  const { space, way, pair } = book;
  const signer = await signerOf(pair);
  const own = withoutFiles(folderCarrier(spaceFolder(entriesOf(space)), deviceOf(signer.key), webCipher));
  const others = reach(way, { space, signer, code });
  if (way.kind === 'folder') return { space, signer, own, others };
  const memory = memoryIn(book.seen, (seen) => db.sharedBook.update(book.id, { seen }));
  return { space, signer, own, others: rememberingCarrier(others, own, memory, () => Date.now()) };
}

/** Apart from what Bàn chấm in the extension keeps of the same book. */
const entriesOf = (space: string) => `tien-ich.${space}`;

/** The key and all that was seen of the book: this browser has no part in it any more. */
export async function forgetPart(db: Store): Promise<void> {
  const books = await db.sharedBook.toArray();
  const tables = [db.sharedBook, db.sharedCaptures, db.chosenFolder] as const;
  await db.transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())));
  for (const { space } of books) await dropSpace(entriesOf(space));
}

/** This browser has no use for reports and forms: it neither fetches nor stores them. */
function withoutFiles(carrier: Carrier): Carrier {
  return {
    ...carrier,
    has: async (digests) => ({ ok: true, value: new Set(digests) }),
    take: async () => ({ ok: true, value: null }),
  };
}
