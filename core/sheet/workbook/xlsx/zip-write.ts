/**
 * Writes a zip: untouched entries keep their compressed bytes, changed and new parts are deflated. No clock: new parts
 * carry 1980-01-01.
 */
import { Deflate } from 'fflate';
import type { Result } from '../../../base/result.ts';
import { FileFault, guarded } from './fault.ts';
import { MAX_DECLARED, MAX_ENTRIES, type ZipEntry } from './zip-directory.ts';
import { crc32, DEFLATE, deflated } from './zip-host.ts';

/** 1980-01-01, the first day there is. */
export const DOS_EPOCH = 0x0021_0000;
/** 2025-01-01: shown as the files' date when they are extracted. */
const FILE_TIME = 0x5a21_0000;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;
/** Characters of a part that are deflated at once. */
const PIECE = 1 << 18;

/** Deflating shorter parts gains nothing, and setting up the compressor would take longer than everything else. */
const SHORTEST = 32;

const SHORT = 0xffff;
const LONG = 0xffff_ffff;

/** A directory entry for a part of ours; replaces `old` under its name when `old` is present. */
export function packEntry(name: string, bytes: Uint8Array, old?: ZipEntry): ZipEntry {
  if (bytes.length < SHORTEST) return storedEntry(name, bytes, old);
  return { ...storedEntry(name, bytes, old), method: DEFLATED, data: deflated(bytes) };
}

/** The same without compression, for what is compressed already. */
function storedEntry(name: string, bytes: Uint8Array, old?: ZipEntry): ZipEntry {
  return {
    name,
    nameBytes: old?.nameBytes ?? new TextEncoder().encode(name),
    flags: old ? old.flags & UTF8_NAME : UTF8_NAME,
    method: 0,
    time: old?.time ?? DOS_EPOCH,
    crc: crc32(bytes),
    data: bytes,
    size: bytes.length,
    attributes: old?.attributes ?? 0,
  };
}

/** A directory entry for a new part of ours, from its text in pieces; a long text is deflated as it arrives. */
export function packText(name: string, pieces: Iterable<string>): ZipEntry {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let stream: Deflate | undefined;
  let [text, size, crc] = ['', 0, 0];
  const push = (last: boolean): void => {
    stream ??= new Deflate(DEFLATE, (chunk) => chunks.push(chunk));
    const bytes = encoder.encode(text);
    size += bytes.length;
    crc = crc32(bytes, crc);
    stream.push(bytes, last);
    text = '';
  };
  for (const piece of pieces) {
    text += piece;
    if (text.length > PIECE) push(false);
  }
  if (!stream) return packEntry(name, encoder.encode(text));
  push(true);
  return { ...packEntry(name, new Uint8Array()), method: DEFLATED, crc, size, data: joined(chunks) };
}

/** The chunks one after another. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(sizeOf(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Files that are compressed already (workbooks, Word files) in one zip, in this order; refused where it is too large. */
export function zipOfFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Result<Uint8Array> {
  return guarded(() => writeZip(files.map(({ name, bytes }) => ({ ...storedEntry(name, bytes), time: FILE_TIME }))));
}

/**
 * The zip file of these entries, in this order. Throws FileFault `too-large-to-write` where `readZipDirectory` would
 * not take it.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  return joined([...zipPieces(entries)]);
}

/** The same file in pieces, in their order, each made when it is fetched. */
export function zipPieces(entries: readonly ZipEntry[]): Iterable<Uint8Array> {
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > MAX_ENTRIES || declared > MAX_DECLARED) throw new FileFault('too-large-to-write');
  return piecesOf(entries);
}

function* piecesOf(entries: readonly ZipEntry[]): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    // Read once: it may have to be fetched (draft.ts).
    const own = { ...entry };
    const local = localRecord(own);
    directory.push(directoryRecord(own, offset));
    yield local;
    yield own.data;
    offset += local.length + own.data.length;
  }
  yield* directory;
  yield endRecord(entries.length, offset, sizeOf(directory));
}

/** What stands before an entry's bytes. */
export function localRecord(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(30 + entry.nameBytes.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  writeCommon(view, 4, entry);
  bytes.set(entry.nameBytes, 30);
  return bytes;
}

/**
 * The record of an entry whose local record begins at `offset`. One beyond 4 GB stands in a zip64 field behind the
 * name.
 */
export function directoryRecord(entry: ZipEntry, offset: number): Uint8Array<ArrayBuffer> {
  const isFar = offset >= LONG;
  const nameEnd = 46 + entry.nameBytes.length;
  const bytes = new Uint8Array(nameEnd + (isFar ? 12 : 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  writeCommon(view, 6, entry);
  view.setUint32(38, entry.attributes, true);
  view.setUint32(42, Math.min(offset, LONG), true);
  bytes.set(entry.nameBytes, 46);
  if (isFar) {
    view.setUint16(6, 45, true);
    view.setUint16(30, 12, true);
    view.setUint16(nameEnd, 1, true);
    view.setUint16(nameEnd + 2, 8, true);
    writeLong(view, nameEnd + 4, offset);
  }
  return bytes;
}

/**
 * The end of a zip whose directory has `count` records in `size` bytes from `start` on, with zip64 records when there
 * are more than 65,534 or the file is larger than 4 GB.
 */
export function endRecord(count: number, start: number, size: number): Uint8Array<ArrayBuffer> {
  const isWide = count >= SHORT || start >= LONG || size >= LONG;
  const at = isWide ? 76 : 0;
  const bytes = new Uint8Array(at + 22);
  const view = new DataView(bytes.buffer);
  if (isWide) {
    view.setUint32(0, 0x06064b50, true);
    writeLong(view, 4, 44);
    view.setUint16(12, 45, true);
    view.setUint16(14, 45, true);
    [count, count, size, start].forEach((value, index) => {
      writeLong(view, 24 + 8 * index, value);
    });
    view.setUint32(56, 0x07064b50, true);
    writeLong(view, 64, start + size);
    view.setUint32(72, 1, true);
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, Math.min(count, SHORT), true);
  view.setUint16(at + 10, Math.min(count, SHORT), true);
  view.setUint32(at + 12, Math.min(size, LONG), true);
  view.setUint32(at + 16, Math.min(start, LONG), true);
  return bytes;
}

/**
 * The fields local and directory headers share, from "version needed" to the lengths. The data descriptor flag is
 * dropped.
 */
function writeCommon(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.data.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}

/** A number of eight bytes. */
function writeLong(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

function sizeOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
