/**
 * The directory of a zip file, read strictly from its end record: names, sizes, checksums and where each entry's bytes
 * lie. Nothing is inflated here. Zip64, junk before or behind the archive and back-slashed names are accepted; entries
 * that overlap, leave the file, or declare more than a workbook can need are refused (they are how zip bombs are
 * built).
 */
import { FileFault } from './fault.ts';

/** An entry's record in the directory. */
interface ZipRecord {
  /** Name with forward slashes, as parts are looked up. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated; others cannot be read but are copied. */
  readonly method: number;
  /** DOS time and date. */
  readonly time: number;
  readonly crc: number;
  /** Size the directory declares for the inflated part. */
  readonly size: number;
  readonly attributes: number;
  /** Extra fields of the directory's record. */
  readonly extra?: Uint8Array;
}

export interface ZipEntry extends ZipRecord {
  /** The entry's bytes as they lie in the file (compressed when method is 8). */
  readonly data: Uint8Array;
}

/** A record with where the entry lies: from its local header on. */
interface PlacedRecord extends ZipRecord {
  readonly offset: number;
  /** Bytes of the entry as it lies in the file. */
  readonly compressed: number;
}

interface ZipDirectory {
  /** Places in the file. */
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** What to add to stored offsets when junk stands before the archive. */
  readonly shift: number;
}

/**
 * A council's workbook has three parts for each unit: some thousands of units must fit. Below the 65,535 a plain
 * directory can count.
 */
export const MAX_ENTRIES = 50_000;
export const MAX_DECLARED = 512 * 1024 * 1024;
const END_SIZE = 22;
const DIRECTORY_HEADER = 46;
/** Bytes of a local header before the name. */
export const LOCAL_HEADER = 30;
/** The end of a file that holds its end record, a comment behind it and the zip64 records before it. */
export const LONGEST_END = END_SIZE + 0xffff + 76;

/** True when the bytes start like a zip file. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Entries of the zip in directory order. Throws FileFault `damaged` or `too-large`. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes);
  const directory = findDirectory(view, 0);
  if (directory.count > MAX_ENTRIES) throw new FileFault('too-large');
  const { start, end, shift } = directory;
  const spans: Span[] = [];
  let declared = 0;
  const entries = readRecords(bytes.subarray(start, end), directory).map(
    ({ offset, compressed, ...record }): ZipEntry => {
      declared += record.size;
      if (declared > MAX_DECLARED) throw new FileFault('too-large');
      const from = offset + shift;
      const dataStart = from + localHeaderSize(view, from, start);
      const to = dataStart + compressed;
      spans.push({ from, to });
      return { ...record, data: bytes.subarray(dataStart, to) };
    },
  );
  refuseOverlap(spans, start);
  return entries;
}

/** The directory, from the end of the file. `from` = where in the file `tail` begins. Throws FileFault `damaged`. */
export function findDirectory(tail: DataView, from: number): ZipDirectory {
  const lowest = Math.max(0, tail.byteLength - END_SIZE - 0xffff);
  for (let at = tail.byteLength - END_SIZE; at >= lowest; at--) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const directory = directoryAt(tail, at, from);
    if (directory) return directory;
  }
  throw new FileFault('damaged');
}

function directoryAt(tail: DataView, at: number, from: number): ZipDirectory | undefined {
  let end = from + at;
  let count = tail.getUint16(at + 10, true);
  let size = tail.getUint32(at + 12, true);
  let offset = tail.getUint32(at + 16, true);
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const locator = at - 20;
    if (locator >= 0 && tail.getUint32(locator, true) === 0x07064b50) {
      const wide = readLong(tail, locator + 8) - from;
      if (wide < 0 || wide + 56 > locator || tail.getUint32(wide, true) !== 0x06064b50) return undefined;
      count = readLong(tail, wide + 32);
      size = readLong(tail, wide + 40);
      offset = readLong(tail, wide + 48);
      end = from + wide;
    }
  }
  const start = end - size;
  if (start < 0 || offset > start) return undefined;
  if (count > 0 && size < DIRECTORY_HEADER) return undefined;
  // What only looks like an end record: a comment or an entry may hold its four bytes.
  if (count > 0 && start >= from && tail.getUint32(start - from, true) !== 0x02014b50) return undefined;
  return { start, end, count, shift: start - offset };
}

/** The records of a directory, from its bytes. Throws FileFault `damaged`. */
export function readRecords(bytes: Uint8Array, { count }: Pick<ZipDirectory, 'count'>): readonly PlacedRecord[] {
  const view = viewOf(bytes);
  const names = new TextDecoder();
  const records: PlacedRecord[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_HEADER > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new FileFault('damaged');
    const nameEnd = at + DIRECTORY_HEADER + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new FileFault('damaged');
    const nameBytes = bytes.subarray(at + DIRECTORY_HEADER, nameEnd);
    records.push({
      name: names.decode(nameBytes).replaceAll('\\', '/'),
      nameBytes,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      attributes: view.getUint32(at + 38, true),
      extra: bytes.subarray(nameEnd, extraEnd),
      ...readSizes(view, at, nameEnd, extraEnd),
    });
    at = next;
  }
  return records;
}

/** Bytes of the local header at `at` with its name and extra fields. Throws FileFault `damaged`. */
export function localHeaderSize(view: DataView, at: number, limit: number): number {
  if (at < 0 || at + LOCAL_HEADER > limit || view.getUint32(at, true) !== 0x04034b50) throw new FileFault('damaged');
  return LOCAL_HEADER + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Throws FileFault `damaged` when two spans share bytes or one passes `limit`. */
export function refuseOverlap(spans: Span[], limit: number): void {
  spans.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const { from, to } of spans) {
    if (from < end || to > limit) throw new FileFault('damaged');
    end = to;
  }
}

/** A 64-bit number; one beyond any file becomes a number no check lets through. */
function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Sizes and offset of a directory record, from its zip64 extra field where the record itself says so. */
function readSizes(view: DataView, at: number, extraStart: number, extraEnd: number) {
  let compressed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const fieldEnd = Math.min(extraEnd, field + 4 + view.getUint16(field + 2, true));
    let value = field + 4;
    const take = (short: number): number => {
      if (short !== 0xffffffff || value + 8 > fieldEnd) return short;
      value += 8;
      return readLong(view, value - 8);
    };
    size = take(size);
    compressed = take(compressed);
    offset = take(offset);
    break;
  }
  return { compressed, size, offset };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
