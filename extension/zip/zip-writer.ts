/**
 * Writes a zip piece by piece into a Blob, which the browser may keep on disk: a backup of years is larger than memory.
 * With zip64 records when there are more than 65,534 entries or 4 GB, as ten thousand captures can have.
 */
import { packEntry } from '../../core/sheet/workbook/xlsx/zip-write.ts';

interface ZipWriter {
  /** Names are ours: never text from a page. */
  readonly add: (name: string, bytes: Uint8Array) => void;
  /** The whole file. */
  readonly finish: () => Blob;
}

const PIECE = 8_000_000;
const SHORT = 0xffff;
const LONG = 0xffffffff;

type Piece = Uint8Array<ArrayBuffer>;

export function zipWriter(): ZipWriter {
  const blobs: Blob[] = [];
  let pieces: Piece[] = [];
  let held = 0;
  let offset = 0;
  let count = 0;
  const directory: Piece[] = [];
  const write = (piece: Piece) => {
    pieces.push(piece);
    held += piece.length;
    offset += piece.length;
    if (held < PIECE) return;
    blobs.push(new Blob(pieces));
    pieces = [];
    held = 0;
  };
  return {
    add: (name, bytes) => {
      const entry = packEntry(name, bytes);
      const common = [entry.flags, entry.method, ...halves(entry.time), ...halves(entry.crc)];
      const sizes = [...halves(entry.data.length), ...halves(entry.size), entry.nameBytes.length];
      directory.push(directoryRecord(entry.nameBytes, [...common, ...sizes], offset));
      write(shorts([...halves(0x04034b50), 20, ...common, ...sizes, 0]));
      write(own(entry.nameBytes));
      write(own(entry.data));
      count++;
    },
    finish: () => {
      const start = offset;
      for (const record of directory) write(record);
      write(endOf(count, start, offset - start));
      return new Blob([...blobs, ...pieces], { type: 'application/zip' });
    },
  };
}

/** An offset beyond 4 GB stands in a zip64 field behind the name. */
function directoryRecord(name: Uint8Array, common: readonly number[], offset: number): Piece {
  const isFar = offset >= LONG;
  const extra = isFar ? shorts([1, 8, ...quarters(offset)]) : new Uint8Array(0);
  const version = isFar ? 45 : 20;
  const head = shorts([
    ...[...halves(0x02014b50), version, version, ...common, extra.length],
    // No comment, first disk, no attributes.
    ...[0, 0, 0, 0, 0],
    ...halves(isFar ? LONG : offset),
  ]);
  const record = new Uint8Array(head.length + name.length + extra.length);
  record.set(head);
  record.set(name, head.length);
  record.set(extra, head.length + name.length);
  return record;
}

function endOf(count: number, start: number, size: number): Piece {
  const isWide = count >= SHORT || start >= LONG || size >= LONG;
  const wide = isWide
    ? [
        ...[...halves(0x06064b50), ...quarters(44), 45, 45, ...halves(0), ...halves(0)],
        ...[...quarters(count), ...quarters(count), ...quarters(size), ...quarters(start)],
        ...[...halves(0x07064b50), ...halves(0), ...quarters(start + size), ...halves(1)],
      ]
    : [];
  const short = Math.min(count, SHORT);
  return shorts([
    ...[...wide, ...halves(0x06054b50), 0, 0, short, short],
    ...[...halves(Math.min(size, LONG)), ...halves(Math.min(start, LONG)), 0],
  ]);
}

/** Little-endian numbers of two bytes each. */
function shorts(values: readonly number[]): Piece {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => {
    view.setUint16(at * 2, value, true);
  });
  return bytes;
}

/** A number of four bytes as two of two. */
function halves(value: number): readonly [number, number] {
  return [value & SHORT, (value >>> 16) & SHORT];
}

/** A number of eight bytes as four of two. */
function quarters(value: number): readonly number[] {
  return [...halves(value % 2 ** 32), ...halves(Math.floor(value / 2 ** 32))];
}

/** Blobs take memory of their own only. */
function own(bytes: Uint8Array): Piece {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Piece) : new Uint8Array(bytes);
}
