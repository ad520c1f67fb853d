/**
 * Inflates a zip entry under a cap and checks its checksum. Output never grows beyond the size declared in the
 * directory, whatever the compressed bytes hold: large entries are inflated slice by slice so that a lying header is
 * noticed early.
 */
import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { FileFault } from './fault.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Largest part that is read. A sheet of 50,000 × 12 cells is about 30 MB. */
const MAX_PART = 128 * 1024 * 1024;
/** Deflate cannot expand more than this. */
const MAX_RATIO = 1032;
/** Below this many compressed bytes even the worst expansion is harmless. */
const SMALL = 64 * 1024;

/** The inflated part. Throws FileFault: `too-large`, `encrypted`, or `damaged` (method, size or checksum wrong). */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  if (entry.size > MAX_PART) throw new FileFault('too-large');
  if (entry.flags & 1) throw new FileFault('encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw new FileFault('damaged');
  if (entry.method === 8 && entry.size > entry.data.length * MAX_RATIO) throw new FileFault('damaged');
  const bytes = entry.method === 0 ? entry.data : inflateExactly(entry.data, entry.size);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new FileFault('damaged');
  return bytes;
}

function inflateExactly(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  try {
    if (data.length <= SMALL) return inflateSync(data, { out });
    let filled = 0;
    const inflate = new Inflate((chunk) => {
      if (filled + chunk.length > size) throw new FileFault('damaged');
      out.set(chunk, filled);
      filled += chunk.length;
    });
    for (let at = 0; at < data.length; at += SMALL) {
      inflate.push(data.subarray(at, at + SMALL), at + SMALL >= data.length);
    }
    return out.subarray(0, filled);
  } catch {
    throw new FileFault('damaged');
  }
}
