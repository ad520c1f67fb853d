/**
 * Streams of an OLE container (the "compound file" around an .xls), read strictly: SheetJS follows a damaged chain of
 * sectors for ever and fills the memory of the whole process. Every chain here ends after at most as many sectors as
 * the file has.
 */
import { FileFault } from '../xlsx/fault.ts';

interface OleContainer {
  /** Bytes of a stream directly under the root, by its name in any case; undefined when there is none. */
  readonly stream: (name: string) => Uint8Array | undefined;
  /** Names of all streams and storages, at any depth. */
  readonly names: ReadonlySet<string>;
}

interface OleEntry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER = 512;
const LISTED_IN_HEADER = 109;
const ENTRY = 128;
const STREAM = 2;
/** Sector numbers from here on are marks: free, end of chain, part of the table. */
const LAST_SECTOR = 0xfffffffa;

/** Opens the container. Throws FileFault `damaged`. */
export function openOle(bytes: Uint8Array): OleContainer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new FileFault('damaged');
  const size = 1 << shift;
  const sectors = Math.ceil((bytes.length - HEADER) / size);
  const sector = (number: number) => bytes.subarray((number + 1) * size, (number + 2) * size);
  const table = sectorTable(view, sectors, sector);
  const joined = (start: number) => join(chain(start, table, sectors).map(sector));

  const entries = readEntries(joined(view.getUint32(48, true)));
  const [root] = entries;
  if (!root) throw new FileFault('damaged');
  const cutoff = view.getUint32(56, true);
  let mini: { readonly bytes: Uint8Array; readonly table: Uint32Array } | undefined;
  const content = (entry: OleEntry): Uint8Array => {
    if (entry.size >= cutoff) return joined(entry.start).subarray(0, entry.size);
    mini ??= { bytes: joined(root.start), table: numbers(joined(view.getUint32(60, true))) };
    const { bytes: all, table: links } = mini;
    const parts = chain(entry.start, links, links.length).map((at) =>
      all.subarray(at << miniShift, (at + 1) << miniShift),
    );
    return join(parts).subarray(0, entry.size);
  };
  return {
    names: new Set(entries.map((entry) => entry.name)),
    stream: (name) => {
      const named = (entry: OleEntry) => entry.kind === STREAM && entry.name.toLowerCase() === name.toLowerCase();
      // Some writers leave a broken tree: then the first stream of the name counts.
      const found = childrenOf(entries, root).find(named) ?? entries.find(named);
      return found && content(found);
    },
  };
}

/** Next sector of each sector. */
function sectorTable(view: DataView, sectors: number, sector: (number: number) => Uint8Array): Uint32Array {
  const listed: number[] = [];
  for (let index = 0; index < LISTED_IN_HEADER; index++) listed.push(view.getUint32(76 + index * 4, true));
  let next = view.getUint32(68, true);
  for (let steps = 0; next < LAST_SECTOR; steps++) {
    if (next >= sectors || steps > sectors) throw new FileFault('damaged');
    const more = numbers(sector(next));
    listed.push(...more.subarray(0, -1));
    next = more.at(-1) ?? LAST_SECTOR;
  }
  const used = listed.filter((number) => number < LAST_SECTOR);
  if (used.length > sectors || used.some((number) => number >= sectors)) throw new FileFault('damaged');
  return numbers(join(used.map(sector)));
}

/** Sector numbers of a chain. A chain that leaves the file or comes back to itself is damage. */
function chain(start: number, table: Uint32Array, sectors: number): readonly number[] {
  const numbers: number[] = [];
  for (let at = start; at < LAST_SECTOR; at = table[at] ?? LAST_SECTOR) {
    if (at >= sectors || numbers.length >= sectors) throw new FileFault('damaged');
    numbers.push(at);
  }
  return numbers;
}

function readEntries(directory: Uint8Array): readonly OleEntry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: OleEntry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Entries directly under a storage: they hang on it as a tree. */
function childrenOf(entries: readonly OleEntry[], parent: OleEntry): readonly OleEntry[] {
  const seen = new Set<number>();
  const waiting = [parent.child];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    waiting.push(entry.left, entry.right);
  }
  return [...seen].flatMap((index) => entries[index] ?? []);
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
