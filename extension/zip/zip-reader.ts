/**
 * Reads a zip from a Blob, one entry at a time: the file may be larger than memory. Strict, for files of ours come
 * back: what overlaps, leaves the file or would grow beyond all measure is refused before anything is inflated.
 */
import { FileFault } from '../../core/sheet/workbook/xlsx/fault.ts';
import {
  findDirectory,
  LOCAL_HEADER,
  LONGEST_END,
  localHeaderSize,
  readRecords,
  refuseOverlap,
} from '../../core/sheet/workbook/xlsx/zip-directory.ts';
import { inflateEntry } from '../../core/sheet/workbook/xlsx/zip-inflate.ts';

export interface ZippedEntry {
  readonly name: string;
  /** Bytes once inflated, as declared. */
  readonly size: number;
  /** The bytes, held to size and checksum. Rejects with FileFault. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Bytes between a name and the entry's data; in files of ours there are none. */
const MAX_EXTRA = 1_000;
const MAX_DIRECTORY = 64 * 1024 * 1024;
/** Pages and JSON come to a tenth or a thirtieth; what claims more than this is a bomb. */
const MAX_RATIO = 200;
const MAX_SMALL = 64 * 1024 * 1024;

/** Entries in the order of the directory; names are unique. Rejects with FileFault `damaged` or `too-large`. */
export async function readZip(file: Blob): Promise<readonly ZippedEntry[]> {
  const tailStart = Math.max(0, file.size - LONGEST_END);
  const directory = findDirectory(viewOf(await slice(file, tailStart, file.size)), tailStart);
  const { start, end, shift } = directory;
  if (end - start > MAX_DIRECTORY) throw new FileFault('too-large');
  // Nothing of ours has anything before it.
  if (shift !== 0) throw new FileFault('damaged');
  const records = readRecords(await slice(file, start, end), directory);
  if (new Set(records.map(({ name }) => name)).size < records.length) throw new FileFault('damaged');
  const declared = records.reduce((sum, { size }) => sum + size, 0);
  if (declared > MAX_SMALL + file.size * MAX_RATIO) throw new FileFault('too-large');
  const leastEnd = ({ offset, nameBytes, compressed }: (typeof records)[number]) =>
    offset + LOCAL_HEADER + nameBytes.length + compressed;
  refuseOverlap(
    records.map((record) => ({ from: record.offset, to: leastEnd(record) })),
    start,
  );
  return records.map((record) => ({
    name: record.name,
    size: record.size,
    read: async () => {
      const local = await slice(file, record.offset, Math.min(start, leastEnd(record) + MAX_EXTRA));
      const begin = localHeaderSize(viewOf(local), 0, local.length);
      if (begin + record.compressed > local.length) throw new FileFault('damaged');
      return new Uint8Array(inflateEntry({ ...record, data: local.subarray(begin, begin + record.compressed) }));
    },
  }));
}

async function slice(file: Blob, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
