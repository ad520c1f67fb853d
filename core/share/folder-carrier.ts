/**
 * A folder as carrier: on a share, in a synchronised drive, on a stick. Every machine adds its own files and never
 * changes a file; conflict copies, half-copied files and strangers' files do no harm. A file is encrypted and lies
 * beside its key; only the keys of sealed files are ever removed.
 */
import type { Refusal, Result } from '../base/result.ts';
import type { Carrier, DamagedFile } from './carrier.ts';
import type { ReadEntry } from './entry.ts';
import { CLOSED_MORE, type FileCipher, keyId } from './file-cipher.ts';
import { digestOf, LARGEST_FILE } from './named-bytes.ts';
import { isSegmentName, looksLikeSegment, readSegment, segmentsOf } from './segment.ts';

/** A folder as the host has it. Names are of files directly in it. What cannot be done throws; the carrier tells it. */
export interface FolderPort {
  readonly list: () => Promise<readonly { readonly name: string; readonly size: number }[]>;
  /** The first `limit` bytes, or all. */
  readonly read: (name: string, limit?: number) => Promise<Uint8Array>;
  /** Writes it whole or not at all; a file of that name with these bytes may stand there already. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Removing a missing file does no harm. */
  readonly remove: (name: string) => Promise<void>;
  /** One Vietnamese sentence for what the host threw. */
  readonly trouble: (error: unknown) => string;
}

/** A larger file is none of ours: it is not opened. */
const LARGEST_SEGMENT = 16 * 1024 * 1024;
/**
 * A file that came with an entry, named by its digest: encrypted (.tde) with its key (.tdk), both under the key's own
 * name, so that two machines which encrypt the same file never write to the same name; unencrypted (.tdf), from an
 * earlier version.
 */
const FILE = /^([0-9a-f]{64})\.(?:([0-9a-f]{16})\.(tde|tdk)|tdf)$/;
/** Matches our files and the copies that a synchronising program made of them. */
const OURS = /[0-9a-f]{64}/;

/** Most bytes of encrypted files that each listing opens to test whether they still can be opened. */
const MOST_CHECKED = 128 * 1024 * 1024;

/** `device` names the segments this machine writes. */
export function folderCarrier(folder: FolderPort, device: string, cipher: FileCipher): Carrier {
  const asResult = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const refusal: Refusal = { code: 'folder', message: folder.trouble(error) };
      return { ok: false, refusal };
    }
  };
  /** A listing looks at every file there is: the last one serves until something is not found in it. */
  let seen: readonly FileEntry[] = [];
  const list = async () => {
    seen = await folder.list();
    return seen;
  };
  const taken = async (digest: string, listed: readonly FileEntry[]): Promise<Uint8Array | null> => {
    for (const { name, key } of filesIn(listed).get(digest) ?? []) {
      const read = await folder.read(name);
      const bytes = key === null ? read : await cipher.open(await folder.read(key), read);
      if (bytes && digestOf(bytes) === digest) return bytes;
    }
    return null;
  };
  return {
    pull: () =>
      asResult(async () => {
        const { elsewhere: _, ...pulled } = await pullAll(folder, device);
        return pulled;
      }),
    push: (entries) =>
      asResult(async () => {
        for (const { name, bytes } of segmentsOf(device, entries)) await writeSegment(folder, name, bytes);
        return [];
      }),
    has: (digests) =>
      asResult(async () => {
        const files = filesIn(await list());
        const found = new Set<string>();
        let left = MOST_CHECKED;
        // In another order each time, so that of very many each is looked into before long.
        for (const digest of shuffled(digests)) {
          const copies = files.get(digest) ?? [];
          // However much a stranger put beside it: the first is always looked into.
          const isOver = left <= 0;
          left -= copies.reduce((sum, { size }) => sum + size, 0);
          if (copies.length > 0 && (isOver || (await opens(folder, cipher, copies)))) found.add(digest);
        }
        return found;
      }),
    take: (digest) => asResult(async () => (await taken(digest, seen)) ?? taken(digest, await list())),
    put: (digest, bytes) =>
      asResult(async () => {
        if (await taken(digest, seen)) return null;
        const { key, closed } = await cipher.close(bytes);
        const name = `${digest}.${keyId(key)}`;
        // The key first: a closed file is never there without it.
        await folder.write(`${name}.tdk`, key);
        await folder.write(`${name}.tde`, closed);
        return null;
      }),
    seal: (digests) =>
      asResult(async () => {
        await sealAll(folder, digests);
        return null;
      }),
    mend: () =>
      asResult(async () => {
        await mendOwn(folder, device);
        return null;
      }),
  };
}

/** Under a name nobody foresees where a stranger's folder stands in its place: a segment is read by its content. */
async function writeSegment(folder: FolderPort, name: string, bytes: Uint8Array): Promise<void> {
  try {
    await folder.write(name, bytes);
  } catch (error) {
    const other = name.replace(/(?=\.tds\.gz$)/, ` (${Math.random().toString(36).slice(2, 10)})`);
    await folder.write(other, bytes).catch(() => Promise.reject(error));
  }
}

/** Whether one of the copies still is what it was. */
async function opens(folder: FolderPort, cipher: FileCipher, copies: readonly Copy[]): Promise<boolean> {
  for (const { name, key } of copies) {
    const bytes = await folder.read(name);
    if (key === null ? digestOf(bytes) === name.slice(0, 64) : await cipher.open(await folder.read(key), bytes))
      return true;
  }
  return false;
}

/** Takes away everything of the files but the encrypted bytes. Which files are sealed the entries tell, nothing here. */
async function sealAll(folder: FolderPort, digests: Iterable<string>): Promise<void> {
  const sealed = new Set(digests);
  for (const { name } of await folder.list())
    if (!name.endsWith('.tde') && sealed.has(OURS.exec(name)?.[0] ?? '')) await folder.remove(name);
}

/** Writes the entries of this machine's damaged files anew, and removes those files. */
async function mendOwn(folder: FolderPort, device: string): Promise<void> {
  const { damaged, elsewhere } = await pullAll(folder, device);
  const torn = damaged.filter(({ isOwn }) => isOwn);
  const digests = new Set<string>();
  for (const { name } of torn) {
    const { entries } = readSegment(name, await folder.read(name));
    // Entries that an undamaged file also has need not be rescued from the damaged file.
    const left = entries.filter(({ hash }) => !elsewhere.has(hash));
    for (const segment of segmentsOf(device, left)) {
      await writeSegment(folder, segment.name, segment.bytes);
      digests.add(segment.name);
    }
  }
  for (const { name } of torn) if (!digests.has(name)) await folder.remove(name);
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((nonNullable) => ({ one: nonNullable, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** A file that closes or holds the bytes; `key` = the file its key is in, null where it lies open. */
interface Copy {
  readonly name: string;
  readonly key: string | null;
  readonly size: number;
}

interface FileEntry {
  readonly name: string;
  readonly size: number;
}

/** What is there to be opened, by digest. */
function filesIn(listed: readonly FileEntry[]) {
  const sizes = new Map(listed.map(({ name, size }) => [name, size]));
  const files = new Map<string, Copy[]>();
  for (const { name, size } of listed) {
    const [, digest, id, end] = FILE.exec(name) ?? [];
    if (!digest || size === 0 || size > LARGEST_FILE + CLOSED_MORE) continue;
    const key = id ? `${digest}.${id}.tdk` : null;
    if (end === 'tdk' || (key !== null && !sizes.get(key))) continue;
    files.set(digest, [...(files.get(digest) ?? []), { name, key, size }]);
  }
  return files;
}

async function pullAll(folder: FolderPort, device: string) {
  const found = new Map<string, ReadEntry>();
  const damaged: DamagedFile[] = [];
  /** Hashes of entries in files that are not damaged. */
  const elsewhere = new Set<string>();
  const own = `${device.slice(0, 16)}.`;
  const tell = (name: string) => {
    const isOurs = isSegmentName(name);
    damaged.push({ name, device: isOurs ? name.slice(0, 16) : null, isOwn: isOurs && name.startsWith(own) });
  };
  for (const { name, size } of [...(await folder.list())].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (OURS.test(name) || size > LARGEST_SEGMENT) continue;
    const isOurs = isSegmentName(name);
    if (!looksLikeSegment(await folder.read(name, 2))) {
      if (isOurs) tell(name);
      continue;
    }
    const { entries, torn } = readSegment(name, await folder.read(name));
    for (const entry of entries) {
      found.set(`${entry.hash} ${entry.signature}`, entry);
      if (!torn) elsewhere.add(entry.hash);
    }
    if (torn && (isOurs || entries.length > 0)) tell(name);
  }
  return { entries: [...found.values()], next: 0, notes: [], damaged, elsewhere };
}
