/**
 * Writes a zip piece by piece into a Blob, which the browser may keep on disk: a backup of years is larger than memory.
 * With zip64 records when there are more than 65,534 entries or 4 GB, as ten thousand captures can have.
 */
import { directoryRecord, endRecord, localRecord, packEntry } from '../../core/sheet/workbook/xlsx/zip-write.ts';

interface ZipWriter {
  /** Names are ours: never text from a page. */
  readonly add: (name: string, bytes: Uint8Array) => void;
  /** The whole file. */
  readonly finish: () => Blob;
}

const PIECE = 8_000_000;

type Piece = Uint8Array<ArrayBuffer>;

export function zipWriter(): ZipWriter {
  const blobs: Blob[] = [];
  let pieces: Piece[] = [];
  let held = 0;
  let offset = 0;
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
      directory.push(directoryRecord(entry, offset));
      write(localRecord(entry));
      write(own(entry.data));
    },
    finish: () => {
      const start = offset;
      for (const record of directory) write(record);
      write(endRecord(directory.length, start, offset - start));
      return new Blob([...blobs, ...pieces], { type: 'application/zip' });
    },
  };
}

/** Blobs take memory of their own only. */
function own(bytes: Uint8Array): Piece {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Piece) : new Uint8Array(bytes);
}
