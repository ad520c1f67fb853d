/** The piece table ([MS-DOC] 2.8.35): where the characters lie in the main stream, in one byte or two each. */
import { decodeWindows1252 } from '../../../sheet/workbook/legacy/windows-1252.ts';
import { FileFault } from '../../../sheet/workbook/xlsx/fault.ts';
import type { Part } from './part.ts';

export interface DocPiece {
  readonly text: string;
  /** First character of the piece in the document. */
  readonly from: number;
  /** Where its first byte lies, and how many bytes a character takes. */
  readonly place: number;
  readonly width: 1 | 2;
  /** Looks laid over the whole piece by a fast save. */
  readonly over: Uint8Array;
}

const LOOKS = 1;
const PIECES = 2;
const ONE_BYTE = 0x40000000;
const EMPTY = new Uint8Array();

/** Pieces in the order of the text. Throws FileFault: `damaged`, or `too-large` past `most` characters. */
export function readPieces(
  main: Part,
  table: Part,
  place: { at: number; length: number },
  most: number,
): readonly DocPiece[] {
  const clx = { at: place.at, end: place.at + place.length };
  const laidOver: Uint8Array[] = [];
  while (clx.at < clx.end && table.u8(clx.at) === LOOKS) {
    const length = table.u16(clx.at + 1);
    laidOver.push(table.slice(clx.at + 3, length));
    clx.at += 3 + length;
  }
  if (clx.at >= clx.end || table.u8(clx.at) !== PIECES) throw new FileFault('damaged');
  const length = table.u32(clx.at + 1);
  const at = clx.at + 5;
  const count = Math.floor((length - 4) / 12);
  if (count < 1 || at + length > table.length) throw new FileFault('damaged');
  const pieces: DocPiece[] = [];
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const from = table.u32(at + index * 4);
    const characters = table.u32(at + index * 4 + 4) - from;
    const entry = at + (count + 1) * 4 + index * 8;
    const where = table.u32(entry + 2);
    const width = where & ONE_BYTE ? 1 : 2;
    const start = width === 1 ? (where & (ONE_BYTE - 1)) >>> 1 : where & (ONE_BYTE - 1);
    // Pieces lie beside each other in the file: together they are never longer than it.
    bytes += characters * width;
    if (characters < 0 || bytes > main.length) throw new FileFault('damaged');
    if (from + characters > most) throw new FileFault('too-large');
    const raw = main.slice(start, characters * width);
    const prm = table.u16(entry + 6);
    pieces.push({
      text: width === 1 ? decodeWindows1252(raw) : new TextDecoder('utf-16le', { ignoreBOM: true }).decode(raw),
      from,
      place: start,
      width,
      over: (prm & 1 ? laidOver[prm >> 1] : undefined) ?? EMPTY,
    });
  }
  return pieces;
}
