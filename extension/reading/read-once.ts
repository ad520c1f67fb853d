/**
 * The reading of the last press, held in memory while the worker runs: the press, its panel, the comparison with the
 * month before and the confirmation read the same pages in turn, and a long page takes a second to read.
 */
import { type PartsRead, readParts } from '../../core/portal/capture/read-parts.ts';
import type { Captured, Reader } from '../../core/portal/capture/reader.ts';

let last:
  | { readonly parts: readonly Captured[]; readonly readers: readonly Reader[]; readonly read: PartsRead }
  | undefined;

/** As `readParts`; the same result for the same parts and the same list of readers. */
export function readOnce(parts: readonly Captured[], readers: readonly Reader[]): PartsRead {
  if (last?.readers === readers && isSame(last.parts, parts)) return last.read;
  const read = readParts(parts, readers);
  last = { parts, readers, read };
  return read;
}

function isSame(before: readonly Captured[], now: readonly Captured[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ url, request, at, body }, index) => {
      const part = now[index];
      return part?.url === url && part.request === request && part.at === at && part.body === body;
    })
  );
}
