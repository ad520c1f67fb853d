/**
 * A folder as carrier: on a share, in a synchronised drive, on a stick. Every machine adds files of its own and never
 * changes one; conflict copies, half-copied files and strangers' files do no harm.
 */
import type { Refusal, Result } from '../result.ts';
import type { Carrier } from './carrier.ts';
import type { Read } from './entry.ts';
import { LARGEST_FILE } from './fact.ts';
import { digestOf, isSegmentName, looksLikeSegment, readSegment, segmentsOf } from './segment.ts';

/** A folder as the host has it. Names are of files directly in it. What cannot be done throws; the carrier tells it. */
export interface FolderPort {
  readonly list: () => Promise<readonly { readonly name: string; readonly size: number }[]>;
  /** The first `limit` bytes, or all. */
  readonly read: (name: string, limit?: number) => Promise<Uint8Array>;
  /** Writes it whole or not at all; a file of that name with these bytes may stand there already. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** One Vietnamese sentence for what the host threw. */
  readonly trouble: (error: unknown) => string;
}

/** A larger file is none of ours: it is not opened. */
const LARGEST_SEGMENT = 16 * 1024 * 1024;
/** A file that came with an entry, by its digest. */
const FILE = /^([0-9a-f]{64})\.tdf$/;

/** `device` names the segments this machine writes. */
export function folderCarrier(folder: FolderPort, device: string): Carrier {
  const told = async <T>(work: () => Promise<T>): Promise<Result<T>> => {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const refusal: Refusal = { code: 'folder', message: folder.trouble(error) };
      return { ok: false, refusal };
    }
  };
  return {
    pull: () => told(() => pullAll(folder)),
    push: (entries) =>
      told(async () => {
        for (const { name, bytes } of segmentsOf(device, entries)) await folder.write(name, bytes);
        return [];
      }),
    has: (digests) =>
      told(async () => {
        const sizes = new Map((await folder.list()).map(({ name, size }) => [FILE.exec(name)?.[1] ?? '', size]));
        return new Set(digests.filter((digest) => (sizes.get(digest) ?? 0) > 0));
      }),
    take: (digest) =>
      told(async () => {
        const name = `${digest}.tdf`;
        const listed = (await folder.list()).find((one) => one.name === name);
        if (!listed || listed.size > LARGEST_FILE) return null;
        const bytes = await folder.read(name);
        return digestOf(bytes) === digest ? bytes : null;
      }),
    put: (digest, bytes) => told(async () => folder.write(`${digest}.tdf`, bytes).then(() => null)),
  };
}

async function pullAll(folder: FolderPort) {
  const found = new Map<string, Read>();
  const notes: string[] = [];
  for (const { name, size } of [...(await folder.list())].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (FILE.test(name) || size > LARGEST_SEGMENT) continue;
    const isOurs = isSegmentName(name);
    if (!looksLikeSegment(await folder.read(name, 2))) {
      if (isOurs) notes.push(arriving(name));
      continue;
    }
    const { entries, torn } = readSegment(name, await folder.read(name));
    for (const entry of entries) found.set(entry.hash, entry);
    if (torn && (isOurs || entries.length > 0)) notes.push(arriving(name));
  }
  return { entries: [...found.values()], next: 0, notes };
}

function arriving(name: string): string {
  return `Tệp "${name}" trong thư mục chung chưa về đủ hoặc bị hỏng; các mục trong đó sẽ được đọc khi tệp về đủ.`;
}
