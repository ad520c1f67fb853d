/**
 * Inflates a zip entry under a cap and checks its checksum. Output never grows beyond the size declared in the
 * directory, whatever the compressed bytes hold.
 */
import { FileFault } from './fault.ts';
import type { ZipEntry } from './zip-directory.ts';
import { crc32, inflated } from './zip-host.ts';

/** Largest part that is read. A sheet of 50,000 × 12 cells is about 30 MB. */
const MAX_PART = 128 * 1024 * 1024;
/** Deflate cannot expand more than this. */
const MAX_RATIO = 1032;

/** The inflated part. Throws FileFault: `too-large`, `encrypted`, or `damaged` (method, size or checksum wrong). */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  if (entry.size > MAX_PART) throw new FileFault('too-large');
  if (entry.flags & 1) throw new FileFault('encrypted');
  if (entry.method !== 0 && entry.method !== 8) throw new FileFault('damaged');
  if (entry.method === 8 && entry.size > entry.data.length * MAX_RATIO) throw new FileFault('damaged');
  const bytes = entry.method === 0 ? entry.data : inflateExactly(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new FileFault('damaged');
  return bytes;
}

function inflateExactly({ data, size }: ZipEntry): Uint8Array {
  try {
    return inflated(data, size);
  } catch {
    throw new FileFault('damaged');
  }
}
