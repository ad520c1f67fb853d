/**
 * What this browser keeps of its shared books: for each the device's key, which no script can read out, the way to the
 * others, and all entries and files it has seen. A browser that clears its data loses the key, and asks anew.
 */
import type { FolderPort } from '../../core/share/folder-carrier.ts';
import type { CarrierMemory } from '../../core/share/remembering-carrier.ts';
import type { newKeyPair } from '../../session/share/web-crypto.ts';
import { inDatabase } from '../in-database.ts';

type KeyPair = Awaited<ReturnType<typeof newKeyPair>>;

/** By what the others are reached. */
export type Way =
  | { readonly kind: 'folder'; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'server'; readonly origin: string };

export interface StoredSpace {
  readonly space: string;
  readonly pair: KeyPair;
  readonly way: Way;
  /** What was last seen on the server; of a folder null. */
  readonly seen: CarrierMemory | null;
}

const SPACES = 'spaces';
const FILES = 'files';
const SIZES = 'sizes';
const DATABASE = { name: 'thi-dua-so.so-chung', stores: [SPACES, FILES, SIZES] };

/** Empty, too, where the browser keeps nothing. */
export async function storedSpaces(): Promise<readonly StoredSpace[]> {
  return inStores('readonly', ({ spaces }) => spaces.getAll()).catch(() => []) as Promise<readonly StoredSpace[]>;
}

/** Throws where the browser does not keep it. */
export async function keepSpace(kept: StoredSpace): Promise<void> {
  await inStores('readwrite', ({ spaces }) => spaces.put(kept, kept.space));
}

/** With its key: this browser has no part in it any more. */
export async function dropSpace(space: string): Promise<void> {
  const all = IDBKeyRange.bound(`${space}/`, `${space}/\uffff`);
  await inStores('readwrite', ({ spaces, files, sizes }) => {
    files.delete(all);
    sizes.delete(all);
    return spaces.delete(space);
  });
}

/** The entries and files of a space as a folder, which the folder carrier knows to use. */
export function spaceFolder(space: string): FolderPort {
  const all = IDBKeyRange.bound(`${space}/`, `${space}/\uffff`);
  const nameOf = (key: IDBValidKey) => String(key).slice(space.length + 1);
  return {
    list: async () => {
      const [keys, sizes] = await Promise.all([
        inStores('readonly', (stores) => stores.sizes.getAllKeys(all)),
        inStores('readonly', (stores) => stores.sizes.getAll(all) as IDBRequest<number[]>),
      ]);
      return keys.map((key, at) => ({ name: nameOf(key), size: sizes[at] ?? 0 }));
    },
    read: async (name, limit) => {
      const bytes = await inStores('readonly', ({ files }) => files.get(`${space}/${name}`));
      // Gone between listing and reading: a file that is empty, so far.
      return bytes instanceof Uint8Array ? bytes.slice(0, limit) : new Uint8Array();
    },
    write: async (name, bytes) => {
      await inStores('readwrite', ({ files, sizes }) => {
        files.put(bytes, `${space}/${name}`);
        return sizes.put(bytes.length, `${space}/${name}`);
      });
    },
    remove: async (name) => {
      await inStores('readwrite', ({ files, sizes }) => {
        sizes.delete(`${space}/${name}`);
        return files.delete(`${space}/${name}`);
      });
    },
    trouble: () => 'Trình duyệt không giữ được sổ chung ở máy này (hết chỗ, hoặc đang mở chế độ riêng tư).',
  };
}

interface Stores {
  readonly spaces: IDBObjectStore;
  readonly files: IDBObjectStore;
  readonly sizes: IDBObjectStore;
}

function inStores<T>(mode: IDBTransactionMode, ask: (stores: Stores) => IDBRequest<T>): Promise<T> {
  return inDatabase(DATABASE, mode, (store) =>
    ask({ spaces: store(SPACES), files: store(FILES), sizes: store(SIZES) }),
  );
}
