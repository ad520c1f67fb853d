/**
 * Little-endian numbers of a stream of a .doc. Every place is checked: what lies outside throws FileFault `damaged`.
 */
import { FileFault } from '../../../sheet/workbook/xlsx/fault.ts';

export interface Part {
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
  readonly slice: (at: number, length: number) => Uint8Array;
}

export function partOf(bytes: Uint8Array): Part {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checked = (at: number, length: number): number => {
    if (!(at >= 0 && length >= 0 && at + length <= bytes.length)) throw new FileFault('damaged');
    return at;
  };
  return {
    length: bytes.length,
    u8: (at) => view.getUint8(checked(at, 1)),
    u16: (at) => view.getUint16(checked(at, 2), true),
    u32: (at) => view.getUint32(checked(at, 4), true),
    i32: (at) => view.getInt32(checked(at, 4), true),
    slice: (at, length) => bytes.subarray(checked(at, length), at + length),
  };
}
