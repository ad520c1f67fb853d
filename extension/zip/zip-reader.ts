/**
 * Reads a zip from a Blob, one entry at a time: the file may be larger than memory. Strict, for files of ours come
 * back: what overlaps, leaves the file or would grow beyond all measure is refused before anything is inflated.
 */
import { FileFault } from '../../core/sheet/workbook/xlsx/fault.ts';
import { inflateEntry } from '../../core/sheet/workbook/xlsx/zip-inflate.ts';

export interface ZippedEntry {
  readonly name: string;
  /** Bytes once inflated, as declared. */
  readonly size: number;
  /** The bytes, held to size and checksum. Rejects with FileFault. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

const END = 22;
const WIDE = 76;
const HEADER = 46;
const LOCAL = 30;
const MAX_COMMENT = 0xffff;
const MAX_EXTRA = 1_000;
const MAX_DIRECTORY = 64 * 1024 * 1024;
/** Pages and JSON come to a tenth or a thirtieth; what claims more than this is a bomb. */
const MAX_RATIO = 200;
const MAX_SMALL = 64 * 1024 * 1024;

/** Entries in the order of the directory; names are unique. Rejects with FileFault `damaged` or `too-large`. */
export async function readZip(file: Blob): Promise<readonly ZippedEntry[]> {
  const { start, size } = await findDirectory(file);
  if (size > MAX_DIRECTORY) throw new FileFault('too-large');
  const view = await slice(file, start, start + size);
  const entries: ZippedEntry[] = [];
  const names = new Set<string>();
  const spans: { readonly from: number; readonly to: number }[] = [];
  let declared = 0;
  for (let at = 0; at < view.byteLength; ) {
    if (at + HEADER > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw new FileFault('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + HEADER + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new FileFault('damaged');
    const name = new TextDecoder().decode(bytesOf(view, at + HEADER, nameLength));
    const from = offsetOf(view, at, at + HEADER + nameLength, extraLength);
    const stored = view.getUint32(at + 20, true);
    const inflated = view.getUint32(at + 24, true);
    const part = {
      ...{ name, nameBytes: new Uint8Array(0), time: 0, attributes: 0, size: inflated },
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    };
    declared += inflated;
    spans.push({ from, to: from + LOCAL + nameLength + stored });
    if (names.has(name)) throw new FileFault('damaged');
    names.add(name);
    entries.push({
      name,
      size: inflated,
      // One slice: what stands between the name and the bytes is little, with us nothing.
      read: async () => {
        const local = await slice(file, from, Math.min(start, from + LOCAL + nameLength + MAX_EXTRA + stored));
        if (local.byteLength < LOCAL || local.getUint32(0, true) !== 0x04034b50) throw new FileFault('damaged');
        const begin = LOCAL + local.getUint16(26, true) + local.getUint16(28, true);
        if (begin + stored > local.byteLength) throw new FileFault('damaged');
        return new Uint8Array(inflateEntry({ ...part, data: bytesOf(local, begin, stored) }));
      },
    });
    at = next;
  }
  if (declared > MAX_SMALL + file.size * MAX_RATIO) throw new FileFault('too-large');
  refuseOverlap(spans, start);
  return entries;
}

async function findDirectory(file: Blob): Promise<{ readonly start: number; readonly size: number }> {
  const from = Math.max(0, file.size - END - MAX_COMMENT - WIDE);
  const tail = await slice(file, from, file.size);
  for (let at = tail.byteLength - END; at >= 0; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const found = wideDirectory(tail, at) ?? {
      size: tail.getUint32(at + 12, true),
      start: tail.getUint32(at + 16, true),
    };
    if (found.start + found.size <= from + at) return found;
  }
  throw new FileFault('damaged');
}

/** The zip64 records stand right before the end record, where we and everybody else put them. */
function wideDirectory(tail: DataView, end: number) {
  const at = end - WIDE;
  if (at < 0 || tail.getUint32(end - 20, true) !== 0x07064b50 || tail.getUint32(at, true) !== 0x06064b50)
    return undefined;
  return { size: readLong(tail, at + 40), start: readLong(tail, at + 48) };
}

/**
 * From the record, or from its zip64 field when it is beyond 4 GB. Entries of that size themselves are none of ours.
 */
function offsetOf(view: DataView, record: number, extra: number, length: number): number {
  const offset = view.getUint32(record + 42, true);
  if (offset !== 0xffffffff) return offset;
  if (length < 12 || view.getUint16(extra, true) !== 1) throw new FileFault('damaged');
  return readLong(view, extra + 4);
}

function refuseOverlap(spans: { readonly from: number; readonly to: number }[], limit: number): void {
  let end = 0;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (from < end || to > limit) throw new FileFault('damaged');
    end = to;
  }
}

/** A number of eight bytes; one beyond any file becomes a number no check lets through. */
function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function bytesOf(view: DataView, at: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

async function slice(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
