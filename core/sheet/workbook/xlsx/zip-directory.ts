/**
 * The directory of a zip file, read strictly from its end record: names, sizes, checksums and where each entry's bytes
 * lie. Nothing is inflated here. Zip64, junk before or behind the archive and back-slashed names are accepted; entries
 * that overlap, leave the file, or declare more than a workbook can need are refused (they are how zip bombs are
 * built).
 */
import { FileFault } from './fault.ts';

export interface ZipEntry {
  /** Name with forward slashes, as parts are looked up. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0 stored, 8 deflated; others cannot be read but are copied. */
  readonly method: number;
  /** DOS time and date. */
  readonly time: number;
  readonly crc: number;
  /** The entry's bytes as they lie in the file (compressed when method is 8). */
  readonly data: Uint8Array;
  /** Size the directory declares for the inflated part. */
  readonly size: number;
  readonly attributes: number;
  /** Extra fields of the directory's record. */
  readonly extra?: Uint8Array;
}

/**
 * A council's workbook has three parts for each unit: some thousands of units must fit. Below the 65,535 a plain
 * directory can count.
 */
export const MAX_ENTRIES = 50_000;
export const MAX_DECLARED = 512 * 1024 * 1024;
const END_SIZE = 22;
const DIRECTORY_HEADER = 46;
const LOCAL_HEADER = 30;

/** True when the bytes start like a zip file. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Entries of the zip in directory order. Throws FileFault `damaged` or `too-large`. */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count, shift, limit } = findDirectory(view);
  if (count > MAX_ENTRIES) throw new FileFault('too-large');
  const entries: ZipEntry[] = [];
  const names = new TextDecoder();
  const spans: { from: number; to: number }[] = [];
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_HEADER > limit || view.getUint32(at, true) !== 0x02014b50) throw new FileFault('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + DIRECTORY_HEADER + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > limit) throw new FileFault('damaged');
    const nameBytes = bytes.subarray(at + DIRECTORY_HEADER, at + DIRECTORY_HEADER + nameLength);
    const sizes = readSizes(view, at, at + DIRECTORY_HEADER + nameLength, extraLength);
    declared += sizes.size;
    if (declared > MAX_DECLARED) throw new FileFault('too-large');
    const from = sizes.offset + shift;
    const dataStart = localDataStart(view, from, start);
    const to = dataStart + sizes.compressed;
    if (to > start) throw new FileFault('damaged');
    spans.push({ from, to });
    entries.push({
      name: names.decode(nameBytes).replaceAll('\\', '/'),
      nameBytes,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      time: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      data: bytes.subarray(dataStart, to),
      size: sizes.size,
      attributes: view.getUint32(at + 38, true),
      extra: bytes.subarray(at + DIRECTORY_HEADER + nameLength, at + DIRECTORY_HEADER + nameLength + extraLength),
    });
    at = next;
  }
  refuseOverlap(spans);
  return entries;
}

interface Directory {
  readonly start: number;
  /** Where the directory must have ended. */
  readonly limit: number;
  readonly count: number;
  /** What to add to stored offsets when junk stands before the archive. */
  readonly shift: number;
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const directory = directoryAt(view, at);
    if (directory) return directory;
  }
  throw new FileFault('damaged');
}

function directoryAt(view: DataView, end: number): Directory | undefined {
  let limit = end;
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    const locator = end - 20;
    if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
      const wide = readLong(view, locator + 8);
      if (wide + 56 > locator || view.getUint32(wide, true) !== 0x06064b50) return undefined;
      count = readLong(view, wide + 32);
      size = readLong(view, wide + 40);
      offset = readLong(view, wide + 48);
      limit = wide;
    }
  }
  const start = limit - size;
  if (start < 0 || offset > start) return undefined;
  if (count > 0 && (start + 4 > limit || view.getUint32(start, true) !== 0x02014b50)) return undefined;
  return { start, limit, count, shift: start - offset };
}

/** A 64-bit number; one beyond any file becomes a number no check lets through. */
function readLong(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Sizes and offset of a directory record, from its zip64 extra field where the record itself says so. */
function readSizes(
  view: DataView,
  at: number,
  extraStart: number,
  extraLength: number,
): { compressed: number; size: number; offset: number } {
  let compressed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  const extraEnd = extraStart + extraLength;
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

function localDataStart(view: DataView, at: number, limit: number): number {
  if (at < 0 || at + LOCAL_HEADER > limit || view.getUint32(at, true) !== 0x04034b50) throw new FileFault('damaged');
  return at + LOCAL_HEADER + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function refuseOverlap(spans: { from: number; to: number }[]): void {
  spans.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const span of spans) {
    if (span.from < end) throw new FileFault('damaged');
    end = span.to;
  }
}
