/**
 * How the parts of a package are deflated, inflated and summed: by code that runs everywhere, or by what the host has of
 * its own, which is several times faster.
 */
import { deflateSync, Inflate, inflateSync } from 'fflate';
import { crc32 as plainCrc32 } from './crc32.ts';

/**
 * Level measured on scored copies: a fifth faster than the usual 6, files 3 % larger. `mem`: a table of 32,768 hashes is
 * a third faster than the million the library takes for a stream, at the same size.
 */
export const DEFLATE = { level: 2, mem: 3 } as const;

/** Below this many compressed bytes even the worst expansion is harmless. */
const SMALL = 64 * 1024;

interface ZipHost {
  /** Raw deflate, without a header. */
  readonly deflate: (bytes: Uint8Array, level: typeof DEFLATE.level) => Uint8Array;
  /** The other way; throws where the bytes are damaged, or come to more than `size`. */
  readonly inflate: (bytes: Uint8Array, size: number) => Uint8Array;
  /** `before` is the CRC-32 of the bytes before these. */
  readonly crc32: (bytes: Uint8Array, before: number) => number;
}

/** Runs everywhere. */
export const plainZip: ZipHost = {
  deflate: (bytes) => deflateSync(bytes, DEFLATE),
  inflate: inflateExactly,
  crc32: plainCrc32,
};
let host = plainZip;

/** Once, where the program begins. */
export function zipBy(own: ZipHost): void {
  host = own;
}

/** The bytes as a part holds them. */
export function deflated(bytes: Uint8Array): Uint8Array {
  return host.deflate(bytes, DEFLATE.level);
}

/** Throws where the bytes are damaged, or come to more than `size`. */
export function inflated(bytes: Uint8Array, size: number): Uint8Array {
  return host.inflate(bytes, size);
}

export function crc32(bytes: Uint8Array, before = 0): number {
  return host.crc32(bytes, before);
}

/** Slice by slice, so that a directory that lies about the size is noticed early. */
function inflateExactly(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  if (data.length <= SMALL) return inflateSync(data, { out });
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new RangeError('more than was declared');
    out.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < data.length; at += SMALL) {
    inflate.push(data.subarray(at, at + SMALL), at + SMALL >= data.length);
  }
  return out.subarray(0, filled);
}
